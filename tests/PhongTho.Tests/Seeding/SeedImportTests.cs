using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Seeding;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Seeding;

public sealed class SeedImportTests
{
    private const string Fields = "ten: Lĩnh vực\nmuc:\n  - ma: giao-duc\n    ten: Giáo dục\n";

    [Fact]
    public async Task A_changed_file_updates_what_readers_get_and_says_no_more_what_it_no_longer_says()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("stories/mot.md", Story("Một", "ma-ngoai: a-1\nhet-han: 2027-01-01T00:00:00+07:00\nthe: [cũ]")), ("stories/hai.md", Story("Hai")));
        var first = await ImportAsync(test, folder);
        test.Clock.Advance(TimeSpan.FromHours(1));

        await ContentFolder.WriteAsync(test, ("stories/mot.md", Story("Một đã sửa", "the: [mới]")));
        var second = await ImportAsync(test, folder);

        Assert.Equal((2, 0, 0), (first.Created, first.Updated, first.Unchanged));
        Assert.Equal((0, 1, 1), (second.Created, second.Updated, second.Unchanged));
        var item = await ItemAsync(test, "tin-tuc/mot");
        Assert.Equal("Một đã sửa", item.Title);
        Assert.Equal(test.Clock.GetUtcNow(), item.UpdatedAt);
        Assert.Null(item.ExpireAt);
        Assert.Null(item.ExternalId);
        Assert.Equal(["moi"], item.Terms.Where(term => term.Taxonomy == Taxonomies.Tag).Select(term => term.Slug));
    }

    [Fact]
    public async Task What_people_edited_since_is_kept_and_said_so()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("stories/mot.md", Story("Một")), ("stories/hai.md", Story("Hai")), ("terms/linh-vuc.yaml", Fields));
        await ImportAsync(test, folder);
        var item = await ItemAsync(test, "tin-tuc/mot");
        await test.Drafts.SaveAsync(item.Id, item.Version, Bodies.Story("Của người biên tập"), Actor.Console, TestContext.Current.CancellationToken);

        await ContentFolder.WriteAsync(test, ("stories/mot.md", Story("Của tệp")), ("stories/hai.md", Story("Hai của tệp")));
        var report = await ImportAsync(test, folder);

        Assert.Equal("stories/mot.md", Assert.Single(report.Kept).File);
        Assert.Equal((0, 1), (report.Created, report.Updated));
        Assert.Equal("Một", (await ItemAsync(test, "tin-tuc/mot")).Title);
        Assert.Equal("Hai của tệp", (await ItemAsync(test, "tin-tuc/hai")).Title);
        await using var db = test.Database.Open();
        var draft = (await ItemAsync(test, "tin-tuc/mot")).DraftRevisionId;
        Assert.Contains("Của người biên tập", (await db.Revisions.SingleAsync(row => row.Id == draft, TestContext.Current.CancellationToken)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vocabulary_that_people_changed_since_is_kept()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("terms/linh-vuc.yaml", Fields));
        await ImportAsync(test, folder);
        await using (var work = await test.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken))
        {
            (await work.Db.Terms.SingleAsync(TestContext.Current.CancellationToken)).Name = "Dạy và học";
            work.Record(ChangeVerb.TermsSaved, subject: "terms:linh-vuc");
            await work.CommitAsync(TestContext.Current.CancellationToken);
        }

        await ContentFolder.WriteAsync(test, ("terms/linh-vuc.yaml", Fields.Replace("Giáo dục", "Của tệp", StringComparison.Ordinal)));
        var report = await ImportAsync(test, folder);

        Assert.Equal("terms/linh-vuc.yaml", Assert.Single(report.Kept).File);
        Assert.Equal("Dạy và học", (await test.Books.CurrentAsync(TestContext.Current.CancellationToken)).Term("linh-vuc", "giao-duc")!.Name);
    }

    [Fact]
    public async Task Files_may_point_at_files_that_come_later_and_at_each_other()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(
            test,
            ("movements/a.md", Head("xuat-ban", "tieu-de: A\nphat-dong: Huyện\nvan-ban: [/van-ban/z]")),
            ("documents/z.md", Head("xuat-ban", "tieu-de: Z\nloai-van-ban: ke-hoach\ncan-cu:\n  - noi-dung: Phong trào\n    van-ban: /phong-trao/a")));

        var report = await ImportAsync(test, folder);

        Assert.True(report.IsComplete, string.Join('\n', report.Refused));
        var (a, z) = (await ItemAsync(test, "phong-trao/a"), await ItemAsync(test, "van-ban/z"));
        Assert.Equal([z.Id], a.Links.Select(link => link.TargetItemId!.Value));
        Assert.Equal([a.Id], z.Links.Select(link => link.TargetItemId!.Value));
    }

    [Fact]
    public async Task A_file_that_names_what_is_unknown_takes_those_that_point_to_it_along_and_the_others_come_in()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(
            test,
            ("terms/linh-vuc.yaml", Fields),
            ("stories/a-goc.md", Story("Gốc", "linh-vuc: [khong-co]")),
            ("stories/b-gan.md", Story("Gần", "guong: [/tin-tuc/a-goc]")),
            ("stories/c-xa.md", Story("Xa", "guong: [/tin-tuc/b-gan]")),
            ("stories/d-vang.md", Story("Vắng", "guong: [/tin-tuc/khong-co]")),
            ("stories/e-yen.md", Story("Yên", "linh-vuc: [giao-duc]")));

        var report = await ImportAsync(test, folder);

        Assert.Equal(
            [
                "stories/a-goc.md:6: Lĩnh vực: Không có mục «khong-co» trong danh mục «linh-vuc».",
                "stories/b-gan.md: Trỏ tới «stories/a-goc.md» mà tệp đó chưa nhận được.",
                "stories/c-xa.md: Trỏ tới «stories/b-gan.md» mà tệp đó chưa nhận được.",
                "stories/d-vang.md:6: Không có nội dung nào ở địa chỉ «/tin-tuc/khong-co».",
            ],
            report.Refused.Select(problem => problem.ToString()).Order(StringComparer.Ordinal));
        await using (var db = test.Database.Open())
        {
            Assert.Equal(["tin-tuc/e-yen"], await db.Items.Select(item => item.Path).ToListAsync(TestContext.Current.CancellationToken));
        }

        // Mended, they all come in, though the others did not change.
        await ContentFolder.WriteAsync(test, ("stories/a-goc.md", Story("Gốc", "linh-vuc: [giao-duc]")), ("stories/d-vang.md", Story("Vắng", "guong: [/tin-tuc/a-goc]")));
        var mended = await ImportAsync(test, folder);
        Assert.True(mended.IsComplete, string.Join('\n', mended.Refused));
        Assert.Equal(4, mended.Created);
    }

    [Theory]
    [InlineData("Không có phần đầu.", "stories/x.md:1: Tệp phải mở đầu bằng phần khóa giữa hai dòng «---».")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: Quên đóng", "stories/x.md:1: Tệp phải mở đầu")]
    [InlineData("---\ntrang-thai: xuat-ban\ntieu-de: Quên ngày\n---\n", "stories/x.md:1: Thiếu «dang-luc»")]
    [InlineData("---\ntieu-de: Quên trạng thái\n---\n", "stories/x.md:2: Thiếu «trang-thai»")]
    [InlineData("---\ntrang-thai: xong\ntieu-de: X\n---\n", "stories/x.md:2: Giá trị «xong» không có; nhận: xuat-ban, nhap, tam-giu, xuat-ban-luu-tru, da-rut, thu-hoi, luu-tru.")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\nkhoa-la: 1\n---\n", "stories/x.md:4: Không có khóa «khoa-la»; nhận: trang-thai, ")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\nthe: một\n---\n", "stories/x.md:4: Cần một danh sách")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: [X]\n---\n", "stories/x.md:3: Cần một giá trị đơn.")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\nhen-dang: 2027-01-01T08:00:00\n---\n", "stories/x.md:4: Thời điểm «2027-01-01T08:00:00» không hợp lệ")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\ndu-lieu-mau: có\n---\n", "stories/x.md:4: «có» phải là true hoặc false.")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\nanh:\n  tep: khong/co.svg\n---\n", "stories/x.md:5: Không có tệp «khong/co.svg» trong thư viện.")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\ndinh-chinh:\n  - ngay: 2023-02-30\n    noi-dung: Y\n---\n", "stories/x.md:5: Ngày «2023-02-30» không hợp lệ")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: \"X\nthe: [\n---\n", "stories/x.md:3: Không đọc được YAML")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: &a X\ntom-tat: *a\n---\n", "stories/x.md:3: Không dùng neo")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\n---\n\nChữ.\n\n::: khoi-la\n:::\n", "stories/x.md:8: Không có khối «khoi-la»; nhận: am-thanh, anh, bo-anh")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\n---\n\n::: trich-dan\nloi: Y\n", "stories/x.md:6: Khối «trich-dan» chưa đóng")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\n---\n\n::: so-lieu\nmuc:\n  - ten: Y\n    gia-tri: 1,5\n:::\n", "stories/x.md:9: «1,5» không phải số")]
    [InlineData("---\ntrang-thai: nhap\ntieu-de: X\n---\n\n::: nhieu-cot\ncot:\n  - khoi:\n      - loai: la\n:::\n", "stories/x.md:9: Thiếu hoặc sai «loai» của khối")]
    public async Task What_is_wrong_is_named_by_file_and_line_and_keeps_nobody_else_out(string text, string expected)
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("stories/x.md", text), ("stories/y.md", Story("Tin lành")));

        var report = await ImportAsync(test, folder);

        Assert.Contains(report.Refused, problem => problem.ToString().StartsWith(expected, StringComparison.Ordinal));
        Assert.All(report.Refused, problem => Assert.Equal("stories/x.md", problem.File));
        Assert.Equal(1, report.Created);
        await using var db = test.Database.Open();
        Assert.Equal(["tin-tuc/y"], await db.Items.Select(item => item.Path).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("bai/x.md", "Không biết thư mục «bai»")]
    [InlineData("stories/Bài Hay.md", "Tên tệp chỉ gồm")]
    [InlineData("stories/nam/y.md", "Địa chỉ này đã có ở một tệp khác.")]
    [InlineData("media/x.exe", "không phải loại được nhận")]
    [InlineData("pages/tin-tuc.md", "là của một chuyên trang")]
    public async Task A_file_with_no_place_in_the_site_is_refused_by_name(string name, string expected)
    {
        await using var test = await TestDatabase.OpenAsync();
        const string Sections = "chuyen-trang:\n  - duong-dan: tin-tuc\n    ten: Tin\n    loai: [story]\n";
        var folder = await ContentFolder.WriteAsync(test, ("sections.yaml", Sections), ("stories/y.md", Story("Tin lành")), (name, Head("nhap", "tieu-de: X")));

        var report = await ImportAsync(test, folder);

        var refused = Assert.Single(report.Refused);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        await using var db = test.Database.Open();
        Assert.Equal(1, await db.Items.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_said_at_once()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("exemplars/x.md", "---\ntrang-thai: nhap\ntieu-de: X\nnam: hai\nten: Y\nla: 1\ndoi-tuong: z\n---\n::: la\n:::\n"));

        var report = await ImportAsync(test, folder);

        Assert.Equal([4, 6, 9], report.Refused.Select(problem => problem.Line!.Value).Order());
    }

    [Fact]
    public async Task An_import_stopped_in_the_middle_brings_the_rest_when_run_again()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, [.. Enumerable.Range(0, 250).Select(number => ($"stories/s{number}.md", Story($"Bài {number}")))]);
        using var stop = new CancellationTokenSource();
        var clock = new StoppingClock(test.Clock, at: 400, stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SeedImport(test.Database, test.Books, test.Library, clock).RunAsync(folder, stop.Token));
        await using (var half = test.Database.Open())
        {
            Assert.Equal(100, await half.Items.CountAsync(item => item.Standing == Standing.Live, TestContext.Current.CancellationToken));
        }

        var report = await ImportAsync(test, folder);

        Assert.True(report.IsComplete, string.Join('\n', report.Refused));
        await using var db = test.Database.Open();
        Assert.Equal(250, await db.Items.CountAsync(item => item.Standing == Standing.Live, TestContext.Current.CancellationToken));
        Assert.Equal(250, await db.Changes.CountAsync(change => change.Verb == ChangeVerb.Published, TestContext.Current.CancellationToken));
    }

    private static string Story(string title, string more = "") => Head("xuat-ban", $"tieu-de: {title}\nthe-loai: tin{(more.Length == 0 ? "" : "\n" + more)}");

    private static string Head(string standing, string fields) => $"---\ntrang-thai: {standing}\ndang-luc: 2024-05-06T07:30:00+07:00\n{fields}\n---\n\nNội dung.\n";

    private static Task<SeedReport> ImportAsync(TestDatabase test, string folder) =>
        new SeedImport(test.Database, test.Books, test.Library, test.Clock).RunAsync(folder, TestContext.Current.CancellationToken);

    private static async Task<ContentItem> ItemAsync(TestDatabase test, string path)
    {
        await using var db = test.Database.Open();
        return await db.Items.Include(item => item.Terms).Include(item => item.Links).SingleAsync(item => item.Path == path, TestContext.Current.CancellationToken);
    }
}
