using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rankings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RevokingItemId",
                table: "Commendation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CouncilMeeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Advice = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilMeeting", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmulationBlock",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Members = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmulationBlock", x => new { x.Year, x.Slug });
                });

            migrationBuilder.CreateTable(
                name: "Inspection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConcludedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Tasks = table.Column<string>(type: "TEXT", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inspection", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScoreTable",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreTable", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "ScoreSheet",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Block = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Member = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Own = table.Column<string>(type: "TEXT", nullable: false),
                    OwnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Checked = table.Column<string>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheet", x => new { x.Year, x.Block, x.Member });
                    table.ForeignKey(
                        name: "FK_ScoreSheet_EmulationBlock_Year_Block",
                        columns: x => new { x.Year, x.Block },
                        principalTable: "EmulationBlock",
                        principalColumns: new[] { "Year", "Slug" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Commendation_RevokingItemId",
                table: "Commendation",
                column: "RevokingItemId");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilMeeting_HeldOn",
                table: "CouncilMeeting",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_Inspection_From",
                table: "Inspection",
                column: "From");

            migrationBuilder.AddForeignKey(
                name: "FK_Commendation_Item_RevokingItemId",
                table: "Commendation",
                column: "RevokingItemId",
                principalTable: "Item",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_StrivingRegistration_Subject_SubjectId",
                table: "StrivingRegistration",
                column: "SubjectId",
                principalTable: "Subject",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Commendation_Item_RevokingItemId",
                table: "Commendation");

            migrationBuilder.DropForeignKey(
                name: "FK_StrivingRegistration_Subject_SubjectId",
                table: "StrivingRegistration");

            migrationBuilder.DropTable(
                name: "CouncilMeeting");

            migrationBuilder.DropTable(
                name: "Inspection");

            migrationBuilder.DropTable(
                name: "ScoreSheet");

            migrationBuilder.DropTable(
                name: "ScoreTable");

            migrationBuilder.DropTable(
                name: "EmulationBlock");

            migrationBuilder.DropIndex(
                name: "IX_Commendation_RevokingItemId",
                table: "Commendation");

            migrationBuilder.DropColumn(
                name: "RevokingItemId",
                table: "Commendation");
        }
    }
}
