using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>What a reader of one document learns of the others it stands among.</summary>
public sealed class DocumentRelationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_of_a_relation_name_it_and_drafts_are_named_nowhere()
    {
        await using var portal = await TestPortal.StartAsync();
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        var old = (await publisher.PublishNewAsync(drafts, Paper("Hướng dẫn cũ"))).Item;
        var secret = (await drafts.DraftAsync(Paper("Hướng dẫn kín") with { Replaces = [old] })).Item;
        await publisher.PublishNewAsync(drafts, Paper("Hướng dẫn mới") with { Replaces = [old, secret], EffectiveOn = PartialDate.Parse("2026-01-15") });
        await publisher.PublishNewAsync(drafts, Paper("Hướng dẫn sau") with { Amends = [old], BasedOn = [new LegalBasis { Text = "Hướng dẫn cũ năm nào", Document = old }] });
        using var reader = portal.Reader();

        var (before, newer, after) = (await PageAsync(reader, "huong-dan-cu"), await PageAsync(reader, "huong-dan-moi"), await PageAsync(reader, "huong-dan-sau"));

        Assert.Equal(["/van-ban/huong-dan-moi"], Under(before, "Được thay thế bởi"));
        Assert.Equal(["/van-ban/huong-dan-sau"], Under(before, "Được sửa đổi, bổ sung bởi"));
        Assert.Equal(["/van-ban/huong-dan-sau"], Under(before, "Là căn cứ của"));
        Assert.Equal(["/van-ban/huong-dan-cu"], Under(newer, "Thay thế"));
        Assert.Equal(["/van-ban/huong-dan-cu"], Under(after, "Sửa đổi, bổ sung"));
        Assert.Equal(["/van-ban/huong-dan-cu"], Under(after, "Căn cứ"));
        Assert.All([before, newer, after], page => Assert.DoesNotContain("Hướng dẫn kín", page.DocumentElement.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-01-15", "Đã được thay thế bởi Hướng dẫn mới từ 15/01/2026")]
    [InlineData("2027-01-15", "Được thay thế bởi Hướng dẫn mới từ 15/01/2027")]
    [InlineData("2026", "Được thay thế bởi văn bản số 05/HD-UBND từ năm 2026", "05")]
    public async Task Beside_its_validity_a_document_says_what_replaced_it_and_from_which_day(string effective, string words, string? number = null)
    {
        await using var portal = await TestPortal.StartAsync();
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        var old = (await publisher.PublishNewAsync(drafts, Paper("Hướng dẫn cũ") with { Validity = "con-hieu-luc" })).Item;
        await publisher.PublishNewAsync(drafts, Paper("Hướng dẫn mới") with { Replaces = [old], Number = number, Symbol = "HD-UBND", EffectiveOn = PartialDate.Parse(effective) });
        using var reader = portal.Reader();

        var validity = (await PageAsync(reader, "huong-dan-cu")).QuerySelectorAll(".fact-panel div").Single(fact => fact.QuerySelector("dt")!.TextContent == "Hiệu lực");

        Assert.Equal(["con-hieu-luc", words], validity.QuerySelectorAll("dd").Select(static said => said.TextContent.Trim()));
    }

    private static GuidanceDocument Paper(string title) => new() { Title = title, Kind = "huong-dan" };

    private static IEnumerable<string?> Under(IDocument page, string heading) =>
        page.QuerySelectorAll("section").Where(section => section.QuerySelector("h2")?.TextContent == heading).SelectMany(static section => section.QuerySelectorAll("a")).Select(static link => link.GetAttribute("href"));

    private static async Task<IDocument> PageAsync(HttpClient reader, string slug) =>
        await new HtmlParser().ParseDocumentAsync(await reader.GetStringAsync(new Uri("/van-ban/" + slug, UriKind.Relative), Cancellation), Cancellation);
}
