using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Nominations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Nomination",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StateAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    PlainName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Telling = table.Column<string>(type: "TEXT", nullable: false),
                    NominatedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    NominatedFor = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    ForgottenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AssignedTo = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ForwardedTo = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    DuplicateOf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nomination", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "NominationPhoto",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationPhoto", x => new { x.Code, x.Number });
                    table.ForeignKey(
                        name: "FK_NominationPhoto_Nomination_Code",
                        column: x => x.Code,
                        principalTable: "Nomination",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Nomination_ClosedAt",
                table: "Nomination",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Nomination_State_StateAt",
                table: "Nomination",
                columns: new[] { "State", "StateAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NominationPhoto");

            migrationBuilder.DropTable(
                name: "Nomination");
        }
    }
}
