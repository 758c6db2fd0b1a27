using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests;

public sealed partial class ReaderJourneyTests(LivePortal portal)
{
    private const string Road = "/nguoi-tot-viec-tot/bi-thu-chi-bo-lo-van-vi-du-van-dong-hien-2-400-m2-dat-mo-duong";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(360, false)]
    public async Task A_reader_finds_an_exemplar_by_filters_and_by_words_without_marks(int width, bool hasScript)
    {
        await using var reader = await portal.OpenAsync(width, hasScript: hasScript);
        var page = reader.Page;

        await page.GotoAsync("/");
        await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        await page.GotoAsync("/nguoi-tot-viec-tot?xa=xa-muong-so-cu&nam=2023");
        await page.Locator("main a", new PageLocatorOptions { HasTextRegex = LandForRoads() }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("2.400 m²");
        await Expect(page.Locator("main")).ToContainTextAsync("nay thuộc", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        await page.GotoAsync("/tim-kiem?q=hien+dat+mo+duong");
        await Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        await page.Locator($"main a[href='{Road}']").First.ClickAsync();

        await Expect(page).ToHaveURLAsync(portal.Url + Road);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Paper_shows_the_story_and_no_menus()
    {
        await using var reader = await portal.OpenAsync();
        await reader.Page.GotoAsync(Road);
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("header nav").First).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("header form").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Feed_and_api_tell_the_same_as_the_page()
    {
        await using var reader = await portal.OpenAsync();
        await reader.Page.GotoAsync(Road);
        var title = await reader.Page.Locator("h1").InnerTextAsync();

        var feed = await reader.Page.APIRequest.GetAsync(portal.Url + "/nguoi-tot-viec-tot/rss.xml");
        var api = await reader.Page.APIRequest.GetAsync(portal.Url + "/api/v1/exemplars?limit=100");

        var plain = title.Replace("\n", " ", StringComparison.Ordinal);
        Assert.Contains(plain, await feed.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(plain, await api.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_content_and_search()
    {
        await using var reader = await portal.OpenAsync();
        var page = reader.Page;
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#noi-dung", page.Url.Replace("#main", "#noi-dung", StringComparison.Ordinal), StringComparison.Ordinal);
        await page.Locator("header input[name=q]").First.FocusAsync();
        await page.Keyboard.TypeAsync("giu nghe theu");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main mark").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_embedded_list_shows_inside_a_foreign_page()
    {
        await using var reader = await portal.OpenAsync();
        var page = $"<html lang=vi><title>Trang khác</title><iframe title=\"Gương\" src=\"{portal.Url}/nhung/danh-sach/nguoi-tot-viec-tot\" width=640 height=640></iframe>";
        await reader.Page.RouteAsync("http://127.0.0.1:9/", route => route.FulfillAsync(new RouteFulfillOptions { Body = page, ContentType = "text/html; charset=utf-8" }));

        await reader.Page.GotoAsync("http://127.0.0.1:9/");

        await Expect(reader.Page.FrameLocator("iframe").Locator("a").First).ToBeVisibleAsync();
    }

    [GeneratedRegex("hiến 2.400", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LandForRoads();
}
