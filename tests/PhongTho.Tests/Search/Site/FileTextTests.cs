using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Search.Site;

/// <summary>A document is found by what is written in its file, made here by an office suite as clerks use it.</summary>
[Trait("Clause", "C-II.3c")]
public sealed class FileTextTests
{
    [Theory]
    [InlineData("ke-hoach.pdf", "mắc khén")]
    [InlineData("ke-hoach.pdf", "suoi nam thu")]
    [InlineData("ke-hoach.docx", "Lý Văn Minh Họa")]
    [InlineData("ke-hoach.docx", "12500000")]
    public async Task A_document_is_found_by_the_words_of_its_file(string file, string words)
    {
        await using var portal = await TestPortal.StartAsync();
        var document = await PublishAsync(portal, file, await File.ReadAllBytesAsync(PathOf(file), TestContext.Current.CancellationToken));

        var found = await portal.Services.GetRequiredService<SiteSearch>().SearchAsync(new SiteSearchRequest { Words = words }, TestContext.Current.CancellationToken);

        var hit = Assert.Single(found.Hits);
        Assert.Equal(document.Item.ToString(), hit.Key);
        Assert.Contains("<mark>", hit.SnippetHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_costs_only_its_own_words()
    {
        await using var portal = await TestPortal.StartAsync();
        var bytes = await File.ReadAllBytesAsync(PathOf("ke-hoach.pdf"), TestContext.Current.CancellationToken);
        await PublishAsync(portal, "ke-hoach.pdf", bytes[..(bytes.Length / 2)]);
        var search = portal.Services.GetRequiredService<SiteSearch>();

        Assert.Equal(1, (await search.SearchAsync(new SiteSearchRequest { Words = "trích yếu ngắn" }, TestContext.Current.CancellationToken)).Total);
        Assert.Equal(0, (await search.SearchAsync(new SiteSearchRequest { Words = "\"mắc khén\"" }, TestContext.Current.CancellationToken)).Total);
    }

    private static async Task<Outcome.Done> PublishAsync(TestPortal portal, string name, byte[] bytes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var stream = new MemoryStream(bytes);
        var uploaded = await portal.Services.GetRequiredService<MediaLibrary>().UploadAsync(stream, "van-ban", name, Actor.Console, cancellation);
        var published = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), new GuidanceDocument
        {
            Title = "Văn bản thử",
            Kind = "ke-hoach",
            Abstract = "Trích yếu ngắn",
            Files = [new DocumentFile { Media = Assert.IsType<MediaOutcome.Done>(uploaded).File.Id, Label = "Toàn văn" }],
        });
        await portal.CaughtUpAsync(cancellation);
        return published;
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "tests", "PhongTho.Tests", "Search", "Site", "Files", file);
}
