using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Sites;

[Trait("Clause", "C-IV.4")]
public sealed class SiteEditingTests
{
    private static readonly Actor keeper = new("keeper", IsMachine: false) { Roles = [Role.Administrator] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_overwrites_unseen_what_another_keeper_saved()
    {
        await using var test = await TestDatabase.OpenAsync();
        var editing = new SiteEditing(test.Database);
        var seen = Stamp.Of((await test.Books.CurrentAsync(Cancellation)).Settings);

        Assert.Null(await editing.SaveSettingsAsync(new SiteSettings { Name = "Tên thứ nhất" }, seen, keeper, Cancellation));
        var second = await editing.SaveSettingsAsync(new SiteSettings { Name = "Tên thứ hai" }, seen, keeper, Cancellation);

        Assert.Equal("stale", second?.Code);
        Assert.Equal("Tên thứ nhất", (await test.Books.CurrentAsync(Cancellation)).Settings.Name);
    }

    [Fact]
    public async Task Saving_what_is_already_so_leaves_no_trace()
    {
        await using var test = await TestDatabase.OpenAsync();
        var book = await test.Books.CurrentAsync(Cancellation);

        Assert.Null(await new SiteEditing(test.Database).SaveMenusAsync(book.Menus, Stamp.Of(book.Menus), keeper, Cancellation));

        Assert.Equal(book.Position, (await test.Books.CurrentAsync(Cancellation)).Position);
    }

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Editor)]
    [InlineData(Role.EmulationOfficer)]
    public async Task The_site_is_changed_by_its_keepers_only(Role role)
    {
        await using var test = await TestDatabase.OpenAsync();
        var stranger = new Actor("x", IsMachine: false) { Roles = [role] };
        var book = await test.Books.CurrentAsync(Cancellation);

        Refusal?[] answers =
        [
            await new SiteEditing(test.Database).SaveSettingsAsync(book.Settings with { Name = "Khác" }, Stamp.Of(book.Settings), stranger, Cancellation),
            await new SiteEditing(test.Database).SaveMenusAsync(book.Menus, Stamp.Of(book.Menus), stranger, Cancellation),
            await new SectionEditing(test.Database, test.Books).OrderAsync([], stranger, Cancellation),
            await new Redirects(test.Database, test.Books).AddAsync("/a", new RedirectTarget { IsGone = true }, stranger, Cancellation),
            await new PageTree(test.Database, test.Books, test.Clock).ArrangeAsync([], stranger, Cancellation),
            await new Cms.Taxonomy.Vocabularies(test.Database).NameAsync(Taxonomies.Field, "Khác", stranger, Cancellation),
            await new Cms.Taxonomy.TermMerge(test.Database, test.Clock).RunAsync(Taxonomies.Field, "a", "b", stranger, Cancellation),
            await new Cms.Taxonomy.UnitRegister(test.Database).DeleteAsync("x", stranger, Cancellation),
        ];

        Assert.All(answers, answer => Assert.Equal("right", answer?.Code));
    }

    [Fact]
    public async Task Two_owners_on_one_day_are_refused_and_named()
    {
        await using var test = await TestDatabase.OpenAsync();
        var seen = Stamp.Of((await test.Books.CurrentAsync(Cancellation)).Settings);
        SiteOwner[] owners = [new SiteOwner { Name = "Trung tâm A", To = new DateOnly(2025, 6, 30) }, new SiteOwner { Name = "Trung tâm B", From = new DateOnly(2025, 6, 30) }];

        var refused = await new SiteEditing(test.Database).SaveSettingsAsync(new SiteSettings { Name = "Cổng", Owners = owners }, seen, keeper, Cancellation);

        Assert.Contains(refused!.Problems, problem => problem.Message.Contains("Trung tâm A", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_menu_entry_of_an_unpublished_item_is_told_to_its_keeper_and_hidden_from_readers()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var (drafts, publisher) = (portal.Services.GetRequiredService<Cms.Editing.Drafts>(), portal.Services.GetRequiredService<Cms.Publishing.Publisher>());
        var (books, editing) = (portal.Services.GetRequiredService<SiteBooks>(), portal.Services.GetRequiredService<SiteEditing>());
        var shown = await publisher.PublishNewAsync(drafts, new Page { Title = "Trang đã đăng" });
        await drafts.DraftAsync(new Page { Title = "Trang chờ" });
        var menus = new Menus { Main = [new MenuEntry { Label = "Mục hiện", Path = "/trang-da-dang" }, new MenuEntry { Label = "Mục chờ", Path = "/trang-cho" }, new MenuEntry { Label = "Mục lạc", Path = "/khong-co" }] };

        Assert.Null(await editing.SaveMenusAsync(menus, Stamp.Of((await books.CurrentAsync(Cancellation)).Menus), keeper, Cancellation));

        var home = await reader.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Contains("Mục hiện", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Mục chờ", home, StringComparison.Ordinal);
        await using var db = portal.Database.Open();
        var book = await books.CurrentAsync(Cancellation);
        Assert.Equal(["Mục chờ", "Mục lạc"], (await MenuRules.WarnAsync(db, book, book.Menus, Cancellation)).Select(warning => warning.Label));
        Assert.NotEqual(default, shown.Item);
    }

    [Theory]
    [InlineData("", "Chưa điền địa chỉ")]
    [InlineData("//ke-xau.vn", "bắt đầu bằng dấu /")]
    [InlineData("javascript:alert(1)", "bắt đầu bằng dấu /")]
    public void A_menu_leads_to_addresses_only(string path, string message) =>
        Assert.Contains(MenuRules.WhyNot(new Menus { Main = [new MenuEntry { Label = "Mục", Path = path }] })!.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public async Task Every_address_the_house_answers_is_known_as_its_own()
    {
        await using var portal = await TestPortal.StartAsync();
        var fixedParts = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Trim('/').StartsWith('{'))
            .Select(endpoint => string.Join('/', endpoint.RoutePattern.RawText!.Trim('/').Split('/').TakeWhile(segment => !segment.Contains('{', StringComparison.Ordinal)))).Distinct();

        Assert.All(fixedParts, path => Assert.True(Destinations.IsOfTheHouse(path), path));
    }
}
