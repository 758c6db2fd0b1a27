using System.Text;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Seeding;

/// <summary>What goes out comes back: the folder byte for byte, and the site behind it item for item.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] awkward =
    [
        "yes", "No", "1.0", "0x1F", "2023-03-20", "~", "null", "", "# không phải lời chú", "- không phải danh sách", "khóa: giá trị", "kết thúc bằng hai chấm:",
        "có # ở giữa", "\"ngoặc kép\"", "'ngoặc đơn'", "“ngoặc cong”", "{a: b}", "[a, b]", "*đậm*", "&neo", "!thẻ", "%phần", "@ai", "`mã`", "| ống", "> trích", "? hỏi",
        ":::", "::: anh", "---", "...", "\\n không xuống dòng", "🎉 hội xuân", "Chúc mừng 🎉", "𠀀", "a\u2028b", "\ufeffa", "a\tb", "\ta\t", "hai  dấu cách  ",
        "dòng một\n\n:::\n\n---\n::: video\ndòng cuối", "dòng một  \ndòng hai\n   \ndòng ba", "a\r\nb\rc", "a\n\tb\n  c", "#\n# tiêu đề\n- mục", "khóa: |\n  giá trị",
        "Nguye\u0302\u0303n Va\u0306n A\u0301i", "\u0300dấu đi trước", "<p>thẻ</p>", "<pre>\n\nmã</pre>", "a &amp; b", "a\u00a0b", "a\u0000b\u0007", "=", "<<", "-1", "+84 213 3896 109",
    ];

    [Fact]
    public async Task Every_type_block_and_field_comes_back_whatever_is_written_in_it()
    {
        await using var source = await TestDatabase.OpenAsync();
        var (target, media) = await AimAsync(source);
        var cancellation = TestContext.Current.CancellationToken;
        var subject = await Dossiers.AddAsync(source.Database, source.Clock);
        var bodies = new FilledBodies(awkward, target, media, subject);
        foreach (var type in ContentTypes.All)
        {
            for (var i = 0; i < 3; i++)
            {
                await source.Publisher.PublishNewAsync(source.Drafts, bodies.Of(type, $"Đủ mọi thứ {i}"));
            }

            await source.Drafts.DraftAsync(FilledBodies.Bare(type));
        }

        foreach (var text in awkward)
        {
            // Running text two in a row, between and after other blocks; nothing but this text anywhere.
            var body = new FilledBodies([text], target, media, subject).Of(ContentTypes.Get("page"), "Chữ khó " + text.Replace('\n', ' '));
            MarkdownBlock running = new() { Text = text };
            await source.Drafts.DraftAsync(body with { Blocks = [running, running, .. body.Blocks, running] });
        }

        await using var copy = await ThereAndBackAsync(source);
        await using var db = copy.Database.Open();
        Assert.Equal(1 + (ContentTypes.All.Count * 4) + awkward.Length, await db.Items.CountAsync(cancellation));
    }

    [Fact]
    public async Task Every_state_comes_back()
    {
        await using var test = await TestDatabase.OpenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var later = test.Clock.GetUtcNow().AddDays(40).AddMilliseconds(7);
        await LiveAsync("live");
        await test.Drafts.DraftAsync(Bodies.Story("draft"));
        await EditAsync(await LiveAsync("edited"));
        var planned = await EditAsync(await LiveAsync("edited and planned"));
        await DidAsync(test.Publisher.ScheduleAsync(planned.Item, planned.Version, later, Actor.Console, cancellation));
        var coming = await test.Drafts.DraftAsync(Bodies.Story("planned"));
        coming = await DidAsync(test.Publisher.ScheduleAsync(coming.Item, coming.Version, later, Actor.Console, cancellation));
        await DidAsync(test.Publisher.ExpireAsync(coming.Item, coming.Version, later.AddDays(1), Actor.Console, cancellation));
        var held = await LiveAsync("held");
        await DidAsync(test.Publisher.HoldAsync(held.Item, held.Version, Actor.Console, "# Đang xem lại: chờ.", cancellation));
        var withdrawn = await EditAsync(await LiveAsync("withdrawn and edited"));
        await DidAsync(test.Publisher.WithdrawAsync(withdrawn.Item, withdrawn.Version, Actor.Console, cancellation));
        var retracted = await LiveAsync("retracted");
        await DidAsync(test.Publisher.RetractAsync(retracted.Item, retracted.Version, Actor.Console, "Sai:\n\nsự thật.", cancellation));
        var archived = await LiveAsync("archived and led on");
        archived = await DidAsync(test.Publisher.ArchiveAsync(archived.Item, archived.Version, Actor.Console, cancellation));
        await DidAsync(test.Publisher.ForwardAsync(archived.Item, archived.Version, "/tin-tuc", Actor.Console, cancellation));
        var unpublished = await LiveAsync("unpublished");
        await DidAsync(test.Publisher.UnpublishAsync(unpublished.Item, unpublished.Version, Actor.Console, cancellation));
        var again = await LiveAsync("to come back");
        again = await DidAsync(test.Publisher.UnpublishAsync(again.Item, again.Version, Actor.Console, cancellation));
        await DidAsync(test.Publisher.ScheduleAsync(again.Item, again.Version, later, Actor.Console, cancellation));
        var ending = await LiveAsync("ending");
        await DidAsync(test.Publisher.ExpireAsync(ending.Item, ending.Version, later, Actor.Console, cancellation));
        var moved = await LiveAsync("moved");
        moved = await DidAsync(test.Drafts.MoveAsync(moved.Item, moved.Version, "dời đi", Actor.Console, cancellation));
        await DidAsync(test.Drafts.MoveAsync(moved.Item, moved.Version, "dời nữa", Actor.Console, cancellation));

        await using var copy = await ThereAndBackAsync(test);

        async Task<Outcome.Done> LiveAsync(string title)
        {
            test.Clock.Advance(TimeSpan.FromMilliseconds(61_003));
            return await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story(title) with { Tags = [title] });
        }

        Task<Outcome.Done> EditAsync(Outcome.Done live) => DidAsync(test.Drafts.SaveAsync(live.Item, live.Version, Bodies.Story("Sửa"), Actor.Console, cancellation));

        static async Task<Outcome.Done> DidAsync(Task<Outcome> act) => Assert.IsType<Outcome.Done>(await act);
    }

    [Fact]
    public async Task A_portal_that_started_empty_and_took_stories_in_comes_back()
    {
        await using var source = await TestDatabase.OpenAsync();
        using var input = new MemoryStream("""{"id":"1","title":"Tin ngoài","html":"<p>Một <b>hai</b></p>","tags":["Yes","đường"],"publishedAt":"2024-01-02"}"""u8.ToArray());
        await new StoryImport(source.Database, source.Books, source.Clock).RunAsync(input, null, TestContext.Current.CancellationToken);

        await using var copy = await ThereAndBackAsync(source);
    }

    [Fact]
    public async Task The_repositorys_own_content_comes_back()
    {
        await using var source = await TestDatabase.OpenAsync();
        var report = await Import(source).RunAsync(Repository.Content, TestContext.Current.CancellationToken);
        Assert.True(report.IsComplete, string.Join('\n', report.Refused));

        await using var copy = await ThereAndBackAsync(source);
    }

    [Fact]
    public async Task Redirects_first_results_and_what_the_library_says_of_its_files_come_back()
    {
        await using var source = await TestDatabase.OpenAsync();
        var (target, media) = await AimAsync(source);
        var described = await source.Library.DescribeAsync(media, new MediaDescription("Nương ngô: sau mưa", false, "Chú thích", "Lò Văn Mẫu", 250, 0), Actor.Console, TestContext.Current.CancellationToken);
        Assert.IsType<MediaOutcome.Done>(described);
        await using (var work = await source.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken))
        {
            work.Db.Aliases.AddRange(new Alias { Path = "cu/mot", Target = "/tin-tuc" }, new Alias { Path = "cu/hai", IsGone = true });
            work.Db.Settings.Add(new Setting { Key = SearchSettings.Key, Json = ContentJson.Write(new SearchSettings { Promotions = [new Promotion { Words = "mùa lũ", Item = target }] }) });
            work.Record(ChangeVerb.AliasesSaved);
            await work.CommitAsync(TestContext.Current.CancellationToken);
        }

        await using var copy = await ThereAndBackAsync(source);
        await using var db = copy.Database.Open();

        var file = await db.Media.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Nương ngô: sau mưa", 250, 0), (file.Alt, file.FocusX, file.FocusY));
        Assert.Contains("mùa lũ", await db.Settings.Where(setting => setting.Key == SearchSettings.Key).Select(setting => setting.Json).SingleAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, await db.Aliases.CountAsync(alias => alias.ItemId == null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_left_alone()
    {
        await using var source = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(source, ("cua-toi.txt", "giữ"));

        var report = await new SiteExport(source.Database, source.Store).RunAsync(folder, TestContext.Current.CancellationToken);

        Assert.False(report.IsComplete);
        Assert.Equal(["cua-toi.txt"], ContentFolder.Read(folder).Keys);
    }

    /// <summary>Out, into an empty database, and out again; the caller disposes of that database.</summary>
    private static async Task<TestDatabase> ThereAndBackAsync(TestDatabase source)
    {
        var copy = await TestDatabase.OpenAsync();
        copy.Clock.Advance(TimeSpan.FromDays(30));
        var (first, second) = (Path.Combine(source.Folder, "out"), Path.Combine(copy.Folder, "out"));

        Assert.Empty((await new SiteExport(source.Database, source.Store).RunAsync(first, TestContext.Current.CancellationToken)).Problems);
        var report = await Import(copy).RunAsync(first, TestContext.Current.CancellationToken);
        Assert.True(report.IsComplete, string.Join('\n', report.Refused));
        Assert.Empty((await new SiteExport(copy.Database, copy.Store).RunAsync(second, TestContext.Current.CancellationToken)).Problems);

        ContentFolder.Same(first, second);
        Assert.Equal(await WhatStandsAsync(source), await WhatStandsAsync(copy));
        return copy;
    }

    private static SeedImport Import(TestDatabase test) => new(test.Database, test.Books, test.Library, test.Clock);

    /// <summary>An item and a file for others to point at.</summary>
    private static async Task<(ItemId Target, MediaId Media)> AimAsync(TestDatabase test)
    {
        var target = await test.Drafts.DraftAsync(Bodies.Story("Đích"));
        await using var work = await test.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken);
        var bytes = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>""");
        var (file, _) = await test.Library.AddAsync(work, "hinh/1 vẽ.svg", bytes, TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        return (target.Item, file!.Id);
    }

    /// <summary>Every item with all that a reader or an editor gets of it, by names that both databases share.</summary>
    private static async Task<string> WhatStandsAsync(TestDatabase test)
    {
        await using var db = test.Database.Open();
        var cancellation = TestContext.Current.CancellationToken;
        var items = (await db.Items.ToListAsync(cancellation)).OrderBy(item => item.Path, StringComparer.Ordinal).ToList();
        var bodies = await db.Revisions.ToDictionaryAsync(revision => revision.Id, revision => revision.Body, cancellation);
        var aliases = (await db.Aliases.ToListAsync(cancellation)).Select(alias => $"{alias.Path} → {alias.ItemId} {alias.Target} {alias.IsGone}").Order(StringComparer.Ordinal);
        var described = (await db.Media.ToListAsync(cancellation)).Select(file => $"{file.Path} {file.Alt} {file.IsDecorative} {file.Caption} {file.Credit} {file.FocusX} {file.FocusY}").Order(StringComparer.Ordinal);
        var subjects = (await db.Subjects.ToListAsync(cancellation)).Select(subject => $"{subject.Slug} {subject.Name} {subject.Kind} {subject.Unit} {subject.BornOn} {subject.Stage}").Order(StringComparer.Ordinal);
        var consents = (await db.Consents.ToListAsync(cancellation)).Select(consent => $"{consent.State} {string.Join(' ', consent.Fields)} {consent.Guardian} {consent.GivenAt:O} {consent.WithdrawnAt:O}").Order(StringComparer.Ordinal);
        var text = new StringBuilder().AppendJoin('\n', subjects).AppendJoin('\n', consents).AppendJoin('\n', aliases).Append('\n').AppendJoin('\n', described);
        foreach (var item in items)
        {
            var live = item.LiveRevisionId is { } liveId ? bodies[liveId] : null;

            // A live item that is to be published again needs a draft in its folder, and there it is the same text.
            var draft = item.DraftRevisionId is { } draftId && bodies[draftId] != live ? bodies[draftId] : null;
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"\n{item.Path} {item.Standing} {item.StandingNote} {item.ExternalId} {item.PublishedAt:O} {item.PublishAt:O} {item.ExpireAt:O} {item.Title}\n  {live}\n  {draft}");
        }

        foreach (var (id, path) in items.Select(item => (item.Id.ToString(), item.Path)).Concat((await db.Subjects.ToListAsync(cancellation)).Select(subject => (subject.Id.ToString(), subject.Slug)))
            .Concat((await db.Media.ToListAsync(cancellation)).Select(file => (file.Id.ToString(), file.Path))))
        {
            text.Replace(id, path);
        }

        return text.ToString();
    }
}
