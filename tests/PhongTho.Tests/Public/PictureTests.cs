using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>What readers get of photographs and files, over HTTP.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task A_page_offers_every_width_and_format_and_none_of_them_tells_where_it_was_taken()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var file = await UploadAsync(portal, "chup.jpg", TestPictures.Telephone(1600, 800));
        await Library(portal).DescribeAsync(file.Id, new MediaDescription("Bản Vàng Pheo", false, null, null, 120, 890), Actor.Console, TestContext.Current.CancellationToken);
        var path = await PublishAsync(portal, file);

        var html = await reader.GetStringAsync(path, TestContext.Current.CancellationToken);
        var picture = (await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken)).QuerySelector("article picture")!;

        Assert.Equal(["image/avif", "image/webp"], picture.QuerySelectorAll("source").Select(source => source.GetAttribute("type")!));
        var image = picture.QuerySelector("img")!;
        Assert.Equal(("800", "1600", "high", "at-x1 at-y9"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("fetchpriority"), image.ClassName));
        Assert.Contains($"<meta property=\"og:image\" content=\"{TestPortal.BaseUrl}/media/{file.Hash[..16]}/800/chup.jpg\">", html, StringComparison.Ordinal);
        foreach (var address in picture.QuerySelectorAll("[srcset]").SelectMany(Addresses).Append(image.GetAttribute("src")!))
        {
            using var answer = await reader.GetAsync(address, TestContext.Current.CancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
            Assert.Equal(address.EndsWith(".avif", StringComparison.Ordinal) ? "image/avif" : address.EndsWith(".webp", StringComparison.Ordinal) ? "image/webp" : "image/jpeg", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(TestPictures.Secret)) < 0, address);
        }
    }

    [Fact]
    public async Task The_bytes_as_uploaded_and_sizes_of_ones_own_are_not_to_be_had()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var file = await UploadAsync(portal, "chup.jpg", TestPictures.Telephone());
        var hidden = await UploadAsync(portal, "rieng.jpg", TestPictures.Jpeg());
        await PublishAsync(portal, file);

        using var plain = await reader.GetAsync($"/media/{file.Hash[..16]}/chup.jpg", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, file.Url), (plain.StatusCode, plain.Headers.Location!.ToString()));
        foreach (var address in new[]
        {
            $"/media/{file.Hash[..16]}/333/chup.jpg", $"/media/{file.Hash[..16]}/1920/chup.jpg", $"/media/{file.Hash[..16]}/320/chup.png", $"/media/{file.Hash[..16]}/320/khac.jpg",
            $"/media/{file.Hash[..16]}/-1/chup.jpg", hidden.Url, $"/media/{hidden.Hash[..16]}/rieng.jpg",
        })
        {
            using var answer = await reader.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, address);
        }

        var prepared = await PreparedAsync(portal, file, hidden);
        Assert.Equal(prepared, portal.Services.GetRequiredService<PictureFiles>().Made);
    }

    [Fact]
    public async Task Old_addresses_lead_to_what_stands_there_now()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var before = await UploadAsync(portal, "cu.jpg", TestPictures.Jpeg());
        await PublishAsync(portal, before);
        using var bytes = new MemoryStream(TestPictures.Png(700, 300));

        await Library(portal).MoveAsync(before.Id, "khac", "moi", Actor.Console, TestContext.Current.CancellationToken);
        var after = Assert.IsType<MediaOutcome.Done>(await Library(portal).ReplaceAsync(before.Id, bytes, "x.png", Actor.Console, TestContext.Current.CancellationToken)).File;

        foreach (var address in new[] { before.Url, before.UrlOf(new Rendition(320, PictureFormat.Avif)), $"/media/{before.Hash[..16]}/cu.jpg", $"/media/{before.Hash[..16]}/640/moi.webp" })
        {
            using var answer = await reader.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.Location?.ToString() == after.Url, address);
        }

        using var there = await reader.GetAsync(after.Url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Fact]
    public async Task Office_files_are_saved_drawings_are_boxed_in_and_a_pdf_opens()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var word = await UploadAsync(portal, "Mẫu đơn.docx", TestPictures.Office(MediaTypes.Docx + ".main+xml"));
        var drawing = await UploadAsync(portal, "ve.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>"""u8.ToArray());
        var pdf = await UploadAsync(portal, "don.pdf", "%PDF-1.7"u8.ToArray());
        await PublishAsync(portal, word, drawing, pdf);

        using var saved = await reader.GetAsync(word.Url, TestContext.Current.CancellationToken);
        using var boxed = await reader.GetAsync(drawing.Url, TestContext.Current.CancellationToken);
        using var opened = await reader.GetAsync(pdf.Url, TestContext.Current.CancellationToken);

        Assert.Equal(("attachment", "mau-don.docx"), (saved.Content.Headers.ContentDisposition!.DispositionType, saved.Content.Headers.ContentDisposition.FileName));
        Assert.Contains("sandbox", string.Join(' ', boxed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Null(opened.Content.Headers.ContentDisposition);
        Assert.Equal("application/pdf", opened.Content.Headers.ContentType!.MediaType);
    }

    private static IEnumerable<string> Addresses(AngleSharp.Dom.IElement element) => element.GetAttribute("srcset")!.Split(", ").Select(static entry => entry.Split(' ')[0]);

    private static MediaLibrary Library(TestPortal portal) => portal.Services.GetRequiredService<MediaLibrary>();

    private static async Task<MediaFile> UploadAsync(TestPortal portal, string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Assert.IsType<MediaOutcome.Done>(await Library(portal).UploadAsync(stream, "thu", name, Actor.Console, TestContext.Current.CancellationToken)).File;
    }

    private static async Task<string> PublishAsync(TestPortal portal, MediaFile file, params MediaFile[] attached)
    {
        var body = Bodies.Story("Bài có ảnh") with
        {
            Picture = file.ContentType.StartsWith("image/", StringComparison.Ordinal) ? new Picture { Media = file.Id, Alt = "Ảnh" } : null,
            Blocks = [.. attached.Append(file).Select(static one => new AttachmentBlock { Media = one.Id, Label = one.Name })],
        };
        var done = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), body);
        await using var db = portal.Database.Open();
        return "/" + (await db.Items.FindAsync([done.Item], TestContext.Current.CancellationToken))!.Path;
    }

    /// <summary>Waits until the background has made everything of these and returns how many that is.</summary>
    private static async Task<int> PreparedAsync(TestPortal portal, params MediaFile[] files)
    {
        var pictures = portal.Services.GetRequiredService<PictureFiles>();
        var all = files.SelectMany(static file => PictureWidths.All(file.Width, file.Height).Select(rendition => (file.Hash, rendition))).ToList();
        foreach (var (hash, rendition) in all)
        {
            Assert.Equal(PictureAnswer.Made, await pictures.MakeAsync(hash, rendition, TestContext.Current.CancellationToken));
        }

        return all.Count;
    }
}
