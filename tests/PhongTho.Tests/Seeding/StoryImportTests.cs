using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Seeding;

public sealed class StoryImportTests
{
    private const string Units = """{"units":[{"id":"xa-dao-san","name":"Dào San","type":"Xã"}]}""";

    [Theory]
    [InlineData("{\"id\":\"a\",", "Không đọc được JSON")]
    [InlineData("[1]", "Không đọc được JSON")]
    [InlineData("null", "Dòng trống.")]
    [InlineData("{\"title\":\"Không mã\"}", "Thiếu «id».")]
    [InlineData("{\"id\":\"  \",\"title\":\"Không mã\"}", "Thiếu «id».")]
    [InlineData("{\"id\":{},\"title\":\"X\"}", "Không đọc được JSON")]
    [InlineData("{\"id\":\"a\\u0007b\",\"title\":\"X\"}", "«id» phải là chữ")]
    [InlineData("{\"id\":\"a\"}", "Tiêu đề: Chưa điền.")]
    [InlineData("{\"id\":\"a\",\"title\":\" \\u0000 \"}", "Tiêu đề: Chưa điền.")]
    [InlineData("{\"id\":\"a\",\"title\":\"X\",\"publishedAt\":\"12/06/2023\"}", "«publishedAt» không phải thời điểm ISO 8601: «12/06/2023».")]
    [InlineData("{\"id\":\"a\",\"title\":\"X\",\"publishedAt\":\"2023-02-30\"}", "«publishedAt» không phải thời điểm ISO 8601")]
    [InlineData("{\"id\":\"a\",\"title\":\"X\",\"publishedAt\":\"2023-06-12T25:00:00Z\"}", "«publishedAt» không phải thời điểm ISO 8601")]
    [InlineData("{\"id\":\"a\",\"title\":\"X\",\"unit\":\"xa-khong-co\"}", "Địa phương: Không có mục «xa-khong-co»")]
    [InlineData("{\"id\":\"a\",\"title\":\"Nửa \\ud83c chữ\"}", "Không đọc được JSON")]
    [InlineData("{\"id\":\"a\",\"title\":\"X\",\"body\":\"\\udf89\"}", "Không đọc được JSON")]
    [InlineData("{\"id\":\"a\",\"title\":\"X\",\"tags\":[\"\\ud83c\"]}", "Không đọc được JSON")]
    public async Task A_row_that_cannot_be_taken_is_named_by_its_line_and_keeps_nobody_else_out(string row, string expected)
    {
        await using var test = await TestDatabase.OpenAsync();
        await SeedUnitsAsync(test);

        var report = await ImportAsync(test, """{"id":"truoc","title":"Trước"}""", "", row, """{"id":"sau","title":"Sau","unit":"xa-dao-san"}""");

        var refused = Assert.Single(report.Refused);
        Assert.Equal(3, refused.Line);
        Assert.StartsWith(expected, refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, report.Created);
    }

