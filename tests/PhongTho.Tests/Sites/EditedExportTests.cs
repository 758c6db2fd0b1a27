using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Sites;

/// <summary>All of the product's own content can be changed in the newsroom, and an export shows exactly what was changed.</summary>
public sealed class EditedExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_thing_of_each_kind_is_changed_and_the_export_shows_exactly_these_changes()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var before = await ExportAsync(portal, "before");

        await ChangeSettingsAsync(portal);
        await ChangeWordsAsync(portal);
        await ChangePagesAsync(portal);
        await ChangeEveryTypeAsync(portal);
        var after = await ExportAsync(portal, "after");

        string[] changed = [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "documents/quyet-dinh-huy-bo-quyet-dinh-khen-thuong-99-qd-ubnd.md", "exemplars/ba-tan-thi-mau-giu-nghe-theu-day-25-em-gai.md", "menus.yaml", "movements/xoa-nha-tam-nha-dot-nat.md",
                "pages/gioi-thieu/tro-nang.md", "pages/tro-nang.md", "sections.yaml", "site.yaml", Story, "terms/the-loai.yaml", "units.json",
            ],
            changed.Where(name => !name.StartsWith("pages/", StringComparison.Ordinal) || name.Contains("tro-nang", StringComparison.Ordinal)));
        Assert.All(changed.Where(name => name.StartsWith("pages/", StringComparison.Ordinal) && !name.Contains("tro-nang", StringComparison.Ordinal)), name => Assert.Equal(["thu-tu"], KeysThatDiffer(before[name], after[name])));
        Assert.Equal(["khau-hieu"], KeysThatDiffer(before["site.yaml"], after["site.yaml"]));
    }

    private static string Story { get; } = "stories/" + Path.GetFileName(Directory.EnumerateFiles(Path.Combine(Repository.Content, "stories"), "*.md").Order(StringComparer.Ordinal).First());

    private static async Task ChangeSettingsAsync(TestPortal portal)
    {
        var (editing, book) = (portal.Services.GetRequiredService<SiteEditing>(), await BookAsync(portal));
        Done(await editing.SaveSettingsAsync(book.Settings with { Tagline = "Khẩu hiệu mới" }, Stamp.Of(book.Settings), Actor.Console, Cancellation));
        var menus = book.Menus with { Main = [.. book.Menus.Main, new MenuEntry { Label = "Trợ năng", Path = "/tro-nang" }] };
        Done(await editing.SaveMenusAsync(menus, Stamp.Of(book.Menus), Actor.Console, Cancellation));
        var section = book.Section("tin-tuc")!;
        Done(await portal.Services.GetRequiredService<SectionEditing>().SaveAsync("tin-tuc", Stamp.Of(section), section with { Introduction = "Lời mới." }, Actor.Console, Cancellation));
    }

    private static async Task ChangeWordsAsync(TestPortal portal)
    {
        var vocabularies = portal.Services.GetRequiredService<Vocabularies>();
        var term = (await vocabularies.TermsAsync(Taxonomies.Genre, Cancellation))[0].Term;
        Done(await vocabularies.WriteAsync(Taxonomies.Genre, term.Slug, Stamp.Of(term), new TermText(term.Name + " mới", term.ShortName, term.Group, term.Detail), Actor.Console, Cancellation));
        var unit = (await BookAsync(portal)).Unit("xa-dao-san")!;
        Done(await portal.Services.GetRequiredService<UnitRegister>().SaveAsync(unit with { Spellings = [.. unit.Spellings, "Dào Xan"] }, Stamp.Of(unit), Actor.Console, Cancellation));
    }

    private static async Task ChangePagesAsync(TestPortal portal)
    {
        var tree = portal.Services.GetRequiredService<PageTree>();
        var pages = await tree.ReadAsync(Cancellation);
        var about = pages.Single(page => page.Path == "gioi-thieu");
        Done(await tree.ArrangeAsync([.. pages.Select(page => new TreePlace(page.Id, page.Path == "tro-nang" ? about.Id : page.Parent))], Actor.Console, Cancellation));
    }

    private static async Task ChangeEveryTypeAsync(TestPortal portal)
    {
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        await using var db = portal.Database.Open();
        string[] files = ["nguoi-tot-viec-tot/ba-tan-thi-mau-giu-nghe-theu-day-25-em-gai", "tin-tuc/" + Path.GetFileNameWithoutExtension(Story), "phong-trao/xoa-nha-tam-nha-dot-nat", "van-ban/quyet-dinh-huy-bo-quyet-dinh-khen-thuong-99-qd-ubnd"];
        foreach (var item in await db.Items.Where(row => files.Contains(row.Path)).ToListAsync(Cancellation))
        {
            var json = (await db.Revisions.SingleAsync(row => row.Id == item.LiveRevisionId, Cancellation)).Body;
            var saved = Assert.IsType<Outcome.Done>(await drafts.SaveAsync(item.Id, item.Version, ContentTypes.Get(item.Type).Read(json) with { Summary = "Tóm tắt mới." }, Actor.Console, Cancellation));
            Assert.IsType<Outcome.Done>(await publisher.PublishAsync(item.Id, saved.Version, Actor.Console, Cancellation));
        }
    }

    private static void Done(Refusal? refusal) => Assert.True(refusal is null, refusal?.Message + string.Join("; ", refusal?.Problems ?? []));

    private static async Task<SiteBook> BookAsync(TestPortal portal) => await portal.Services.GetRequiredService<SiteBooks>().CurrentAsync(Cancellation);

    private static async Task<IReadOnlyDictionary<string, string>> ExportAsync(TestPortal portal, string name)
    {
        var folder = Path.Combine(portal.Folder, name);
        Assert.Empty((await portal.Services.GetRequiredService<SiteExport>().RunAsync(folder, Cancellation)).Problems);
        return ContentFolder.Read(folder);
    }

    private static IEnumerable<string> KeysThatDiffer(string left, string right)
    {
        var (old, young) = (left.Split('\n'), right.Split('\n'));
        return old.Except(young).Concat(young.Except(old)).Select(line => line.Split(':')[0].Trim()).Distinct();
    }
}
