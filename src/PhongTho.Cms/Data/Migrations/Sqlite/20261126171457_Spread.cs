using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: true),
                    GivenOn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Beneficiary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    VerifiedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StateAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ShowsName = table.Column<bool>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    StartedOn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    ForgottenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    ResultValue = table.Column<decimal>(type: "TEXT", nullable: true),
                    ResultUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EvidenceFile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", nullable: false),
                    Support = table.Column<string>(type: "TEXT", nullable: false),
                    NextReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    ContributionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    QuantityBefore = table.Column<decimal>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
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
                SELECT hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)),
                       (SELECT s."Id" FROM "Subject" s WHERE s."Id" = upper(json_extract(r."Body", '$.subject'))),
                       i."Id",
                       CASE WHEN told."Unit" = 'ngày công' THEN 'ngay-cong' WHEN told."Unit" IN ('đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng') THEN 'tien' WHEN told."Unit" IN ('m²', 'ha') THEN 'dat' ELSE 'hien-vat' END,
                       substr(told."What", 1, 160),
                       CAST(told."Quantity" * CASE told."Unit" WHEN 'nghìn đồng' THEN 1000 WHEN 'triệu đồng' THEN 1000000 WHEN 'tỷ đồng' THEN 1000000000 ELSE 1 END AS TEXT),
                       CASE WHEN told."Unit" IN ('nghìn đồng', 'triệu đồng', 'tỷ đồng') THEN 'đồng' ELSE substr(told."Unit", 1, 40) END,
                       json_extract(r."Body", '$.year'), COALESCE(json_extract(r."Body", '$.year'), 0),
                       substr(COALESCE(told."Beneficiary", ''), 1, 300), json_extract(r."Body", '$.unit'), COALESCE(json_extract(r."Body", '$.village'), ''), '',
                       i."UpdatedAt", 'import', CASE WHEN i."Standing" = 'Private' THEN NULL ELSE i."UpdatedAt" END, CASE WHEN i."Standing" = 'Private' THEN NULL ELSE 'import' END, 0
                FROM "Item" i
                JOIN "Revision" r ON r."Id" = COALESCE(i."LiveRevisionId", i."DraftRevisionId")
                JOIN (SELECT b."Id" AS "RevisionId", json_extract(c.value, '$.kind') AS "What", json_extract(c.value, '$.quantity') AS "Quantity", json_extract(c.value, '$.unit') AS "Unit", json_extract(c.value, '$.beneficiary') AS "Beneficiary"
                      FROM "Revision" b, json_each(b."Body", '$.contributions') c) told ON told."RevisionId" = r."Id"
                WHERE i."Type" = 'exemplar';

                INSERT INTO "Replication" ("Code", "ItemId", "State", "StateAt", "RegisteredAt", "ClosedAt", "Version", "Kind", "Who", "ShowsName", "Households", "Unit", "Village", "StartedOn", "Plan", "Result", "ResultUnit", "CheckedAt", "CheckedBy", "Note")
                SELECT 'NR-' || told."Year" || '-' || printf('%06d', row_number() OVER (PARTITION BY told."Year" ORDER BY told."ItemId", told."Place")),
                       told."ItemId", CASE WHEN told."Result" <> '' THEN 'Checked' ELSE 'Confirmed' END, told."At", told."At", CASE WHEN told."Result" <> '' THEN told."At" END, 0,
                       CASE WHEN told."Who" LIKE 'Hộ %' OR told."Who" LIKE 'Gia đình %' THEN 'Household' ELSE 'Unit' END, substr(told."Who", 1, 160), 1, 1, told."Unit", told."Village", told."On", '',
                       told."Result", '', CASE WHEN told."Result" <> '' THEN told."At" END, CASE WHEN told."Result" <> '' THEN 'import' END, ''
                FROM (SELECT i."Id" AS "ItemId", c.key AS "Place", i."UpdatedAt" AS "At", json_extract(c.value, '$.who') AS "Who", json_extract(c.value, '$.on') AS "On", COALESCE(json_extract(c.value, '$.result'), '') AS "Result",
                             json_extract(r."Body", '$.unit') AS "Unit", COALESCE(json_extract(r."Body", '$.village'), '') AS "Village",
                             COALESCE(substr(json_extract(c.value, '$.on'), 1, 4), strftime('%Y', i."UpdatedAt" / 1000, 'unixepoch')) AS "Year"
                      FROM "Item" i JOIN "Revision" r ON r."Id" = COALESCE(i."LiveRevisionId", i."DraftRevisionId"), json_each(r."Body", '$.replications') c
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
