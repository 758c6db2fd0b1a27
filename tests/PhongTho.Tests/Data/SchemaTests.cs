using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Subjects;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Data;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_schema_is_the_approved_one_and_has_its_migration(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-schema-").FullName;
        var database = new CmsDatabase(provider == "sqlite" ? null : "Host=127.0.0.1", folder, new ChangeSignal(), TimeProvider.System);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
        await GoldenFile.MatchAsync(db.Database.GenerateCreateScript(), $"schema.{provider}.sql");
    }

    [Fact]
    public async Task Files_from_before_their_descriptions_keep_their_places_and_can_be_searched()
    {
        await using var test = await TestDatabase.OpenAsync("Start");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Media" ("Id", "Path", "Hash", "ContentType", "Size", "Width", "Height", "CreatedAt")
                VALUES ('0195A000-0000-7000-8000-000000000001', 'minh-hoa/2026/Guong-01.svg', 'aa', 'image/svg+xml', 10, 4, 3, 5),
                       ('0195A000-0000-7000-8000-000000000002', 'bieu-mau.pdf', 'bb', 'application/pdf', 20, NULL, NULL, 6);
                """, TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        var files = await db.Media.OrderBy(file => file.Size).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["minh-hoa/2026", ""], files.Select(file => file.Folder));
        Assert.Equal(["minh-hoa/2026/guong-01.svg", "bieu-mau.pdf"], files.Select(file => file.Words));
        Assert.All(files, file => Assert.True(file is { Alt: null, IsDecorative: false, FocusX: null, UploadedBy: null }));
    }

    [Fact]
    public async Task Items_from_before_the_newsroom_are_their_writers()
    {
        await using var test = await TestDatabase.OpenAsync("MediaDescriptions");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Item" ("Id", "Type", "Path", "Stage", "Standing", "CreatedAt", "UpdatedAt", "Version", "RevisionCount", "Title", "Summary", "Card", "ListedAt")
                VALUES ('0195A000-0000-7000-8000-000000000001', 'story', 'tin-tuc/cu', 'Draft', 'Private', 5, 7, 2, 2, 'Bài cũ', '', '{{}}', 5);
                INSERT INTO "Revision" ("Id", "ItemId", "Number", "Body", "Author", "CreatedAt")
                VALUES ('0195A000-0000-7000-8000-000000000002', '0195A000-0000-7000-8000-000000000001', 1, '{{}}', 'seed', 5),
                       ('0195A000-0000-7000-8000-000000000003', '0195A000-0000-7000-8000-000000000001', 2, '{{}}', 'import', 6);
                """, TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        var item = await db.Items.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("seed", "import", "Bài cũ", item.UpdatedAt), (item.CreatedBy, item.DraftedBy, item.DraftTitle, item.DraftedAt));
        Assert.True(item is { TrashedAt: null, SubmittedBy: null, OwnerUnit: null });
        Assert.Empty(db.Users);
    }

    [Fact]
    public async Task A_newsroom_from_before_nominations_takes_them_in()
    {
        await using var test = await TestDatabase.OpenAsync("Newsroom");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """INSERT INTO "Change" ("Position", "At", "Actor", "Verb") VALUES (1, 5, 'seed', 'TermsSaved')""", TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        Assert.Equal(ChangeVerb.TermsSaved, await db.Changes.Select(change => change.Verb).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Nominations.Include(row => row.Photos).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_newsroom_from_before_the_office_keeps_its_nominations_and_takes_registrations()
    {
        await using var test = await TestDatabase.OpenAsync("Nominations");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """INSERT INTO "Change" ("Position", "At", "Actor", "Verb") VALUES (1, 5, 'citizen', 'NominationReceived')""", TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        Assert.Equal(ChangeVerb.NominationReceived, await db.Changes.Select(change => change.Verb).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Registrations.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.RegistrationRounds.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.UnitPlans.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Consultations.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.ConsultationComments.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Texts_from_before_the_dossiers_name_nobody_and_can_be_named_in()
    {
        await using var test = await TestDatabase.OpenAsync("Nominations");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Change" ("Position", "At", "Actor", "Verb") VALUES (1, 5, 'seed', 'Published');
                UPDATE "Clock" SET "Position" = 1;
                """, TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        var subject = await Dossiers.AddAsync(test.Database, test.Clock);
        await using var db = test.Database.Open();
        Assert.Empty(await db.ItemsNaming(subject).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ConsentState.Given, await db.Consents.Where(row => row.SubjectId == subject).Select(row => row.State).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dossiers_from_before_the_letters_stay_and_letters_are_taken_in()
    {
        await using var test = await TestDatabase.OpenAsync("Subjects");
        var subject = await Dossiers.AddAsync(test.Database, test.Clock);

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        Assert.Equal(subject, await db.Subjects.Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Feedback.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Clause", "C-I.2b")]
    [Trait("Clause", "C-II.1.2c")]
    public async Task Gifts_and_followers_told_inside_stories_move_into_their_registers()
    {
        await using var test = await TestDatabase.OpenAsync("Feedback");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Item" ("Id", "Type", "Path", "Stage", "Standing", "CreatedAt", "UpdatedAt", "Version", "RevisionCount", "Title", "Summary", "Card", "ListedAt", "LiveRevisionId", "CreatedBy", "DraftedAt", "DraftedBy", "DraftTitle")
                VALUES ('0195A000-0000-7000-8000-000000000001', 'exemplar', 'nguoi-tot-viec-tot/cu', 'Draft', 'Live', 5, 7, 2, 1, 'Gương cũ', '', '{{}}', 5, '0195A000-0000-7000-8000-000000000002', 'seed', 5, 'seed', 'Gương cũ'),
                       ('0195A000-0000-7000-8000-000000000003', 'exemplar', 'nguoi-tot-viec-tot/khong', 'Draft', 'Live', 5, 7, 2, 1, 'Gương không kể gì', '', '{{}}', 5, '0195A000-0000-7000-8000-000000000004', 'seed', 5, 'seed', 'Gương không kể gì');
                INSERT INTO "Revision" ("Id", "ItemId", "Number", "Body", "Author", "CreatedAt")
                VALUES ('0195A000-0000-7000-8000-000000000002', '0195A000-0000-7000-8000-000000000001', 1, '{{"unit":"xa-cu","village":"bản Mẫu 1","year":2023,"contributions":[{{"kind":"Tiền mặt","quantity":87.5,"unit":"triệu đồng","beneficiary":"nhà văn hóa"}},{{"kind":"Cát","quantity":60,"unit":"m³"}}],"replications":[{{"who":"Hộ thứ nhất","on":"2020-02","result":"0,4 ha"}},{{"who":"Nhóm 11 hộ"}}]}}', 'seed', 5),
                       ('0195A000-0000-7000-8000-000000000004', '0195A000-0000-7000-8000-000000000003', 1, '{{}}', 'seed', 5);
                """, TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        var gifts = (await db.Contributions.ToListAsync(TestContext.Current.CancellationToken)).OrderBy(row => row.What, StringComparer.Ordinal).ToList();
        Assert.Equal([("hien-vat", "Cát", 60m, "m³", ""), ("tien", "Tiền mặt", 87_500_000m, "đồng", "nhà văn hóa")], gifts.Select(row => (row.Kind, row.What, row.Quantity, row.Measure, row.Beneficiary)));
        Assert.All(gifts, row => Assert.True(row is { Unit: "xa-cu", Village: "bản Mẫu 1", Year: 2023, VerifiedBy: "import", SubjectId: null } && row.GivenOn?.ToString() == "2023"));
        var followers = await db.Replications.OrderBy(row => row.Code).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("NR-1970-000001", "Nhóm 11 hộ", ReplicationState.Confirmed, ReplicatorKind.Unit), ("NR-2020-000001", "Hộ thứ nhất", ReplicationState.Checked, ReplicatorKind.Household)],
            followers.Select(row => (row.Code, row.Who, row.State, row.Kind)));
        Assert.True(followers[1] is { Result: "0,4 ha", Unit: "xa-cu", ShowsName: true });
    }

    [Fact]
    public async Task Commendations_told_inside_stories_move_into_the_register_and_a_revoked_one_is_no_badge()
    {
        await using var test = await TestDatabase.OpenAsync("Spread");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Item" ("Id", "Type", "Path", "Stage", "Standing", "CreatedAt", "UpdatedAt", "Version", "RevisionCount", "Title", "Summary", "Card", "ListedAt", "CreatedBy", "DraftedBy", "DraftedAt", "DraftTitle", "LiveRevisionId")
                VALUES ('0195A000-0000-7000-8000-000000000001', 'exemplar', 'nguoi-tot-viec-tot/cu', 'Idle', 'Live', 1700000000000, 1700000000000, 2, 1, 'Gương cũ', '', '{{"subject":"Tổ Mẫu","commendations":[{{"form":"giay-khen-huyen"}}]}}', 5, 'seed', 'seed', 5, '', '0195A000-0000-7000-8000-000000000002');
                INSERT INTO "Revision" ("Id", "ItemId", "Number", "Body", "Author", "CreatedAt")
                VALUES ('0195A000-0000-7000-8000-000000000002', '0195A000-0000-7000-8000-000000000001', 1,
                    '{{"title":"Gương cũ","subjectName":"Tổ Mẫu","subjectKind":"tap-the","unit":"xa-dao-san-cu","isSample":true,"commendations":[{{"form":"giay-khen-huyen","occasion":"dot-xuat","achievement":"Cứu người","decisionNumber":"1093/QĐ-UBND","decidedOn":"2023-07-17","authority":"Chủ tịch UBND huyện Phong Thổ"}},{{"form":"bang-khen-tinh","decisionNumber":"99/QĐ-UBND","decidedOn":"2023-09","authority":"Chủ tịch UBND tỉnh","revokedBy":"120/QĐ-UBND","revokedOn":"2024-11-04"}},{{"form":"giay-khen-xa","achievement":"Chưa có số"}}]}}', 'seed', 5);
                INSERT INTO "ItemTerm" ("ItemId", "Taxonomy", "Slug")
                VALUES ('0195A000-0000-7000-8000-000000000001', 'hinh-thuc', 'giay-khen-huyen'), ('0195A000-0000-7000-8000-000000000001', 'hinh-thuc', 'bang-khen-tinh'), ('0195A000-0000-7000-8000-000000000001', 'dip-khen', 'dot-xuat'), ('0195A000-0000-7000-8000-000000000001', 'xa', 'xa-dao-san-cu');
                """, TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        var rows = await db.Commendations.OrderBy(row => row.ListedOn).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([CommendationState.Announced, CommendationState.Revoked, CommendationState.Proposed], rows.Select(row => row.State));
        Assert.Equal(["1093/QĐ-UBND", "99/QĐ-UBND", ""], rows.Select(row => row.Decision));
        Assert.Equal([new DateOnly(2023, 7, 17), new DateOnly(2023, 9, 1), new DateOnly(2023, 11, 14)], rows.Select(row => row.ListedOn));
        Assert.Equal(["KT-2023-000001", "KT-2023-000002", "KT-2023-000003"], rows.Select(row => row.Code));
        Assert.True(rows[0] is { SubjectName: "Tổ Mẫu", SubjectKind: "tap-the", Unit: "xa-dao-san-cu", Occasion: "dot-xuat", Achievement: "Cứu người", IsSample: true, DecisionNumber: "1093", DecisionSymbol: "QĐ-UBND" });
        Assert.Equal(("120/QĐ-UBND", PartialDate.Parse("2024-11-04")), (rows[1].RevokedBy, rows[1].RevokedOn));
        Assert.Equal(["dot-xuat", "giay-khen-huyen", "xa-dao-san-cu"], await db.ItemTerms.OrderBy(term => term.Slug).Select(term => term.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("commendations", (await db.Revisions.SingleAsync(TestContext.Current.CancellationToken)).Body, StringComparison.Ordinal);
        Assert.Equal("Tổ Mẫu", (await db.Items.SingleAsync(TestContext.Current.CancellationToken)).Card.Subject);
        Assert.Equal((1, ChangeVerb.TermsSaved), (await db.Clocks.Select(clock => clock.Position).SingleAsync(TestContext.Current.CancellationToken), await db.Changes.Select(change => change.Verb).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Revoked_decisions_and_registrations_from_before_their_links_stay_and_rankings_are_taken_in()
    {
        await using var test = await TestDatabase.OpenAsync("Commendations");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Commendation" ("Code", "State", "StateAt", "Version", "CreatedAt", "SubjectName", "SubjectKind", "Form", "Achievement", "AchievementKey", "ProposedBy", "DecisionNumber", "DecisionSymbol", "Signer", "SignerPost", "Authority", "IsSample", "RevokedBy", "Reason", "ListedOn")
                VALUES ('KT-2024-000001', 'Revoked', 5, 3, 5, 'HTX Mẫu', 'tap-the', 'giay-khen-huyen', '', 'KT-2024-000001', '', '99', 'QĐ-UBND', '', '', '', TRUE, '120/QĐ-UBND', '', '2024-09-30');
                INSERT INTO "StrivingRegistration" ("Id", "Year", "Unit", "Kind", "Name", "Target", "Sheet", "HeadName", "State", "StateAt", "Remark", "CreatedBy", "Version")
                VALUES ('0195A000-0000-7000-8000-000000000001', 2026, 'xa-khong-lao', 'tap-the', 'Tổ Mẫu', 'giay-khen-xa', '{{}}', '', 'Open', 5, '', 'seed', 1);
                """, TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        Assert.Equal(("120/QĐ-UBND", (ItemId?)null), ((await db.Commendations.SingleAsync(TestContext.Current.CancellationToken)).RevokedBy, (await db.Commendations.SingleAsync(TestContext.Current.CancellationToken)).RevokingItemId));
        Assert.Null((await db.Registrations.SingleAsync(TestContext.Current.CancellationToken)).SubjectId);
        Assert.Empty(await db.ScoreTables.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.ScoreSheets.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Inspections.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.CouncilMeetings.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_newsroom_from_before_the_questions_keeps_what_it_chose_and_counts_what_is_asked()
    {
        await using var test = await TestDatabase.OpenAsync("Channels");
        await using (var before = test.Database.Open())
        {
            await before.Database.ExecuteSqlRawAsync(
                """INSERT INTO "Setting" ("Key", "Json") VALUES ('search', '{{"promotions":[{{"words":"nộp đơn","item":"0195a000-0000-7000-8000-000000000001"}}]}}')""", TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        var chosen = ContentJson.Read<SearchSettings>(await db.Settings.Select(setting => setting.Json).SingleAsync(TestContext.Current.CancellationToken)).Promotions;
        Assert.True(Assert.Single(chosen) is { Words: "nộp đơn", From: null, Until: null });
        Assert.Empty(await db.UnansweredQuestions.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Abbreviations.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Synonyms.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sqlite_writes_ahead_keeps_its_references_and_waits_for_the_other_writer()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-schema-").FullName;
        var database = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        await using var db = database.Open();

        Assert.Equal("wal", await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Database.SqlQuery<long>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
        Assert.True(await db.Database.SqlQuery<long>($"SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(TestContext.Current.CancellationToken) > 0);
    }

    [Fact]
    public async Task A_process_killed_while_it_migrated_does_not_stop_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-schema-").FullName;
        var database = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System);
        await using (var killed = database.Open())
        {
            // What EF leaves behind when it dies between taking its lock and giving it back.
            await killed.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
                """, TestContext.Current.CancellationToken);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await database.MigrateAsync(patience.Token);

        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Processes_that_start_at_once_migrate_once()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-schema-").FullName;
        var starting = Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System).MigrateAsync(TestContext.Current.CancellationToken)));
        await Task.WhenAll(starting);

        await using var db = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System).Open();
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Pages_from_before_the_channels_are_held_against_what_their_people_agreed_to()
    {
        await using var test = await TestDatabase.OpenAsync("Rankings");
        await using (var before = test.Database.Open())
        {
            var yes = test.Connection is null ? "1" : "TRUE";
            await before.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Item" ("Id", "Type", "Path", "Stage", "Standing", "LiveRevisionId", "CreatedAt", "UpdatedAt", "Version", "RevisionCount", "CreatedBy", "DraftedBy", "DraftedAt", "DraftTitle", "Title", "Summary", "Card", "ListedAt")
                VALUES ('0195A000-0000-7000-8000-000000000001', 'story', 'tin-tuc/cu', 'Idle', 'Live', '0195A000-0000-7000-8000-000000000002', 5, 7, 2, 1, 'seed', 'seed', 5, 'Bài cũ', 'Bài cũ', '', '{{}}', 5);
                INSERT INTO "Revision" ("Id", "ItemId", "Number", "Body", "Author", "CreatedAt")
                VALUES ('0195A000-0000-7000-8000-000000000002', '0195A000-0000-7000-8000-000000000001', 1, '{{"title":"Bài cũ","subjects":["0195a000-0000-7000-8000-000000000003"],"blocks":[]}}', 'seed', 5);
                INSERT INTO "Subject" ("Id", "Slug", "Kind", "Name", "PlainName", "IsHeadOfUnit", "IsArmedForces", "ShowsMinors", "IsSample", "Stage", "StageAt", "StageNote", "Version", "CreatedAt", "CreatedBy", "ChangedAt", "ChangedBy")
                VALUES ('0195A000-0000-7000-8000-000000000003', 'mau', 'nguoi-dan', 'Vàng A Mẫu', 'vang a mau', NOT yes, NOT yes, NOT yes, yes, 'Emerging', 5, '', 1, 5, 'seed', 5, 'seed');
                INSERT INTO "Consent" ("Id", "SubjectId", "PersonName", "State", "StateAt", "Purposes", "Fields", "Method", "TextVersion", "ObtainedBy", "Guardian", "ChildAssents", "Note", "CreatedAt", "CreatedBy", "Version")
                VALUES ('0195A000-0000-7000-8000-000000000004', '0195A000-0000-7000-8000-000000000003', '', 'Given', 5, 'Portal Print', 'Name', 'Scan', '', 'seed', '', NOT yes, '', 5, 'seed', 1);
                INSERT INTO "RevisionSubject" ("RevisionId", "SubjectId", "ItemId")
                VALUES ('0195A000-0000-7000-8000-000000000002', '0195A000-0000-7000-8000-000000000003', '0195A000-0000-7000-8000-000000000001');
                """.Replace("yes", yes, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        await test.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await new ConsentDesk(test.Database, test.Pictures, test.Clock).HoldAgainstTodayAsync(TestContext.Current.CancellationToken);

        await using var db = test.Database.Open();
        Assert.Equal([ConsentPurpose.Feed, ConsentPurpose.Radio, ConsentPurpose.Social], (await db.ClosedChannels.ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Purpose).OrderBy(purpose => purpose.ToString()));
        Assert.Equal("Bài cũ", await db.LiveItems().Select(row => row.Title).SingleAsync(TestContext.Current.CancellationToken));
    }
}
