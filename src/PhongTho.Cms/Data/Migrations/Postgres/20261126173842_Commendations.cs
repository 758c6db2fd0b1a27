using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Commendations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Commendation",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    HeldFrom = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SeedVersion = table.Column<int>(type: "integer", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Form = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Occasion = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Achievement = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AchievementKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EventOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProposedBy = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    DecisionNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    DecisionSymbol = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Signer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    SignerPost = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Authority = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    AuthorityUnit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    AuthorityLevel = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Regime = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    DecisionItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    StoryItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsDirectWorker = table.Column<bool>(type: "boolean", nullable: true),
                    IsSmallCollective = table.Column<bool>(type: "boolean", nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false),
                    RevokedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RevokedOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commendation", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Commendation_Item_DecisionItemId",
                        column: x => x.DecisionItemId,
                        principalTable: "Item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Commendation_Item_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Commendation_Item_StoryItemId",
                        column: x => x.StoryItemId,
                        principalTable: "Item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Commendation_Subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_AchievementKey",
                table: "Commendation",
                column: "AchievementKey");

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_DecisionItemId",
                table: "Commendation",
                column: "DecisionItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_DecisionNumber_DecisionSymbol",
                table: "Commendation",
                columns: new[] { "DecisionNumber", "DecisionSymbol" });

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_ItemId",
                table: "Commendation",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_State_ListedOn_Code",
                table: "Commendation",
                columns: new[] { "State", "ListedOn", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_StoryItemId",
                table: "Commendation",
                column: "StoryItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_SubjectId",
                table: "Commendation",
                column: "SubjectId");

            // Bodies held their commendations; now the register does, and the bodies of every revision give them up.
            migrationBuilder.Sql("""
                INSERT INTO "Commendation" ("Code", "State", "StateAt", "Version", "CreatedAt", "SubjectId", "ItemId", "SubjectName", "SubjectKind", "Unit", "Form", "Occasion", "Achievement", "AchievementKey",
                    "ProposedBy", "DecisionNumber", "DecisionSymbol", "DecidedOn", "Signer", "SignerPost", "Authority", "IsSample", "RevokedBy", "RevokedOn", "Reason", "ListedOn")
                SELECT "Code", "State", "At", 1, "At", "SubjectId", "ItemId", "SubjectName", "SubjectKind", "Unit", "Form", "Occasion", "Achievement", "Code", '',
                    trim(split_part("Number", '/', 1)), trim(substring("Number" FROM length(split_part("Number", '/', 1)) + 2)),
                    "DecidedOn", '', '', "Authority", "IsSample", "RevokedBy", "RevokedOn", '', "ListedOn"
                FROM (
                    SELECT 'KT-' || coalesce(left(award.value ->> 'decidedOn', 4), to_char(to_timestamp(item."CreatedAt" / 1000), 'YYYY')) || '-' || lpad((row_number() OVER (ORDER BY item."CreatedAt", item."Path", award.ordinality))::text, 6, '0') AS "Code",
                        CASE
                            WHEN coalesce(award.value ->> 'revokedBy', '') <> '' THEN 'Revoked'
                            WHEN award.value ->> 'decidedOn' IS NULL OR coalesce(award.value ->> 'authority', '') = ''
                                OR (coalesce(award.value ->> 'decisionNumber', '') = ''
                                    AND NOT EXISTS (SELECT 1 FROM "Term" WHERE "Taxonomy" = 'hinh-thuc' AND "Slug" = award.value ->> 'form' AND "Group" = 'recognition')) THEN 'Proposed'
                            WHEN item."LiveRevisionId" IS NULL THEN 'Decided'
                            ELSE 'Announced'
                        END AS "State",
                        item."UpdatedAt" AS "At",
                        (SELECT "SubjectId" FROM "RevisionSubject" WHERE "RevisionId" = revision."Id" LIMIT 1) AS "SubjectId",
                        item."Id" AS "ItemId",
                        coalesce(revision."Body"::jsonb ->> 'subjectName', revision."Body"::jsonb ->> 'title') AS "SubjectName",
                        coalesce(revision."Body"::jsonb ->> 'subjectKind', '') AS "SubjectKind",
                        revision."Body"::jsonb ->> 'unit' AS "Unit",
                        award.value ->> 'form' AS "Form",
                        award.value ->> 'occasion' AS "Occasion",
                        left(coalesce(award.value ->> 'achievement', ''), 400) AS "Achievement",
                        coalesce(award.value ->> 'decisionNumber', '') AS "Number",
                        award.value ->> 'decidedOn' AS "DecidedOn",
                        coalesce(award.value ->> 'authority', '') AS "Authority",
                        coalesce((revision."Body"::jsonb ->> 'isSample')::boolean, false) AS "IsSample",
                        coalesce(award.value ->> 'revokedBy', '') AS "RevokedBy",
                        award.value ->> 'revokedOn' AS "RevokedOn",
                        CASE length(award.value ->> 'decidedOn')
                            WHEN 10 THEN (award.value ->> 'decidedOn')::date
                            WHEN 7 THEN (award.value ->> 'decidedOn' || '-01')::date
                            WHEN 4 THEN (award.value ->> 'decidedOn' || '-01-01')::date
                            ELSE to_timestamp(item."CreatedAt" / 1000)::date
                        END AS "ListedOn"
                    FROM "Item" AS item
                    JOIN "Revision" AS revision ON revision."Id" = coalesce(item."LiveRevisionId", item."DraftRevisionId")
                    CROSS JOIN LATERAL jsonb_array_elements(revision."Body"::jsonb -> 'commendations') WITH ORDINALITY AS award(value, ordinality)
                    WHERE jsonb_typeof(revision."Body"::jsonb -> 'commendations') = 'array') AS moved
                """);
            migrationBuilder.Sql("""UPDATE "Revision" SET "Body" = ("Body"::jsonb - 'commendations')::text WHERE "Body"::jsonb ? 'commendations'""");
            migrationBuilder.Sql("""UPDATE "Item" SET "Card" = ("Card"::jsonb - 'commendations')::text WHERE "Card"::jsonb ? 'commendations'""");
            // A revoked decision is no badge (rule R6): lists lose it here, and the indexes are made again.
            migrationBuilder.Sql("""
                DELETE FROM "ItemTerm" WHERE "Taxonomy" IN ('hinh-thuc', 'dip-khen') AND NOT EXISTS (
                    SELECT 1 FROM "Commendation" AS given WHERE given."ItemId" = "ItemTerm"."ItemId" AND given."State" IN ('Decided', 'Announced')
                        AND "ItemTerm"."Slug" = CASE "ItemTerm"."Taxonomy" WHEN 'hinh-thuc' THEN given."Form" ELSE given."Occasion" END)
                """);
            migrationBuilder.Sql("""UPDATE "Clock" SET "Position" = "Position" + 1 WHERE EXISTS (SELECT 1 FROM "Commendation")""");
            migrationBuilder.Sql("""
                INSERT INTO "Change" ("Position", "At", "Actor", "Verb", "Subject")
                SELECT "Position", (SELECT max("UpdatedAt") FROM "Item"), 'import', 'TermsSaved', 'register' FROM "Clock" WHERE EXISTS (SELECT 1 FROM "Commendation")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Commendation");
        }
    }
}
