using System.Text;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Media;

public sealed class LibraryTests
{
    [Fact]
    public async Task A_taken_name_gets_a_number_and_every_act_is_in_the_log()
    {
        await using var test = await TestDatabase.OpenAsync();

        var first = await PdfAsync(test, "Biểu mẫu", "Mẫu số 1.PDF", "a");
        var second = await PdfAsync(test, "bieu-mau", "mau so 1.pdf", "b");
        var moved = Assert.IsType<MediaOutcome.Done>(await test.Library.MoveAsync(second.Id, "Lưu/2026", "Mẫu mới", Actor.Console, TestContext.Current.CancellationToken));
        Assert.IsType<MediaOutcome.Done>(await test.Library.DeleteAsync(first.Id, Actor.Console, TestContext.Current.CancellationToken));

        Assert.Equal(["bieu-mau/mau-so-1.pdf", "bieu-mau/mau-so-1-2.pdf", "luu/2026/mau-moi.pdf"], [first.Path, second.Path, moved.File.Path]);
        await using var db = test.Database.Open();
        Assert.Equal(
            [ChangeVerb.MediaAdded, ChangeVerb.MediaAdded, ChangeVerb.MediaMoved, ChangeVerb.MediaDeleted],
            await db.Changes.OrderBy(change => change.Position).Select(change => change.Verb).ToListAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(test.Store.PathOf(first.Hash)));
        Assert.True(File.Exists(test.Store.PathOf(second.Hash)));
    }

    [Fact]
    public async Task A_picture_needs_words_or_to_be_called_decoration()
    {
        await using var test = await TestDatabase.OpenAsync();
        var file = await UploadAsync(test, "anh", "a.jpg", TestPictures.Jpeg(200, 100));

        var refused = await DescribeAsync(test, file.Id, new MediaDescription("  ", false, null, null));
        var outside = await DescribeAsync(test, file.Id, new MediaDescription("Ruộng bậc thang", false, null, null, 500, 1001));
        var decoration = await DescribeAsync(test, file.Id, new MediaDescription("thừa", true, null, null));
        var described = await DescribeAsync(test, file.Id, new MediaDescription(" Ruộng bậc thang ", false, "Mùa nước đổ", "Ảnh: A Pao", 250, 800));

        Assert.Equal("mo-ta", Assert.Single(Assert.IsType<MediaOutcome.Refused>(refused).Reason.Problems).Field);
        Assert.Equal("tam-diem", Assert.Single(Assert.IsType<MediaOutcome.Refused>(outside).Reason.Problems).Field);
        Assert.True(Assert.IsType<MediaOutcome.Done>(decoration).File is { Alt: null, IsDecorative: true });
        Assert.True(Assert.IsType<MediaOutcome.Done>(described).File is { Alt: "Ruộng bậc thang", IsDecorative: false, FocusX: 250, FocusY: 800 });
    }

