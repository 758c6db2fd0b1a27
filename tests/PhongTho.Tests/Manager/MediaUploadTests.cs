using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Media;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>What comes in through the door that scripts use, honest and hostile.</summary>
public sealed class MediaUploadTests
{
    private const string Door = "/manager/media?handler=Upload";

    [Fact]
    public async Task A_script_is_told_what_it_needs_to_show()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);

        using var answer = await room.UploadAsync(Door, null, ("Ruộng bậc thang.JPG", TestPictures.Jpeg(400, 200)));
        var said = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;

        var file = Assert.Single(await ListAsync(portal));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((file.Id.ToString(), "ruong-bac-thang.jpg", "image"), ((string)said["id"]!, (string)said["name"]!, (string)said["kind"]!));
        Assert.Equal((PhongTho.Cms.Publishing.SiteTime.Today(portal.Clock).ToString("yyyy/MM", System.Globalization.CultureInfo.InvariantCulture), room.Me.Key), (file.Folder, file.UploadedBy));
        using var shown = await room.Client.GetAsync((string)said["src"]!, TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Everything_hostile_is_refused_in_words_and_leaves_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);

        foreach (var (what, (name, bytes, _)) in HostileUploadTests.Refused)
        {
            using var answer = await room.UploadAsync(Door, null, (name, bytes()));
            var said = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, what);
            Assert.True(((string?)said!["message"])?.Length > 20, what);
        }

        Assert.Empty(await ListAsync(portal));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.Folder, "media"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_form_made_elsewhere_or_not_a_form_at_all_brings_nothing_in()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);
        using var foreign = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Jpeg(100, 100)), "file", "a.jpg" } };
        using var forged = new MultipartFormDataContent { { new StringContent("CfDJ8"), "__RequestVerificationToken" }, { new ByteArrayContent(TestPictures.Jpeg(100, 100)), "file", "a.jpg" } };
        using var torn = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nabc");
        torn.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        foreach (var body in new HttpContent[] { foreign, forged, torn, JsonContent.Create(new { a = 1 }) })
        {
            using var answer = await room.Client.PostAsync(Door, body, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Empty(await ListAsync(portal));
    }

    [Fact]
    public async Task An_announced_excess_is_refused_before_it_is_read()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);
        using var endless = new ByteArrayContent([1, 2, 3]);
        endless.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        endless.Headers.ContentLength = 900_000_000;

        using var answer = await room.Client.PostAsync(Door, endless, TestContext.Current.CancellationToken);

        var said = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Tệp quá lớn: loại tệp này chỉ nhận đến 200 MB."), (answer.StatusCode, (string)said!["message"]!));
    }

    private static async Task<IReadOnlyList<MediaFile>> ListAsync(TestPortal portal) =>
        (await portal.Services.GetRequiredService<MediaShelf>().ListAsync(new MediaQuery(), TestContext.Current.CancellationToken)).Files;
}
