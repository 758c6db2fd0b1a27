using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Consents;

/// <summary>What somebody agreed to decides what is shown of them, and for how long.</summary>
public sealed class ConsentTests
{
    private static readonly string[] steps = ["Đào hố"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_named_person_is_published_only_with_a_consent_for_all_that_is_shown()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        var nobody = await DraftAsync(test, null);
        var draft = await DraftAsync(test, person);

        Assert.Contains("chưa chọn hồ sơ", (await RefusedAsync(test, nobody, "dossier")).Message, StringComparison.Ordinal);
        Assert.Equal("Vàng A Mẫu: chưa có đồng ý đang có hiệu lực cho: tên.", (await RefusedAsync(test, draft, "consent")).Message);
        Assert.Equal("consent", Assert.IsType<Outcome.Refused>(
            await test.Publisher.ScheduleAsync(draft.Item, draft.Version, test.Clock.GetUtcNow().AddDays(1), Actor.Console, Cancellation)).Reason.Code);

        Assert.Null((await desk.KeepAsync(person, Paper() with { Purposes = [ConsentPurpose.Print] }, People.Editor, Cancellation)).Reason);
        await RefusedAsync(test, draft, "consent");

        Assert.Null((await desk.KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);
        await DidAsync(test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task What_a_text_can_do_without_is_left_out_when_nobody_agreed_to_it()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        await DeskOf(test).KeepAsync(person, Paper(), People.Editor, Cancellation);
        var draft = await DraftAsync(test, person, village: "bản Mẫu 9");

        await DidAsync(test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation));

        await using var db = test.Database.Open();
        var item = await db.Items.SingleAsync(row => row.Id == draft.Item, Cancellation);
        var live = await db.Revisions.Where(row => row.Id == item.LiveRevisionId).Select(row => row.Body).SingleAsync(Cancellation);
        Assert.DoesNotContain("bản Mẫu 9", live, StringComparison.Ordinal);
        Assert.Empty(item.Card.Facts);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_child_needs_the_guardian_its_own_yes_and_stands_there_by_initials()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var child = await Dossiers.AddAsync(test.Database, test.Clock, "Lò Văn Bé Mẫu", consents: false, shape: subject => subject.BornOn = PartialDate.Parse("2014"));

        Assert.Equal("guardian", (await desk.KeepAsync(child, Paper(), People.Editor, Cancellation)).Reason?.Code);
        Assert.Equal("child", (await desk.KeepAsync(child, Paper() with { Guardian = "Lò Văn Bố (bố)" }, People.Editor, Cancellation)).Reason?.Code);
        Assert.Null((await desk.KeepAsync(child, Paper() with { Guardian = "Lò Văn Bố (bố)", ChildAssents = true }, People.Editor, Cancellation)).Reason);

        var full = await DraftAsync(test, child, name: "Lò Văn Bé Mẫu");
        Assert.Contains("«L.V.B.M.»", (await RefusedAsync(test, full, "child")).Message, StringComparison.Ordinal);
        var initials = await DraftAsync(test, child, name: "L.V.B.M.");
        await DidAsync(test.Publisher.PublishAsync(initials.Item, initials.Version, Actor.Console, Cancellation));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task The_dead_are_spoken_for_by_their_family_soldiers_cleared_by_their_unit_and_children_in_the_pictures_of_a_group_asked_for()
    {
        await using var test = await TestDatabase.OpenAsync();
        var dead = await Dossiers.AddAsync(test.Database, test.Clock, "Cụ Mẫu", shape: subject => subject.DeceasedOn = PartialDate.Parse("2025-02"));
        var soldier = await Dossiers.AddAsync(test.Database, test.Clock, "Chiến sĩ Mẫu", SubjectKinds.Official, shape: subject => subject.IsArmedForces = true);
        var group = await Dossiers.AddAsync(test.Database, test.Clock, "Trường Mẫu", SubjectKinds.Collective, consents: false, shape: subject => subject.ShowsMinors = true);

        Assert.Contains("gia đình đồng ý thay", (await RefusedAsync(test, await DraftAsync(test, dead), "consent")).Message, StringComparison.Ordinal);
        Assert.Contains("đồng ý của đơn vị", (await RefusedAsync(test, await DraftAsync(test, soldier), "clearance")).Message, StringComparison.Ordinal);
        await using var db = test.Database.Open();
        var school = await db.Subjects.SingleAsync(row => row.Id == group, Cancellation);
        var today = SiteTime.Today(test.Clock);
        Assert.Null(ConsentRules.WhyNotShow(school, [], [ConsentField.Name], ConsentPurpose.Portal, today));
        Assert.Contains("trẻ em", ConsentRules.WhyNotShow(school, [], [ConsentField.Image], ConsentPurpose.Portal, today)!.Message, StringComparison.Ordinal);

        Assert.Null((await DeskOf(test).KeepAsync(dead, Paper() with { Guardian = "Con trai" }, People.Editor, Cancellation)).Reason);
        var draft = await DraftAsync(test, dead);
        await DidAsync(test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_consent_that_ended_takes_its_page_along_and_its_keepers_were_told_a_month_before()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        await desk.KeepAsync(person, Paper() with { ExpiresOn = SiteTime.Today(test.Clock).AddDays(40) }, People.Editor, Cancellation);
        var draft = await DraftAsync(test, person);
        await DidAsync(test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation));

        await desk.RunDueAsync(Cancellation);
        Assert.Empty(await desk.ExpiringAsync(Cancellation));
        test.Clock.Advance(TimeSpan.FromDays(11));
        await desk.RunDueAsync(Cancellation);
        Assert.Equal(person, Assert.Single(await desk.ExpiringAsync(Cancellation)).Id);
        Assert.Equal(Standing.Live, await StandingAsync(test, draft.Item));

        test.Clock.Advance(TimeSpan.FromDays(30));
        await desk.RunDueAsync(Cancellation);

        Assert.Equal(Standing.Withdrawn, await StandingAsync(test, draft.Item));
        await using var db = test.Database.Open();
        Assert.Equal(1, await db.Changes.CountAsync(change => change.Verb == ChangeVerb.ConsentExpiring, Cancellation));
        Assert.Equal(ConsentState.Expired, await db.Consents.Select(row => row.State).SingleAsync(Cancellation));
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task One_click_takes_every_text_that_names_somebody_and_only_a_new_consent_leads_back()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var other = await Dossiers.AddAsync(test.Database, test.Clock, "Giàng A Thử");
        var page = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu"));
        var naming = await PublishAsync(test, Bodies.Story("Kể về anh") with { Subjects = [person, other] });
        var telling = await PublishAsync(test, Bodies.Story("Về vườn lê") with { About = [page.Item] });
        var elsewhere = await PublishAsync(test, ContentOf(other, "Giàng A Thử"));
        var coming = await test.Drafts.DraftAsync(Bodies.Story("Hẹn giờ") with { Subjects = [person] });
        await DidAsync(test.Publisher.ScheduleAsync(coming.Item, coming.Version, test.Clock.GetUtcNow().AddDays(2), Actor.Console, Cancellation));

        Assert.Equal("right", (await desk.WithdrawAsync(person, People.Editor, Cancellation))?.Code);
        Assert.Null(await desk.WithdrawAsync(person, People.Publisher, Cancellation));

        foreach (var gone in new[] { page, naming, telling })
        {
            Assert.Equal(Standing.Withdrawn, await StandingAsync(test, gone.Item));
        }

        Assert.Equal(Standing.Live, await StandingAsync(test, elsewhere.Item));
        await using (var db = test.Database.Open())
        {
            Assert.Equal(Stage.Draft, await db.Items.Where(row => row.Id == coming.Item).Select(row => row.Stage).SingleAsync(Cancellation));
            var told = await db.Changes.Where(change => change.Verb == ChangeVerb.Withdrawn || change.Verb == ChangeVerb.ConsentChanged || change.Verb == ChangeVerb.SubjectAdded).ToListAsync(Cancellation);
            Assert.All(told, change => Assert.DoesNotContain("Mẫu", change.Note + change.Subject, StringComparison.Ordinal));
        }

        test.Clock.Advance(TimeSpan.FromHours(1));
        page = page with { Version = await VersionAsync(test, page.Item) };
        Assert.Equal("withdrawn", Assert.IsType<Outcome.Refused>(await test.Drafts.SaveAsync(page.Item, page.Version, ContentOf(person, "Vàng A Mẫu"), Actor.Console, Cancellation)).Reason.Code);
        Assert.Null((await desk.KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);
        page = await DidAsync(test.Drafts.SaveAsync(page.Item, page.Version, ContentOf(person, "Vàng A Mẫu"), Actor.Console, Cancellation));
        await DidAsync(test.Publisher.PublishAsync(page.Item, page.Version, Actor.Console, Cancellation));
        Assert.Equal(Standing.Live, await StandingAsync(test, page.Item));
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task What_was_written_about_somebody_alone_is_emptied_and_what_names_others_too_goes_on_without_the_name()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var other = await Dossiers.AddAsync(test.Database, test.Clock, "Giàng A Thử");
        var page = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu") with { Tags = ["Vàng A Mẫu"] });
        page = await DidAsync(test.Drafts.SaveAsync(page.Item, page.Version, ContentOf(person, "Vàng A Mẫu", "bản Mẫu 9"), Actor.Console, Cancellation));
        var both = await PublishAsync(test, Bodies.Story("Vàng A Mẫu và Giàng A Thử", "Anh VÀNG A MẪU mở đường.") with { Subjects = [person, other], About = [page.Item] });
        await DidAsync(test.Publisher.SubmitAsync(page.Item, page.Version, "Nhờ xem kỹ đoạn về anh Vàng A Mẫu", Actor.Console, Cancellation));

        Assert.Null(await DeskOf(test).WithdrawAsync(person, People.Publisher, Cancellation));

        await using var db = test.Database.Open();
        Assert.DoesNotContain(await db.Revisions.ToListAsync(Cancellation), row => row.Body.Contains("Vàng A Mẫu", StringComparison.OrdinalIgnoreCase) || row.Body.Contains("bản Mẫu", StringComparison.Ordinal));
        Assert.DoesNotContain(await db.Changes.ToListAsync(Cancellation), row => row.Note?.Contains("Mẫu", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(await db.Items.ToListAsync(Cancellation), row => (row.Title + row.DraftTitle + row.Card.Subject).Contains("Vàng A Mẫu", StringComparison.Ordinal));
        Assert.Empty(await db.Terms.ToListAsync(Cancellation));

        // The others' story may go on; the emptied page may not without a consent.
        var mended = await DidAsync(test.Drafts.SaveAsync(both.Item, await VersionAsync(test, both.Item), Bodies.Story("Giàng A Thử") with { Subjects = [other] }, Actor.Console, Cancellation));
        await DidAsync(test.Publisher.PublishAsync(mended.Item, mended.Version, Actor.Console, Cancellation));
        Assert.Equal("withdrawn", Assert.IsType<Outcome.Refused>(await test.Drafts.SaveAsync(page.Item, await VersionAsync(test, page.Item), Bodies.Story("x"), Actor.Console, Cancellation)).Reason.Code);
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task A_way_of_doing_goes_along_when_it_says_the_name_and_stays_without_the_link_when_it_does_not()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var page = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu"));
        var naming = await PublishAsync(test, WayOf(page.Item, "Như anh Vàng A Mẫu đã làm."));
        var silent = await PublishAsync(test, WayOf(page.Item, "Trồng theo đường đồng mức."));

        Assert.Null(await DeskOf(test).WithdrawAsync(person, People.Publisher, Cancellation));

        Assert.Equal((Standing.Withdrawn, Standing.Live), (await StandingAsync(test, naming.Item), await StandingAsync(test, silent.Item)));
        Assert.DoesNotContain("Vàng A Mẫu", await LiveAsync(test, naming.Item), StringComparison.Ordinal);
        var mended = await DidAsync(test.Publisher.PublishAsync(naming.Item, await VersionAsync(test, naming.Item), Actor.Console, Cancellation));
        Assert.Equal(Standing.Live, await StandingAsync(test, mended.Item));
        Assert.Equal("consent", (await RefusedAsync(test, await test.Drafts.DraftAsync(WayOf(page.Item, "Như anh Vàng A Mẫu đã làm.")), "consent")).Code);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_narrower_consent_shortens_what_is_live_at_once_and_leaves_the_draft_alone()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var page = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu", "bản Mẫu 9"));
        page = await DidAsync(test.Drafts.SaveAsync(page.Item, page.Version, ContentOf(person, "Vàng A Mẫu", "bản Mẫu 10"), Actor.Console, Cancellation));

        Assert.Null((await desk.KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);

        await using var db = test.Database.Open();
        var item = await db.Items.SingleAsync(row => row.Id == page.Item, Cancellation);
        Assert.Equal((Standing.Live, Stage.Draft), (item.Standing, item.Stage));
        Assert.DoesNotContain("bản Mẫu", await db.Revisions.Where(row => row.Id == item.LiveRevisionId).Select(row => row.Body).SingleAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("bản Mẫu 10", await db.Revisions.Where(row => row.Id == item.DraftRevisionId).Select(row => row.Body).SingleAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task What_is_shown_again_is_asked_for_again_and_comes_back_without_what_nobody_agrees_to_any_more()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var held = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu", "bản Mẫu 9"));
        var back = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu", "bản Mẫu 9"));
        held = await DidAsync(test.Publisher.HoldAsync(held.Item, held.Version, Actor.Console, null, Cancellation));
        back = await DidAsync(test.Publisher.UnpublishAsync(back.Item, back.Version, Actor.Console, Cancellation));
        Assert.Null((await desk.KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);

        await DidAsync(test.Publisher.ReleaseAsync(held.Item, await VersionAsync(test, held.Item), Actor.Console, Cancellation));
        await DidAsync(test.Publisher.RepublishAsync(back.Item, back.Version, Actor.Console, Cancellation));

        Assert.DoesNotContain("bản Mẫu 9", await LiveAsync(test, held.Item), StringComparison.Ordinal);
        Assert.DoesNotContain("bản Mẫu 9", await LiveAsync(test, back.Item), StringComparison.Ordinal);
        Assert.Equal(Standing.Live, await StandingAsync(test, back.Item));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_draft_that_names_nobody_does_not_bring_back_the_old_text_that_does()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        Assert.Null((await DeskOf(test).KeepAsync(person, Paper() with { ExpiresOn = SiteTime.Today(test.Clock).AddDays(5) }, People.Editor, Cancellation)).Reason);
        var page = await PublishAsync(test, Bodies.Story("Kể về anh") with { Subjects = [person] });
        page = await DidAsync(test.Publisher.UnpublishAsync(page.Item, page.Version, Actor.Console, Cancellation));
        page = await DidAsync(test.Drafts.SaveAsync(page.Item, page.Version, Bodies.Story("Kể chung"), Actor.Console, Cancellation));
        test.Clock.Advance(TimeSpan.FromDays(6));

        Assert.Equal("consent", Assert.IsType<Outcome.Refused>(await test.Publisher.RepublishAsync(page.Item, page.Version, Actor.Console, Cancellation)).Reason.Code);
        await DidAsync(test.Publisher.PublishAsync(page.Item, page.Version, Actor.Console, Cancellation));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Who_turns_out_to_be_a_child_leaves_as_soon_as_the_dossier_says_so()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var page = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu"));

        Assert.Null(await new SubjectDesk(test.Database, test.Books, test.Clock).SaveAsync(
            person, 1, new SubjectIdentity { Kind = SubjectKinds.Citizen, Name = "Vàng A Mẫu", BornOn = PartialDate.Parse("2015") }, People.Editor, Cancellation));

        Assert.Equal(Standing.Withdrawn, await StandingAsync(test, page.Item));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task What_is_kept_in_the_archive_was_agreed_to_be_kept()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        Assert.Null((await desk.KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);
        var page = await PublishAsync(test, ContentOf(person, "Vàng A Mẫu"));
        Assert.Equal("consent", Assert.IsType<Outcome.Refused>(await test.Publisher.ArchiveAsync(page.Item, page.Version, Actor.Console, Cancellation)).Reason.Code);

        Assert.Null((await desk.KeepAsync(person, Paper() with { Purposes = [ConsentPurpose.Portal, ConsentPurpose.Archive] }, People.Editor, Cancellation)).Reason);
        await DidAsync(test.Publisher.ArchiveAsync(page.Item, await VersionAsync(test, page.Item), Actor.Console, Cancellation));
        Assert.Null((await desk.KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);

        Assert.Equal(Standing.Withdrawn, await StandingAsync(test, page.Item));
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("Gọi anh theo số 0987 654 321.", "số điện thoại riêng")]
    [InlineData("Căn cước 012345678901.", "số căn cước")]
    [InlineData("Ủng hộ qua số tài khoản 7801 205 123456 của anh.", "số tài khoản")]
    [InlineData("Nhà ở 22,38412; 103,25117.", "tọa độ")]
    [InlineData("Hỏi Ủy ban xã theo số 0213 3896 111; góp 1.100 m² đất, 210.000.000 đồng năm 2023.", null)]
    public async Task What_is_told_of_nobody_is_not_told_with_any_consent(string text, string? what)
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock);
        var draft = await test.Drafts.DraftAsync(Bodies.Story("Kể về anh", text) with { Subjects = [person] });

        if (what is null)
        {
            await DidAsync(test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation));
        }
        else
        {
            Assert.Contains(what, (await RefusedAsync(test, draft, "never")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_name_of_a_village_in_the_running_text_is_asked_for_like_any_other()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false, shape: subject => subject.Village = "bản Mẫu 9");
        Assert.Null((await DeskOf(test).KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);

        var telling = await test.Drafts.DraftAsync(Bodies.Story("Kể về anh", "Nhà anh ở Bản Mẫu 9, bên suối.") with { Subjects = [person] });
        Assert.Contains("tên bản", (await RefusedAsync(test, telling, "consent")).Message, StringComparison.Ordinal);
        await PublishAsync(test, Bodies.Story("Kể về anh", "Xã Bản Mẫu 9 đổi mới.") with { Subjects = [person] });
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_picture_or_a_voice_in_a_story_counts_as_theirs_who_are_named_unless_it_is_a_public_scene()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        Assert.Null((await DeskOf(test).KeepAsync(person, Paper(), People.Editor, Cancellation)).Reason);
        using var bytes = new MemoryStream(TestPictures.Jpeg(400, 200));
        var picture = Assert.IsType<MediaOutcome.Done>(await test.Library.UploadAsync(bytes, "hoi", "hoi.jpg", Actor.Console, Cancellation)).File.Id;
        var story = Bodies.Story("Kể về anh") with { Subjects = [person], Picture = new Picture { Media = picture, Alt = "Hội làng" } };

        Assert.Contains("ảnh", (await RefusedAsync(test, await test.Drafts.DraftAsync(story), "consent")).Message, StringComparison.Ordinal);
        await PublishAsync(test, story with { ShowsPublicScenes = true });
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Each_of_a_household_who_is_named_is_asked_and_what_shows_them_all_needs_them_all()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = DeskOf(test);
        var family = await Dossiers.AddAsync(test.Database, test.Clock, "Gia đình Lý A Mẫu", SubjectKinds.Household, consents: false);
        ContentBody Telling(string text) => Bodies.Story("Về một gia đình", text) with { Subjects = [family] };
        Assert.Null((await desk.KeepAsync(family, Paper() with { PersonName = "Lý A Mẫu", Fields = [ConsentField.Name, ConsentField.VillageLevelAddress] }, People.Editor, Cancellation)).Reason);
        Assert.Null((await desk.KeepAsync(family, Paper() with { PersonName = "Sùng Thị Thử", GivenOn = null }, People.Editor, Cancellation)).Reason);

        Assert.StartsWith("Sùng Thị Thử:", (await RefusedAsync(test, await test.Drafts.DraftAsync(Telling("Chị Sùng Thị Thử nuôi dê.")), "consent")).Message, StringComparison.Ordinal);
        Assert.Null((await desk.KeepAsync(family, Paper() with { PersonName = "Sùng Thị Thử" }, People.Editor, Cancellation)).Reason);
        await PublishAsync(test, Telling("Chị Sùng Thị Thử nuôi dê."));

        await using var db = test.Database.Open();
        var (subject, records) = (await db.Subjects.SingleAsync(Cancellation), await db.Consents.ToListAsync(Cancellation));
        Assert.DoesNotContain(ConsentField.VillageLevelAddress, ConsentRules.MayShow(subject, records, ConsentPurpose.Portal, SiteTime.Today(test.Clock)));
    }

    /// <summary>The name for the portal, and nothing else.</summary>
    private static ConsentPaper Paper() => new()
    {
        Fields = [ConsentField.Name],
        Purposes = [ConsentPurpose.Portal],
        Method = ConsentMethod.VoiceRecording,
        ObtainedBy = "Tổ công tác",
        GivenOn = SiteTime.DayOf(TestDatabase.Start),
    };

    private static ConsentDesk DeskOf(TestDatabase test) => new(test.Database, test.Pictures, test.Clock);

    private static ContentBody ContentOf(SubjectId? subject, string name, string? village = null)
    {
        var known = new Dictionary<string, object?> { ["title"] = "Một gương", ["subjectName"] = name, ["subjectKind"] = SubjectKinds.Citizen, ["subject"] = subject?.ToString(), ["village"] = village };
        return ContentTypes.Get("exemplar").Read(ContentJson.Write(known.Where(pair => pair.Value is not null).ToDictionary()));
    }

    private static ContentBody WayOf(ItemId exemplar, string problem) => ContentTypes.Get("model").Read(ContentJson.Write(new Dictionary<string, object?>
    {
        ["title"] = "Trồng lê trên đất dốc",
        ["kind"] = "mo-hinh",
        ["problem"] = problem,
        ["steps"] = steps,
        ["learnedFrom"] = exemplar.ToString(),
    }));

    private static Task<Outcome.Done> DraftAsync(TestDatabase test, SubjectId? subject, string name = "Vàng A Mẫu", string? village = null) => test.Drafts.DraftAsync(ContentOf(subject, name, village));

    private static Task<Outcome.Done> PublishAsync(TestDatabase test, ContentBody body) => test.Publisher.PublishNewAsync(test.Drafts, body);

    private static async Task<Refusal> RefusedAsync(TestDatabase test, Outcome.Done draft, string code)
    {
        var reason = Assert.IsType<Outcome.Refused>(await test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation)).Reason;
        Assert.Equal(code, reason.Code);
        return reason;
    }

    private static async Task<Outcome.Done> DidAsync(Task<Outcome> act) => Assert.IsType<Outcome.Done>(await act);

    private static async Task<Standing> StandingAsync(TestDatabase test, ItemId id)
    {
        await using var db = test.Database.Open();
        return await db.Items.Where(row => row.Id == id).Select(row => row.Standing).SingleAsync(Cancellation);
    }

    private static async Task<string> LiveAsync(TestDatabase test, ItemId id)
    {
        await using var db = test.Database.Open();
        return await db.Items.Where(row => row.Id == id).Join(db.Revisions, row => row.LiveRevisionId, revision => revision.Id, (row, revision) => revision.Body).SingleAsync(Cancellation);
    }

    private static async Task<int> VersionAsync(TestDatabase test, ItemId id)
    {
        await using var db = test.Database.Open();
        return await db.Items.Where(row => row.Id == id).Select(row => row.Version).SingleAsync(Cancellation);
    }
}
