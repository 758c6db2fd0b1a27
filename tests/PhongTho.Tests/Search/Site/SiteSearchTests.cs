using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Publishing;
using PhongTho.Search;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Search.Site;

public sealed class SiteSearchTests
{
    private static readonly string[] Pieces =
    [
        "xã:", "XÃ :", "x\u0061\u0303:", "năm:", "năm:2023", "lĩnh vực:\"", "đối tượng:", "loại:", ":", "::", "\"", "-", " ", " ", "Dào San", "văn hóa", "gương", "<script>",
        "2023", "\ud83d", "\u0301", "\0", "\n", "(", "*", "xã:xã:xã:", "năm:năm",
    ];

    private static readonly string[] Folders = ["index", "index-newsroom"];

    [Theory]
    [InlineData("xã:Dào San", "xa", "xa-dao-san")]
    [InlineData("xa: dao san", "xa", "xa-dao-san")]
    [InlineData("đơn vị:\"Dào San\"", "xa", "xa-dao-san")]
    [InlineData("hiến đất năm:2023", "nam", "2023")]
    public async Task Fields_named_among_the_words_narrow_the_results(string words, string facet, string value)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var search = portal.Services.GetRequiredService<SiteSearch>();

        var named = await search.SearchAsync(new SiteSearchRequest { Words = words, Limit = 100 }, TestContext.Current.CancellationToken);
        var chosen = await search.SearchAsync(new SiteSearchRequest
        {
            Words = words.StartsWith("hiến", StringComparison.Ordinal) ? "hiến đất" : "",
            Filters = new Dictionary<string, string> { [facet] = value },
            Limit = 100,
        }, TestContext.Current.CancellationToken);

        Assert.True(chosen.Total > 0);
        Assert.Equal(chosen.Hits.Select(hit => hit.Key), named.Hits.Select(hit => hit.Key));
    }

    [Theory]
    [InlineData("xã:")]
    [InlineData("năm:xưa")]
    [InlineData("lĩnh vực::::")]
    [InlineData("ghi chú: xã: năm: \ud83d")]
    [InlineData("xã:\u0301\u0301 năm:2023 năm:2024")]
    public async Task No_way_of_writing_a_field_is_an_error(string words)
    {
        await using var portal = await TestPortal.StartAsync();

        Assert.Equal(0, (await portal.Services.GetRequiredService<SiteSearch>().SearchAsync(new SiteSearchRequest { Words = words }, TestContext.Current.CancellationToken)).Total);
    }

    [Fact]
    public async Task Field_names_among_any_other_signs_are_answered_and_lose_no_word()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var search = portal.Services.GetRequiredService<SiteSearch>();
        var random = new Random(91);
        for (var round = 0; round < 300; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            var found = await search.SearchAsync(new SiteSearchRequest { Words = typed, Limit = 5 }, TestContext.Current.CancellationToken);

            Assert.All(found.Hits, hit => Assert.DoesNotContain("<script", hit.TitleHtml + hit.SnippetHtml, StringComparison.OrdinalIgnoreCase));
        }

        var narrowed = await search.SearchAsync(new SiteSearchRequest { Words = "lê xã:Sin Suối Hồ đất dốc", Limit = 5 }, TestContext.Current.CancellationToken);
        Assert.Contains("đất dốc", narrowed.Hits[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_leads_on()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var page = await reader.GetStringAsync(new Uri("/tim-kiem?q=hien+dat&nam=1999", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("href=\"/tim-kiem?q=hien%20dat\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/nguoi-tot-viec-tot\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/gioi-thieu-guong\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_leaves_no_word_in_the_folder_of_either_index()
    {
        await using var portal = await TestPortal.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var drafts = portal.Services.GetRequiredService<Drafts>();
        await publisher.PublishNewAsync(drafts, Bodies.Story("Tin khác"));
        var item = await publisher.PublishNewAsync(drafts, Bodies.Story("Người bimatkhongdelai"));
        await portal.CaughtUpAsync(cancellation);

        await publisher.WithdrawAsync(item.Item, item.Version, Actor.Console, cancellation);
        await portal.CaughtUpAsync(cancellation);

        Assert.False(portal.Services.GetRequiredService<SearchIndex>().HasRemains);
        foreach (var file in Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(portal.Folder, folder))).Where(file => !file.EndsWith("write.lock", StringComparison.Ordinal)))
        {
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await bytes.CopyToAsync(copy, cancellation);
            Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("bimatkhongdelai")) < 0, Path.GetFileName(file));
        }
    }

    [Theory]
    [InlineData("dao s", "place")]
    [InlineData("người tốt", "section")]
    public async Task Places_and_sections_are_suggested(string typed, string kind)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);

        Assert.Contains(await portal.Services.GetRequiredService<SiteSearch>().SuggestAsync(typed, 8, TestContext.Current.CancellationToken), suggestion => suggestion.Kind == kind && suggestion.Path is not null);
    }
}
