using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Spread : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Contribution",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    What = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric", nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "numeric", nullable: true),
                    GivenOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Beneficiary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    VerifiedAt = table.Column<long>(type: "bigint", nullable: true),
                    VerifiedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contribution", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contribution_Item_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contribution_Subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Replication",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    RegisteredAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Who = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    ShowsName = table.Column<bool>(type: "boolean", nullable: false),
                    Households = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    StartedOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    Contact = table.Column<string>(type: "text", nullable: true),
                    ForgottenAt = table.Column<long>(type: "bigint", nullable: true),
                    Result = table.Column<string>(type: "text", nullable: false),
                    ResultValue = table.Column<decimal>(type: "numeric", nullable: true),
                    ResultUnit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EvidenceFile = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ReportedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    CheckedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replication", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Replication_Item_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrackingEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Author = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Progress = table.Column<string>(type: "text", nullable: false),
                    Support = table.Column<string>(type: "text", nullable: false),
                    NextReviewOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackingEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackingEntry_Subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContributionCorrection",
                columns: table => new
                {
                    ContributionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    QuantityBefore = table.Column<decimal>(type: "numeric", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContributionCorrection", x => new { x.ContributionId, x.Number });
                    table.ForeignKey(
                        name: "FK_ContributionCorrection_Contribution_ContributionId",
                        column: x => x.ContributionId,
                        principalTable: "Contribution",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contribution_ItemId",
                table: "Contribution",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Contribution_SubjectId",
                table: "Contribution",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Contribution_Unit_Year",
                table: "Contribution",
                columns: new[] { "Unit", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Replication_ClosedAt",
                table: "Replication",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Replication_ItemId_State",
                table: "Replication",
                columns: new[] { "ItemId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Replication_State_StateAt",
                table: "Replication",
                columns: new[] { "State", "StateAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEntry_NextReviewOn",
                table: "TrackingEntry",
                column: "NextReviewOn");

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEntry_SubjectId_RecordedAt",
                table: "TrackingEntry",
                columns: new[] { "SubjectId", "RecordedAt" });

            // What stories told of gifts and of those who followed moves into registers of its own; text that readers have seen counts as checked.
            migrationBuilder.Sql(
                """
                INSERT INTO "Contribution" ("Id", "SubjectId", "ItemId", "Kind", "What", "Quantity", "Measure", "GivenOn", "Year", "Beneficiary", "Unit", "Village", "Source", "RecordedAt", "RecordedBy", "VerifiedAt", "VerifiedBy", "Version")
                SELECT gen_random_uuid(),
                       (SELECT s."Id" FROM "Subject" s WHERE s."Id"::text = lower(told."Body" ->> 'subject')),
                       told."ItemId",
                       CASE WHEN told."Unit" = 'ngày công' THEN 'ngay-cong' WHEN told."Unit" IN ('đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng') THEN 'tien' WHEN told."Unit" IN ('m²', 'ha') THEN 'dat' ELSE 'hien-vat' END,
                       left(told."Told" ->> 'kind', 160),
                       (told."Told" ->> 'quantity')::numeric * CASE told."Unit" WHEN 'nghìn đồng' THEN 1000 WHEN 'triệu đồng' THEN 1000000 WHEN 'tỷ đồng' THEN 1000000000 ELSE 1 END,
                       CASE WHEN told."Unit" IN ('nghìn đồng', 'triệu đồng', 'tỷ đồng') THEN 'đồng' ELSE left(told."Unit", 40) END,
                       told."Body" ->> 'year', COALESCE((told."Body" ->> 'year')::integer, 0),
                       left(COALESCE(told."Told" ->> 'beneficiary', ''), 300), told."Body" ->> 'unit', COALESCE(told."Body" ->> 'village', ''), '',
                       told."At", 'import', CASE WHEN told."Standing" = 'Private' THEN NULL ELSE told."At" END, CASE WHEN told."Standing" = 'Private' THEN NULL ELSE 'import' END, 0
                FROM (SELECT i."Id" AS "ItemId", i."UpdatedAt" AS "At", i."Standing", r."Body"::jsonb AS "Body", c AS "Told", c ->> 'unit' AS "Unit"
                      FROM "Item" i JOIN "Revision" r ON r."Id" = COALESCE(i."LiveRevisionId", i."DraftRevisionId"), jsonb_array_elements(COALESCE(r."Body"::jsonb -> 'contributions', '[]'::jsonb)) c
                      WHERE i."Type" = 'exemplar') told;

                INSERT INTO "Replication" ("Code", "ItemId", "State", "StateAt", "RegisteredAt", "ClosedAt", "Version", "Kind", "Who", "ShowsName", "Households", "Unit", "Village", "StartedOn", "Plan", "Result", "ResultUnit", "CheckedAt", "CheckedBy", "Note")
                SELECT 'NR-' || told."Year" || '-' || lpad((row_number() OVER (PARTITION BY told."Year" ORDER BY told."ItemId", told."Place"))::text, 6, '0'),
                       told."ItemId", CASE WHEN told."Result" <> '' THEN 'Checked' ELSE 'Confirmed' END, told."At", told."At", CASE WHEN told."Result" <> '' THEN told."At" END, 0,
                       CASE WHEN told."Who" LIKE 'Hộ %' OR told."Who" LIKE 'Gia đình %' THEN 'Household' ELSE 'Unit' END, left(told."Who", 160), TRUE, 1, told."Unit", told."Village", told."On", '',
                       told."Result", '', CASE WHEN told."Result" <> '' THEN told."At" END, CASE WHEN told."Result" <> '' THEN 'import' END, ''
                FROM (SELECT i."Id" AS "ItemId", c."Place", i."UpdatedAt" AS "At", c."Told" ->> 'who' AS "Who", c."Told" ->> 'on' AS "On", COALESCE(c."Told" ->> 'result', '') AS "Result",
                             r."Body"::jsonb ->> 'unit' AS "Unit", COALESCE(r."Body"::jsonb ->> 'village', '') AS "Village",
                             COALESCE(left(c."Told" ->> 'on', 4), to_char(to_timestamp(i."UpdatedAt" / 1000), 'YYYY')) AS "Year"
                      FROM "Item" i JOIN "Revision" r ON r."Id" = COALESCE(i."LiveRevisionId", i."DraftRevisionId"),
                           jsonb_array_elements(COALESCE(r."Body"::jsonb -> 'replications', '[]'::jsonb)) WITH ORDINALITY AS c("Told", "Place")
                      WHERE i."Type" = 'exemplar') told;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContributionCorrection");

            migrationBuilder.DropTable(
                name: "Replication");

            migrationBuilder.DropTable(
                name: "TrackingEntry");

            migrationBuilder.DropTable(
                name: "Contribution");
        }
    }
}