    [Fact]
    public async Task It_is_found_by_words_without_marks_page_by_page()
    {
        await using var test = await TestDatabase.OpenAsync();
        for (var number = 0; number < 5; number++)
        {
            test.Clock.Advance(TimeSpan.FromSeconds(1));
            var file = await UploadAsync(test, number == 0 ? "khac" : "anh", $"{number}.svg", Svg(number));
            await DescribeAsync(test, file.Id, new MediaDescription("Ruộng bậc thang " + number, false, null, null));
        }

        var pages = new List<string>();
        MediaId? after = null;
        do
        {
            var page = await test.Shelf.ListAsync(new MediaQuery { Words = "bac THANG ruộng", Count = 2, After = after }, TestContext.Current.CancellationToken);
            Assert.Equal(5, page.Total);
            pages.Add(string.Join(' ', page.Files.Select(file => file.Name)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["4.svg 3.svg", "2.svg 1.svg", "0.svg"], pages);
        Assert.Equal(4, (await test.Shelf.ListAsync(new MediaQuery { Folder = "anh" }, TestContext.Current.CancellationToken)).Total);
        Assert.Equal(0, (await test.Shelf.ListAsync(new MediaQuery { Words = "ruộng không" }, TestContext.Current.CancellationToken)).Total);
        Assert.Equal([new MediaFolder("anh", 4), new MediaFolder("khac", 1)], await test.Shelf.FoldersAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_something_shows_is_not_deleted_and_the_refusal_names_it()
    {
        await using var test = await TestDatabase.OpenAsync();
        var file = await UploadAsync(test, "anh", "a.svg", Svg(1));
        var picture = new Picture { Media = file.Id, Alt = "Ruộng" };
        var draft = await test.Drafts.DraftAsync(Bodies.Story("Bài đang viết") with { Picture = picture });
        await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài đã đăng") with { Blocks = [new PictureBlock { Picture = picture }] });

        var uses = await test.Shelf.UsesAsync(file.Id, TestContext.Current.CancellationToken);
        var refused = Assert.IsType<MediaOutcome.Refused>(await test.Library.DeleteAsync(file.Id, Actor.Console, TestContext.Current.CancellationToken));

        Assert.Equal([("Bài đã đăng", false), ("Bài đang viết", true)], uses.Select(use => (use.Title, use.IsDraft)));
        Assert.Contains("«Bài đã đăng»; «Bài đang viết» (bản nháp)", refused.Reason.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(test.Store.PathOf(file.Hash)));
        Assert.Equal(draft.Item, uses[1].Item);
    }

    [Fact]
    public async Task Replaced_bytes_are_forgotten_unless_another_file_has_them()
    {
        await using var test = await TestDatabase.OpenAsync();
        var bytes = TestPictures.Jpeg(200, 100);
        var one = await UploadAsync(test, "anh", "a.jpg", bytes);
        var twin = await UploadAsync(test, "anh", "b.jpg", bytes);
        await test.Pictures.MakeAsync(one.Hash, new Rendition(200, PictureFormat.Jpeg), TestContext.Current.CancellationToken);

        var first = await ReplaceAsync(test, one.Id, TestPictures.Png(300, 100));
        Assert.True(File.Exists(test.Store.PathOf(one.Hash)));
        var second = await ReplaceAsync(test, twin.Id, TestPictures.Jpeg(400, 100));

        Assert.Equal(("anh/a.png", one.Id, 300), (first.Path, first.Id, first.Width));
        Assert.Equal(TestDatabase.Start, second.ReplacedAt);
        Assert.False(File.Exists(test.Store.PathOf(one.Hash)));
        Assert.False(File.Exists(test.Pictures.PathOf(one.Hash, new Rendition(200, PictureFormat.Jpeg))));
    }

    [Fact]
    public async Task A_picture_is_not_replaced_by_a_document_nor_by_itself()
    {
        await using var test = await TestDatabase.OpenAsync();
        var bytes = TestPictures.Jpeg(200, 100);
        var file = await UploadAsync(test, "anh", "a.jpg", bytes);
        using var document = new MemoryStream("%PDF-1.7"u8.ToArray());
        using var same = new MemoryStream(bytes);

        var byDocument = await test.Library.ReplaceAsync(file.Id, document, "a.pdf", Actor.Console, TestContext.Current.CancellationToken);
        var byItself = await test.Library.ReplaceAsync(file.Id, same, "a.jpg", Actor.Console, TestContext.Current.CancellationToken);

        Assert.Equal("mediaKind", Assert.IsType<MediaOutcome.Refused>(byDocument).Reason.Code);
        Assert.Equal("unchanged", Assert.IsType<MediaOutcome.Refused>(byItself).Reason.Code);
        Assert.True(File.Exists(test.Store.PathOf(file.Hash)));
    }

    [Theory]
    [InlineData(MediaTypes.Docx, ".docx")]
    [InlineData(MediaTypes.Xlsx, ".xlsx")]
    public async Task Office_files_come_in_under_their_own_ending(string contentType, string ending)
    {
        await using var test = await TestDatabase.OpenAsync();

        var file = await UploadAsync(test, "", "bang.zip", TestPictures.Office(contentType + ".main+xml", "word/document.xml"));

        Assert.Equal((contentType, "bang" + ending), (file.ContentType, file.Path));
    }

    private static byte[] Svg(int number) => Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>{number}</title></svg>""");

    private static Task<MediaFile> PdfAsync(TestDatabase test, string folder, string name, string text) => UploadAsync(test, folder, name, Encoding.UTF8.GetBytes("%PDF-1.7 " + text));

    private static async Task<MediaFile> UploadAsync(TestDatabase test, string folder, string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Assert.IsType<MediaOutcome.Done>(await test.Library.UploadAsync(stream, folder, name, Actor.Console, TestContext.Current.CancellationToken)).File;
    }

    private static async Task<MediaFile> ReplaceAsync(TestDatabase test, MediaId id, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Assert.IsType<MediaOutcome.Done>(await test.Library.ReplaceAsync(id, stream, "x", Actor.Console, TestContext.Current.CancellationToken)).File;
    }

    private static Task<MediaOutcome> DescribeAsync(TestDatabase test, MediaId id, MediaDescription description) =>
        test.Library.DescribeAsync(id, description, Actor.Console, TestContext.Current.CancellationToken);
}
