using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>What readers get where something was taken down.</summary>
public sealed class StandingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_archived_is_read_at_its_address_which_says_so_and_is_offered_nowhere()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var story = await publisher.PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Chuyện xưa lưu trữ"));
        await publisher.ArchiveAsync(story.Item, story.Version, People.Publisher, Cancellation);
        await portal.CaughtUpAsync(Cancellation);

        Assert.Contains("Nội dung đã lưu trữ", await reader.GetStringAsync(new Uri("/tin-tuc/chuyen-xua-luu-tru", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        foreach (var address in new[]
        {
            "/", "/tin-tuc", "/rss.xml", "/tin-tuc/rss.xml", "/sitemap.xml", "/luu-tru/2026-11", "/so-do-trang", "/nhung/danh-sach/tin-tuc", "/api/v1/stories?limit=100",
            "/tim-kiem?q=chuy%E1%BB%87n+x%C6%B0a+l%C6%B0u+tr%E1%BB%AF", "/api/v1/search?q=xua+luu+tru",
        })
        {
            Assert.DoesNotContain("chuyen-xua-luu-tru", await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Readers_of_what_is_gone_are_told_or_led_on()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var held = await publisher.PublishNewAsync(drafts, Bodies.Story("Giu", "bimat"));
        await publisher.HoldAsync(held.Item, held.Version, People.Publisher, "Nội bộ.", Cancellation);
        var withdrawn = await publisher.PublishNewAsync(drafts, Bodies.Story("Rut", "bimat"));
        await publisher.WithdrawAsync(withdrawn.Item, withdrawn.Version, People.Publisher, Cancellation);
        var retracted = await publisher.PublishNewAsync(drafts, Bodies.Story("Sai", "bimat"));
        var gone = Assert.IsType<Outcome.Done>(await publisher.RetractAsync(retracted.Item, retracted.Version, People.Publisher, "Số liệu không đúng.", Cancellation));

        await ExpectAsync("/tin-tuc/giu", HttpStatusCode.OK, "tạm dừng hiển thị", "Nội bộ");
        await ExpectAsync("/tin-tuc/rut", HttpStatusCode.Gone, "đã được gỡ", "bimat");
        await ExpectAsync("/tin-tuc/sai", HttpStatusCode.Gone, "Số liệu không đúng.", "bimat");

        await publisher.ForwardAsync(gone.Item, gone.Version, "/tin-tuc", People.Publisher, Cancellation);
        using var led = await reader.GetAsync(new Uri("/tin-tuc/sai", UriKind.Relative), Cancellation);
        Assert.Equal((HttpStatusCode.Redirect, "/tin-tuc"), (led.StatusCode, led.Headers.Location?.ToString()));

        async Task ExpectAsync(string address, HttpStatusCode status, string said, string unsaid)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            var html = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(said, html, StringComparison.Ordinal);
            Assert.DoesNotContain(unsaid, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Files_of_what_is_archived_are_served_and_of_what_is_withdrawn_are_not()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var published = portal.Services.GetRequiredService<Published>();
        MediaId file;
        await using (var work = await portal.Database.BeginAsync(Actor.Console, Cancellation))
        {
            file = MediaId.New(portal.Clock);
            work.Db.Media.Add(new Cms.Media.MediaFile { Id = file, Path = "tep.pdf", Hash = new string('a', 64), ContentType = "application/pdf", Size = 1, CreatedAt = work.Now });
            work.Record(ChangeVerb.MediaAdded);
            await work.CommitAsync(Cancellation);
        }

        var story = await publisher.PublishNewAsync(
            portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Có tệp") with { Blocks = [new AttachmentBlock { Media = file, Label = "Tệp" }] });
        story = Assert.IsType<Outcome.Done>(await publisher.ArchiveAsync(story.Item, story.Version, People.Publisher, Cancellation));
        Assert.True(await published.ShowsMediaAsync(file, Cancellation));

        await publisher.WithdrawAsync(story.Item, story.Version, People.Publisher, Cancellation);
        Assert.False(await published.ShowsMediaAsync(file, Cancellation));
    }
}
