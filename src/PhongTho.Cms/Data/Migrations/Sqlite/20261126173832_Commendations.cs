using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Sqlite
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
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StateAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HeldFrom = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SeedVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Achievement = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AchievementKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EventOn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DecisionSymbol = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedOn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SignerPost = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    AuthorityUnit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    AuthorityLevel = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    DecisionItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StoryItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDirectWorker = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsSmallCollective = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    RevokedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RevokedOn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    CASE WHEN instr("Number", '/') > 0 THEN trim(substr("Number", 1, instr("Number", '/') - 1)) ELSE "Number" END,
                    CASE WHEN instr("Number", '/') > 0 THEN trim(substr("Number", instr("Number", '/') + 1)) ELSE '' END,
                    "DecidedOn", '', '', "Authority", "IsSample", "RevokedBy", "RevokedOn", '', "ListedOn"
                FROM (
                    SELECT printf('KT-%s-%06d', coalesce(substr(json_extract(award.value, '$.decidedOn'), 1, 4), strftime('%Y', item."CreatedAt" / 1000, 'unixepoch')), row_number() OVER (ORDER BY item."CreatedAt", item."Path", award.key)) AS "Code",
                        CASE
                            WHEN coalesce(json_extract(award.value, '$.revokedBy'), '') <> '' THEN 'Revoked'
                            WHEN json_extract(award.value, '$.decidedOn') IS NULL OR coalesce(json_extract(award.value, '$.authority'), '') = ''
                                OR (coalesce(json_extract(award.value, '$.decisionNumber'), '') = ''
                                    AND NOT EXISTS (SELECT 1 FROM "Term" WHERE "Taxonomy" = 'hinh-thuc' AND "Slug" = json_extract(award.value, '$.form') AND "Group" = 'recognition')) THEN 'Proposed'
                            WHEN item."LiveRevisionId" IS NULL THEN 'Decided'
                            ELSE 'Announced'
                        END AS "State",
                        item."UpdatedAt" AS "At",
                        (SELECT "SubjectId" FROM "RevisionSubject" WHERE "RevisionId" = revision."Id" LIMIT 1) AS "SubjectId",
                        item."Id" AS "ItemId",
                        coalesce(json_extract(revision."Body", '$.subjectName'), json_extract(revision."Body", '$.title')) AS "SubjectName",
                        coalesce(json_extract(revision."Body", '$.subjectKind'), '') AS "SubjectKind",
                        json_extract(revision."Body", '$.unit') AS "Unit",
                        json_extract(award.value, '$.form') AS "Form",
                        json_extract(award.value, '$.occasion') AS "Occasion",
                        substr(coalesce(json_extract(award.value, '$.achievement'), ''), 1, 400) AS "Achievement",
                        coalesce(json_extract(award.value, '$.decisionNumber'), '') AS "Number",
                        json_extract(award.value, '$.decidedOn') AS "DecidedOn",
                        coalesce(json_extract(award.value, '$.authority'), '') AS "Authority",
                        coalesce(json_extract(revision."Body", '$.isSample'), 0) AS "IsSample",
                        coalesce(json_extract(award.value, '$.revokedBy'), '') AS "RevokedBy",
                        json_extract(award.value, '$.revokedOn') AS "RevokedOn",
                        CASE length(json_extract(award.value, '$.decidedOn'))
                            WHEN 10 THEN json_extract(award.value, '$.decidedOn')
                            WHEN 7 THEN json_extract(award.value, '$.decidedOn') || '-01'
                            WHEN 4 THEN json_extract(award.value, '$.decidedOn') || '-01-01'
                            ELSE date(item."CreatedAt" / 1000, 'unixepoch')
                        END AS "ListedOn"
                    FROM "Item" AS item
                    JOIN "Revision" AS revision ON revision."Id" = coalesce(item."LiveRevisionId", item."DraftRevisionId")
                    JOIN json_each(revision."Body", '$.commendations') AS award)
                """);
            migrationBuilder.Sql("""UPDATE "Revision" SET "Body" = json_remove("Body", '$.commendations') WHERE json_type("Body", '$.commendations') IS NOT NULL""");
            migrationBuilder.Sql("""UPDATE "Item" SET "Card" = json_remove("Card", '$.commendations') WHERE json_type("Card", '$.commendations') IS NOT NULL""");
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
