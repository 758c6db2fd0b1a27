using System.Text;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Media;

/// <summary>What must not come in, and what comes in as something else than it says.</summary>
public sealed class HostileUploadTests
{
    private const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/>{0}</svg>""";

    internal static readonly Dictionary<string, (string Name, Func<byte[]> Bytes, string Code)> Refused = new(StringComparer.Ordinal)
    {
        ["a PNG that claims 50 000 x 50 000"] = ("bom.png", static () => TestPictures.PngClaiming(50_000, 50_000), "mediaPixels"),
        ["a PNG with a negative size"] = ("am.png", static () => TestPictures.PngClaiming(-5, 7), "mediaBroken"),
        ["a JPEG that claims 65 000 x 65 000"] = ("bom.jpg", static () => TestPictures.JpegClaiming(65_000, 65_000), "mediaPixels"),
        ["a JPEG cut off"] = ("cat.jpg", static () => TestPictures.Jpeg() is var whole ? whole[..(whole.Length * 2 / 5)] : [], "mediaBroken"),
        ["a PNG cut off"] = ("cat.png", static () => TestPictures.Png(300, 300) is var whole ? whole[..(whole.Length / 2)] : [], "mediaBroken"),
        ["only the beginning of a JPEG"] = ("dau.jpg", static () => [0xFF, 0xD8, 0xFF, 0xE0], "mediaBroken"),
        ["nothing"] = ("rong.jpg", static () => [], "mediaEmpty"),
        ["noise"] = ("nhieu.jpg", static () => Noise(100_000), "mediaType"),
        ["noise called MP3"] = ("nhieu.mp3", static () => [0xFF, 0xFB, 0x90, 0x00, .. Noise(50_000)], "mediaType"),
        ["a drawing with a script"] = ("script.svg", static () => Svg("<script>alert(1)</script>"), "mediaType"),
        ["a drawing that acts when it loads"] = ("onload.svg", static () => Svg("""<g onload="alert(1)"/>"""), "mediaType"),
        ["a drawing that changes a link"] = ("set.svg", static () => Svg("""<a><set attributeName="href" to="javascript:alert(1)"/></a>"""), "mediaType"),
        ["a drawing with a foreign style"] = ("style.svg", static () => [.. "<?xml-stylesheet href=\"//evil.vn/x.css\"?>"u8, .. Svg("")], "mediaType"),
        ["a drawing called JPEG"] = ("ve.jpg", static () => Svg(""), "mediaType"),
        ["a drawing that reads files"] = (
            "xxe.svg", static () => Encoding.UTF8.GetBytes("""<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>"""), "mediaType"),
        ["a page"] = ("trang.html", static () => "<!doctype html><script>alert(1)</script>"u8.ToArray(), "mediaType"),
        ["a program of the renderer"] = ("anh.msl", static () => "<image><read filename=\"/etc/passwd\"/></image>"u8.ToArray(), "mediaType"),
        ["a Word file with a macro"] = ("macro.docx", static () => TestPictures.Office(MediaTypes.Docx + ".main+xml", "word/vbaProject.bin"), "mediaType"),
        ["a macro file under another name"] = (
            "macro2.docx", static () => TestPictures.Office("application/vnd.ms-word.document.macroEnabled.main+xml"), "mediaType"),
        ["an Excel file with a control"] = ("activex.xlsx", static () => TestPictures.Office(MediaTypes.Xlsx + ".main+xml", "xl/activeX/activeX1.bin"), "mediaType"),
        ["any zip"] = ("nen.docx", static () => TestPictures.Office("text/plain"), "mediaType"),
        ["a broken zip"] = ("hong.docx", static () => [.. "PK\x03\x04"u8, .. Noise(500)], "mediaType"),
        ["a photograph of an iPhone"] = ("IMG_0001.HEIC", static () => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. Noise(300)], "mediaHeic"),
        ["a sound that pretends to be a film"] = ("nhac.mp4", static () => [0, 0, 0, 20, .. "ftypM4A "u8, 0, 0, 0, 0, .. "M4A "u8, .. Noise(300)], "mediaType"),
    };

    public static TheoryData<string> Cases => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_refused_with_a_reason_and_leaves_nothing(string what)
    {
        await using var test = await TestDatabase.OpenAsync();
        var (name, bytes, code) = Refused[what];
        using var stream = new MemoryStream(bytes());

        var outcome = await test.Library.UploadAsync(stream, "thu", name, Actor.Console, TestContext.Current.CancellationToken);

        var refused = Assert.IsType<MediaOutcome.Refused>(outcome);
        Assert.Equal(code, refused.Reason.Code);
        Assert.Contains(refused.Reason.Message, static letter => letter is 'ệ' or 'ả' or 'ọ' or 'ộ');
        Assert.Empty((await test.Shelf.ListAsync(new MediaQuery(), TestContext.Current.CancellationToken)).Files);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(test.Folder, "media"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("anh.jpg", "%PDF-1.7 …", MediaTypes.Pdf, "thu/anh.pdf")]
    [InlineData("../../etc/passwd.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>""", MediaTypes.Svg, "thu/passwd.svg")]
    [InlineData("Ảnh đẹp \u202Egpj.exe", "%PDF-1.7 …", MediaTypes.Pdf, "thu/anh-dep-gpj.pdf")]
    public async Task Its_name_follows_what_it_is(string name, string text, string contentType, string path)
    {
        await using var test = await TestDatabase.OpenAsync();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var done = Assert.IsType<MediaOutcome.Done>(await test.Library.UploadAsync(stream, "Thử", name, Actor.Console, TestContext.Current.CancellationToken));

        Assert.Equal((contentType, path), (done.File.ContentType, done.File.Path));
    }

    [Fact]
    public async Task More_than_the_limit_is_not_even_written_to_the_end()
    {
        await using var test = await TestDatabase.OpenAsync();
        using var endless = new EndlessStream();

        var outcome = await test.Library.UploadAsync(endless, "", "phim.mp4", Actor.Console, TestContext.Current.CancellationToken);

        Assert.Equal("mediaSize", Assert.IsType<MediaOutcome.Refused>(outcome).Reason.Code);
        Assert.InRange(endless.Given, new MediaLimits().MostBytes, new MediaLimits().MostBytes + 1_000_000);
    }

    private static byte[] Svg(string inside) => Encoding.UTF8.GetBytes(Drawing.Replace("{0}", inside, StringComparison.Ordinal));

    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
