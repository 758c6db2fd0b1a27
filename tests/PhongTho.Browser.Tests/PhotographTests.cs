using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Browser.Tests.Manager;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using Xunit;

namespace PhongTho.Browser.Tests;

/// <summary>What photographs cost a reader.</summary>
public sealed class PhotographTests(LivePortal portal)
{
    /// <summary>How wide each picture stands, cropping counted, and how wide the file is that the browser chose for it.</summary>
    private const string Measure =
        """
        async () => {
          for (const image of document.querySelectorAll("main picture img")) {
            image.scrollIntoView();
            await image.decode();
          }
          return [...document.querySelectorAll("main picture img")].filter(image => image.clientWidth > 0).map(image => {
            const own = image.getAttribute("width") / image.getAttribute("height");
            const needed = Math.max(image.clientWidth, image.clientHeight * own) * devicePixelRatio;
            return [new URL(image.currentSrc).pathname, String(needed)];
          });
        }
        """;

    [Fact]
    public async Task Everywhere_and_on_every_screen_the_file_fits_its_place()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (story, _) = await PublishAsync(cancellation);
        var wrong = new List<string>();
        foreach (var width in new[] { 360, 768, 1280 })
        {
            await using var reader = await portal.OpenAsync(width);
            foreach (var path in new[] { "/", "/tin-tuc", story })
            {
                await reader.Page.GotoAsync(path);
                var seen = await reader.Page.EvaluateAsync<string[][]>(Measure);
                Assert.True(seen.Length > 0, path);
                foreach (var (address, needed) in seen.Select(static entry => (entry[0], double.Parse(entry[1], CultureInfo.InvariantCulture))))
                {
                    var chosen = int.Parse(address.Split('/')[3], CultureInfo.InvariantCulture);
                    Assert.EndsWith(".avif", address, StringComparison.Ordinal);
                    if (chosen < needed * 0.8 || (chosen > 320 && chosen > needed * 2.1))
                    {
                        wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{path} at {width}: {chosen} for {needed:0}"));
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_story_of_six_photographs_is_light_on_a_phone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (story, files) = await PublishAsync(cancellation);
        await using var phone = await portal.OpenAsync(360);
        await phone.Page.GotoAsync(story);
        var addresses = (await phone.Page.EvaluateAsync<string[][]>(Measure)).Select(static entry => entry[0]).Distinct().ToList();
        long sent = 0;
        foreach (var address in addresses)
        {
            sent += (await (await phone.Page.APIRequest.GetAsync(portal.Url + address)).BodyAsync()).Length;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{addresses.Count} photographs, {sent / 1024} KiB sent, {files.Sum(static file => file.Size) / 1024} KiB as they came.");
        Assert.True(sent * 8 < files.Sum(static file => file.Size), $"{sent} of {files.Sum(static file => file.Size)}");
    }

    private async Task<(string Path, IReadOnlyList<MediaFile> Files)> PublishAsync(CancellationToken cancellation)
    {
        var (library, pictures) = (portal.Services.GetRequiredService<MediaLibrary>(), portal.Services.GetRequiredService<PictureFiles>());
        var files = new List<MediaFile>();
        foreach (var seed in Enumerable.Range(30, 6))
        {
            using var bytes = new MemoryStream(MediaDesk.Photograph("", seed).Buffer);
            var file = Assert.IsType<MediaOutcome.Done>(await library.UploadAsync(bytes, "anh-chup", $"doi che {seed}.jpg", Actor.Console, cancellation)).File;
            foreach (var rendition in PictureWidths.All(file.Width, file.Height))
            {
                await pictures.MakeAsync(file.Hash, rendition, cancellation);
            }

            files.Add(file);
        }

        Picture[] shown = [.. files.Select(static file => new Picture { Media = file.Id, Alt = "Đồi chè" })];
        var body = new Story
        {
            Title = "Ảnh chụp đồi chè " + files[0].Id,
            Summary = "Sáu tấm ảnh.",
            Picture = shown[0],
            Blocks = [new PictureBlock { Picture = shown[1] }, new GalleryBlock { Pictures = shown[2..] }],
        };
        var draft = Assert.IsType<Outcome.Done>(await portal.Services.GetRequiredService<Drafts>().CreateAsync(body, Actor.Console, cancellation));
        var done = Assert.IsType<Outcome.Done>(await portal.Services.GetRequiredService<Publisher>().PublishAsync(draft.Item, draft.Version, Actor.Console, cancellation));
        await using var db = portal.Services.GetRequiredService<CmsDatabase>().Open();
        return ("/" + (await db.Items.FindAsync([done.Item], cancellation))!.Path, files);
    }
}