    [Fact]
    public async Task Too_long_an_id_and_too_long_a_title_are_refused()
    {
        await using var test = await TestDatabase.OpenAsync();

        var report = await ImportAsync(test, $$"""{"id":"{{new string('a', 201)}}","title":"X"}""", $$"""{"id":"b","title":"{{new string('ơ', 201)}}"}""");

        Assert.Equal([1, 2], report.Refused.Select(problem => problem.Line));
        Assert.Contains("tối đa 200", report.Refused[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_changed_row_updates_in_place()
    {
        await using var test = await TestDatabase.OpenAsync();
        string[] rows =
        [
            """{"id":1,"title":"Một","summary":"Tóm","body":"Đoạn một.\n\nĐoạn hai & <ba>.","tags":"tin","publishedAt":"2024-01-02T03:04:05.678912Z","authors":["A"]}""",
            """{"id":"hai","title":"Hai","html":"<p>Chữ <b>đậm</b>&nbsp;và <i>nghiêng</i></p>","source":"Báo"}""",
            """{"id":"hen","title":"Hẹn","body":"Mai.","publishedAt":"2027-01-01"}""",
        ];
        Assert.Equal(3, (await ImportAsync(test, rows)).Created);
        var before = await LastPositionAsync(test);
        test.Clock.Advance(TimeSpan.FromDays(1));

        var again = await ImportAsync(test, rows);
        Assert.Equal((0, 0, 3), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal(before, await LastPositionAsync(test));

        var changed = await ImportAsync(test, rows[0], rows[1].Replace("Hai", "Hai rưỡi", StringComparison.Ordinal), rows[2].Replace("01-01", "01-02", StringComparison.Ordinal));
        Assert.Equal((0, 2, 1), (changed.Created, changed.Updated, changed.Unchanged));
        await using var db = test.Database.Open();
        var items = await db.Items.OrderBy(item => item.ExternalId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["1", "hai", "hen"], items.Select(item => item.ExternalId));
        Assert.Equal(("Hai rưỡi", "tin-tuc/hai"), (items[1].Title, items[1].Path));
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), items[0].PublishedAt);
        Assert.Equal(new DateTimeOffset(2027, 1, 2, 0, 0, 0, TimeSpan.FromHours(7)), items[2].PublishAt);
        Assert.Equal(Standing.Private, items[2].Standing);
    }

    [Fact]
    public async Task What_people_took_in_hand_is_kept()
    {
        await using var test = await TestDatabase.OpenAsync();
        await ImportAsync(test, """{"id":"nhap","title":"Nháp"}""", """{"id":"sua","title":"Sửa"}""", """{"id":"giu","title":"Giữ"}""", """{"id":"rut","title":"Rút"}""");
        var cancellation = TestContext.Current.CancellationToken;
        var items = await ItemsAsync(test);
        await test.Drafts.SaveAsync(items["nhap"].Id, items["nhap"].Version, Bodies.Story("Nháp của người"), Actor.Console, cancellation);
        var saved = Assert.IsType<Outcome.Done>(await test.Drafts.SaveAsync(items["sua"].Id, items["sua"].Version, Bodies.Story("Người đã sửa"), Actor.Console, cancellation));
        await test.Publisher.PublishAsync(saved.Item, saved.Version, Actor.Console, cancellation);
        await test.Publisher.HoldAsync(items["giu"].Id, items["giu"].Version, Actor.Console, null, cancellation);
        await test.Publisher.WithdrawAsync(items["rut"].Id, items["rut"].Version, Actor.Console, cancellation);

        var report = await ImportAsync(
            test, """{"id":"nhap","title":"Nguồn"}""", """{"id":"sua","title":"Nguồn"}""", """{"id":"giu","title":"Nguồn"}""", """{"id":"rut","title":"Nguồn"}""");

        Assert.Equal((0, 0, 0), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal([1, 2, 3, 4], report.Kept.Select(problem => problem.Line));
        Assert.Equal(
            [("giu", "Giữ", Standing.OnHold), ("nhap", "Nháp", Standing.Live), ("rut", "Rút", Standing.Withdrawn), ("sua", "Người đã sửa", Standing.Live)],
            (await ItemsAsync(test)).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Key, item.Value.Title, item.Value.Standing)));
    }

    [Fact]
    public async Task An_id_twice_in_a_file_is_one_story_and_its_last_row_stands()
    {
        await using var test = await TestDatabase.OpenAsync();

        var report = await ImportAsync(test, """{"id":"a","title":"Đầu"}""", """{"id":"b","title":"Khác"}""", """{"id":" a ","title":"Cuối"}""", """{"id":"a","title":"Cuối"}""");

        Assert.Equal((2, 1, 1), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal("Cuối", (await ItemsAsync(test))["a"].Title);
    }

    [Fact]
    public async Task An_id_of_content_of_another_type_is_refused()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("pages/x.md", "---\ntrang-thai: xuat-ban\ndang-luc: 2024-01-01T00:00:00Z\nma-ngoai: a\ntieu-de: X\n---\n"));
        await new SeedImport(test.Database, test.Books, test.Library, test.Clock).RunAsync(folder, TestContext.Current.CancellationToken);

        var report = await ImportAsync(test, """{"id":"a","title":"Tin"}""");

        Assert.Equal("1: Mã «a» là của một nội dung loại khác.", Assert.Single(report.Refused).ToString());
    }

