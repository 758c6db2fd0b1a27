using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Abbreviation",
                columns: table => new
                {
                    Letters = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Meaning = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Abbreviation", x => x.Letters);
                });

            migrationBuilder.CreateTable(
                name: "Synonym",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Phrases = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Synonym", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnansweredQuestion",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Words = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AsideAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnansweredQuestion", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredQuestion_LastOn",
                table: "UnansweredQuestion",
                column: "LastOn");

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredQuestion_Times",
                table: "UnansweredQuestion",
                column: "Times");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Abbreviation");

            migrationBuilder.DropTable(
                name: "Synonym");

            migrationBuilder.DropTable(
                name: "UnansweredQuestion");
        }
    }
}
