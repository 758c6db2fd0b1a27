using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Newsroom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "Item",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DraftTitle",
                table: "Item",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "DraftedAt",
                table: "Item",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "DraftedBy",
                table: "Item",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ForwardTo",
                table: "Item",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnerUnit",
                table: "Item",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewNote",
                table: "Item",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SubmittedAt",
                table: "Item",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubmittedBy",
                table: "Item",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TrashedAt",
                table: "Item",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrashedBy",
                table: "Item",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            // Items of before: their first and last writers are known from their revisions.
            migrationBuilder.Sql(
                """
                UPDATE "Item" SET
                    "DraftedAt" = "UpdatedAt",
                    "DraftTitle" = "Title",
                    "CreatedBy" = COALESCE((SELECT "Author" FROM "Revision" WHERE "Revision"."ItemId" = "Item"."Id" ORDER BY "Number" LIMIT 1), ''),
                    "DraftedBy" = COALESCE((SELECT "Author" FROM "Revision" WHERE "Revision"."ItemId" = "Item"."Id" ORDER BY "Number" DESC LIMIT 1), '');
                """);

            migrationBuilder.CreateTable(
                name: "Member",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Roles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastSignInAt = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Member", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberClaim_Member_UserId",
                        column: x => x.UserId,
                        principalTable: "Member",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberLink",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberLink_Member_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Member",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberLogin", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_MemberLogin_Member_UserId",
                        column: x => x.UserId,
                        principalTable: "Member",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_MemberPasskey_Member_UserId",
                        column: x => x.UserId,
                        principalTable: "Member",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberSession",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Ticket = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberSession", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberSession_Member_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Member",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberToken",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_MemberToken_Member_UserId",
                        column: x => x.UserId,
                        principalTable: "Member",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Item_CreatedBy_DraftedAt",
                table: "Item",
                columns: new[] { "CreatedBy", "DraftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Item_Stage_DraftedAt",
                table: "Item",
                columns: new[] { "Stage", "DraftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Item_TrashedAt",
                table: "Item",
                column: "TrashedAt");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Member",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Member",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberClaim_UserId",
                table: "MemberClaim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberLink_MemberId",
                table: "MemberLink",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberLogin_UserId",
                table: "MemberLogin",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberPasskey_UserId",
                table: "MemberPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberSession_ExpiresAt",
                table: "MemberSession",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberSession_MemberId",
                table: "MemberSession",
                column: "MemberId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MemberClaim");

            migrationBuilder.DropTable(
                name: "MemberLink");

            migrationBuilder.DropTable(
                name: "MemberLogin");

            migrationBuilder.DropTable(
                name: "MemberPasskey");

            migrationBuilder.DropTable(
                name: "MemberSession");

            migrationBuilder.DropTable(
                name: "MemberToken");

            migrationBuilder.DropTable(
                name: "Member");

            migrationBuilder.DropIndex(
                name: "IX_Item_CreatedBy_DraftedAt",
                table: "Item");

            migrationBuilder.DropIndex(
                name: "IX_Item_Stage_DraftedAt",
                table: "Item");

            migrationBuilder.DropIndex(
                name: "IX_Item_TrashedAt",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "DraftTitle",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "DraftedAt",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "DraftedBy",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "ForwardTo",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "OwnerUnit",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "ReviewNote",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "SubmittedBy",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "TrashedAt",
                table: "Item");

            migrationBuilder.DropColumn(
                name: "TrashedBy",
                table: "Item");
        }
    }
}
