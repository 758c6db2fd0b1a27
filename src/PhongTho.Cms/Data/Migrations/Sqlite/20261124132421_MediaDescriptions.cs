using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MediaDescriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Alt",
                table: "Media",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "Media",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credit",
                table: "Media",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusX",
                table: "Media",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "Media",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Folder",
                table: "Media",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsDecorative",
                table: "Media",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ReplacedAt",
                table: "Media",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UploadedBy",
                table: "Media",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Media",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // What was there before gets its folder and its words from its path.
            migrationBuilder.Sql("""UPDATE "Media" SET "Folder" = rtrim(rtrim("Path", replace("Path", '/', '')), '/'), "Words" = lower("Path")""");

            migrationBuilder.CreateTable(
                name: "FormerMediaAddress",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerMediaAddress", x => new { x.Hash, x.Name });
                    table.ForeignKey(
                        name: "FK_FormerMediaAddress_Media_MediaId",
                        column: x => x.MediaId,
                        principalTable: "Media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Media_Folder_Id",
                table: "Media",
                columns: new[] { "Folder", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerMediaAddress_MediaId",
                table: "FormerMediaAddress",
                column: "MediaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerMediaAddress");

            migrationBuilder.DropIndex(
                name: "IX_Media_Folder_Id",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Alt",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Caption",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Credit",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "FocusX",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "FocusY",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Folder",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "IsDecorative",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "ReplacedAt",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "UploadedBy",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Media");
        }
    }
}