    [Fact]
    public async Task Hostile_markup_comes_out_harmless()
    {
        const string Html = """
            <p onclick='x()'>Lành</p><script>alert(1)</script><img src=x onerror='alert(2)'><a href='javascript:alert(3)'>bấm</a><a href=' JaVa&#9;Script:alert(4)'>nữa</a>
            <svg><script>alert(5)</script></svg><iframe srcdoc='<script>alert(6)</script>'></iframe><style>*{display:none}</style><form action='//xau'><input name=q></form>
            <math><mtext><table><mglyph><style><img src=x onerror=alert(7)></style></mglyph></table></mtext></math><p style='position:fixed'>hết</p>
            """;
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var row = System.Text.Json.JsonSerializer.Serialize(new { id = "xau", title = "<script>alert(0)</script>", summary = "\"><img src=x onerror=alert(8)>", html = Html, authors = "<b>A</b>" });
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(row));
        Assert.True((await portal.Services.GetRequiredService<StoryImport>().RunAsync(input, null, TestContext.Current.CancellationToken)).IsComplete);

        var html = await reader.GetStringAsync(new Uri("/tin-tuc/script-alert-0-script", UriKind.Relative), TestContext.Current.CancellationToken);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Contains("Lành", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal) && script.GetAttribute("type") != "application/ld+json");
        Assert.Empty(page.QuerySelectorAll("iframe, img[src=x], main style, form[action^='//'], [style], svg script"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(page.Links, link => link.GetAttribute("href")!.Contains("script:", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("<script>alert(0)</script>", page.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_run_stopped_in_the_middle_and_run_again_brings_the_rest_exactly_once()
    {
        await using var test = await TestDatabase.OpenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        string[] rows = [.. Enumerable.Range(0, 1200).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"s{{number}}","title":"Bài","publishedAt":"2026-01-01"}"""))];
        using var stop = new CancellationTokenSource();

        // Two identities a story: in the middle of the second batch of five hundred.
        var clock = new StoppingClock(test.Clock, at: 1500, stop);
        using (var input = Stream(rows))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StoryImport(test.Database, test.Books, clock).RunAsync(input, null, stop.Token));
        }

        var half = await CountAsync();
        var report = await ImportAsync(test, rows);

        Assert.Equal(500, half);
        Assert.Equal((700, 0, 500), (report.Created, report.Updated, report.Unchanged));
        Assert.Equal(1200, await CountAsync());
        await using var db = test.Database.Open();
        Assert.Equal(1200, await db.Changes.CountAsync(change => change.Verb == ChangeVerb.Published, cancellation));

        async Task<int> CountAsync()
        {
            await using var now = test.Database.Open();
            return await now.LiveItems().Select(item => item.ExternalId).Distinct().CountAsync(cancellation);
        }
    }

    private static async Task SeedUnitsAsync(TestDatabase test)
    {
        var folder = await ContentFolder.WriteAsync(test, ("units.json", Units));
        Assert.True((await new SeedImport(test.Database, test.Books, test.Library, test.Clock).RunAsync(folder, TestContext.Current.CancellationToken)).IsComplete);
    }

    private static async Task<StoryReport> ImportAsync(TestDatabase test, params string[] rows)
    {
        using var input = Stream(rows);
        return await new StoryImport(test.Database, test.Books, test.Clock).RunAsync(input, null, TestContext.Current.CancellationToken);
    }

    private static MemoryStream Stream(string[] rows) => new(Encoding.UTF8.GetBytes(string.Join('\n', rows)));

    private static async Task<Dictionary<string, ContentItem>> ItemsAsync(TestDatabase test)
    {
        await using var db = test.Database.Open();
        return await db.Items.ToDictionaryAsync(item => item.ExternalId!, TestContext.Current.CancellationToken);
    }

    private static async Task<long> LastPositionAsync(TestDatabase test)
    {
        await using var db = test.Database.Open();
        return await db.Clocks.Select(clock => clock.Position).SingleAsync(TestContext.Current.CancellationToken);
    }
}
