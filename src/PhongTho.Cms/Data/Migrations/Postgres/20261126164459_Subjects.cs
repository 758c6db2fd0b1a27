using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PhongTho.Cms.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Subjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RevisionSubject",
                columns: table => new
                {
                    RevisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevisionSubject", x => new { x.RevisionId, x.SubjectId });
                    table.ForeignKey(
                        name: "FK_RevisionSubject_Revision_RevisionId",
                        column: x => x.RevisionId,
                        principalTable: "Revision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Subject",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    PlainName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Village = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    IsHeadOfUnit = table.Column<bool>(type: "boolean", nullable: false),
                    CollectiveId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsArmedForces = table.Column<bool>(type: "boolean", nullable: false),
                    Clearance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ShowsMinors = table.Column<bool>(type: "boolean", nullable: false),
                    BornOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    DeceasedOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    IsSample = table.Column<bool>(type: "boolean", nullable: false),
                    Stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    StageAt = table.Column<long>(type: "bigint", nullable: false),
                    StageNote = table.Column<string>(type: "text", nullable: false),
                    StageBefore = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subject", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Subject_Subject_CollectiveId",
                        column: x => x.CollectiveId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    State = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    Purposes = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    Method = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    TextVersion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ObtainedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    GivenAt = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Guardian = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    ChildAssents = table.Column<bool>(type: "boolean", nullable: false),
                    RemindedAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consent_Subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SubjectCriterion",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Criterion = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Result = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Lead = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    TitleYears = table.Column<string>(type: "text", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectCriterion", x => new { x.SubjectId, x.Criterion });
                    table.ForeignKey(
                        name: "FK_SubjectCriterion_Item_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SubjectCriterion_Subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SubjectFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Criterion = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubjectFile_Consent_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "Consent",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SubjectFile_Subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Subject",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Consent_State_ExpiresOn",
                table: "Consent",
                columns: new[] { "State", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Consent_SubjectId",
                table: "Consent",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionSubject_SubjectId_RevisionId",
                table: "RevisionSubject",
                columns: new[] { "SubjectId", "RevisionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Subject_CollectiveId",
                table: "Subject",
                column: "CollectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_Subject_Slug",
                table: "Subject",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subject_Stage_ChangedAt",
                table: "Subject",
                columns: new[] { "Stage", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SubjectCriterion_DocumentId",
                table: "SubjectCriterion",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_SubjectFile_ConsentId",
                table: "SubjectFile",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_SubjectFile_SubjectId",
                table: "SubjectFile",
                column: "SubjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RevisionSubject");

            migrationBuilder.DropTable(
                name: "SubjectCriterion");

            migrationBuilder.DropTable(
                name: "SubjectFile");

            migrationBuilder.DropTable(
                name: "Consent");

            migrationBuilder.DropTable(
                name: "Subject");
        }
    }
}
