using System.Net;
using System.Text;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>What a signed-in browser gets of files nobody has published.</summary>
public sealed class MediaFileTests
{
    [Fact]
    public async Task A_photograph_comes_re_encoded_and_as_it_came_only_to_those_who_may()
    {
        await using var portal = await TestPortal.StartAsync();
        using var writer = await MediaRoom.EnterAsync(portal, Role.Contributor);
        using var editor = await MediaRoom.EnterAsync(portal, Role.Editor);
        var file = await editor.BringAsync(portal, "anh", "chup.jpg", TestPictures.Telephone(1600, 800));

        foreach (var address in new[] { $"/manager/media/file/{file.Id}", $"/manager/media/file/{file.Id}/320", $"/manager/media/file/{file.Id}/333?v={file.Hash[..8]}", $"/manager/media/file/{file.Id}/99999" })
        {
            using var shown = await writer.Client.GetAsync(address, TestContext.Current.CancellationToken);
            var bytes = await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType));
            Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(TestPictures.Secret)) < 0, address);
            Assert.True(shown.Headers.CacheControl!.Private, address);
        }

        using var refused = await writer.Client.GetAsync($"/manager/media/file/{file.Id}?original=true", TestContext.Current.CancellationToken);
        using var original = await editor.Client.GetAsync($"/manager/media/file/{file.Id}?original=true", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(("attachment", file.Size), (original.Content.Headers.ContentDisposition!.DispositionType, original.Content.Headers.ContentLength));
        Assert.True(original.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Drawings_are_boxed_in_office_files_saved_and_strangers_get_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        using var writer = await MediaRoom.EnterAsync(portal, Role.Contributor);
        using var stranger = portal.Reader();
        var drawing = await writer.BringAsync(portal, "", "ve.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>"""u8.ToArray());
        var word = await writer.BringAsync(portal, "", "don.docx", TestPictures.Office(MediaTypes.Docx + ".main+xml"));

        using var boxed = await writer.Client.GetAsync($"/manager/media/file/{drawing.Id}", TestContext.Current.CancellationToken);
        using var saved = await writer.Client.GetAsync($"/manager/media/file/{word.Id}", TestContext.Current.CancellationToken);

        Assert.Contains("sandbox", string.Join(' ', boxed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        foreach (var address in new[] { $"/manager/media/file/{drawing.Id}", $"/manager/media/file/{word.Id}/320", "/manager/media", "/manager/media/picker", $"/manager/media/{drawing.Id}" })
        {
            using var shut = await stranger.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.StartsWith("/manager/sign-in", shut.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }
}
