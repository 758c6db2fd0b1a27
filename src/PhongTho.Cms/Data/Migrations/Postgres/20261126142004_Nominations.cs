using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Postgres
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
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    PlainName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Telling = table.Column<string>(type: "text", nullable: false),
                    NominatedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    NominatedFor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Contact = table.Column<string>(type: "text", nullable: true),
                    ForgottenAt = table.Column<long>(type: "bigint", nullable: true),
                    AssignedTo = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    ForwardedTo = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    DuplicateOf = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nomination", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "NominationPhoto",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
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
