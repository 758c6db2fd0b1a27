using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Indexing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>The writing room under one person's hands, with the mouse or without ever touching it.</summary>
internal sealed class NewsroomDesk(IPage page, bool byKeyboard)
{
    public ILocator Field(string name) => page.Locator($"[name='{name}']:not([type=hidden])").First;

    /// <summary>From the desk to the blank form of a type.</summary>
    public async Task StartAsync(string label)
    {
        await page.GotoAsync("/manager");
        await PressAsync(page.Locator("summary", new PageLocatorOptions { HasText = "Viết bài mới" }));
        await PressAsync(page.Locator(".kinds a", new PageLocatorOptions { HasText = label }));
        await Expect(page.Locator("draft-form .draft-status")).ToBeAttachedAsync();
    }

    /// <summary>From the desk to an item that stands on one of its shelves.</summary>
    public async Task OpenFromDeskAsync(string title)
    {
        await page.GotoAsync("/manager");
        await PressAsync(page.Locator(".work a", new PageLocatorOptions { HasText = title }).First);
        await Expect(page.Locator("h1")).ToContainTextAsync(title);
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await field.FocusAsync();
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses from a list: by its value, or by typing the beginning of what it says.</summary>
    public async Task ChooseAsync(ILocator list, string value, string words)
    {
        if (byKeyboard)
        {
            await list.FocusAsync();
            await page.Keyboard.TypeAsync(words);
        }
        else
        {
            await list.SelectOptionAsync(value);
        }

        await Expect(list).ToHaveValueAsync(value);
    }

    /// <summary>Brings the main picture in through the library's window, and says what it shows.</summary>
    public async Task AddPictureAsync(string file, string alt)
    {
        var field = page.Locator("media-field:has([name='picture.media'])");
        await PressAsync(field.Locator("[data-choose]"));
        var window = page.Locator("dialog[open]");
        await window.Locator("input[type=file]").SetInputFilesAsync([MediaDesk.Photograph(file, file.Length, 1200, 800)]);
        await Expect(page.Locator("[name='picture.media']")).Not.ToHaveValueAsync("", new LocatorAssertionsToHaveValueOptions { Timeout = 60_000 });
        await TypeAsync(Field("picture.alt"), alt);
    }

    /// <summary>Adds a block of text at the end and writes into it.</summary>
    public async Task AddTextAsync(string text)
    {
        var blocks = page.Locator("block-list#blocks > ol.blocks > li.block, block-list > ol.blocks > li.block");
        var before = await blocks.CountAsync();
        await PressAsync(page.Locator("block-list > .block-add").Last);
        var window = page.Locator("dialog[open]");
        await window.Locator("input[type=search]").FocusAsync();
        await page.Keyboard.TypeAsync("van ban");
        await PressAsync(window.Locator("[data-kind=richText]"));
        await Expect(blocks).ToHaveCountAsync(before + 1);
        var writing = blocks.Last.Locator("[contenteditable=true]");
        await writing.FocusAsync();
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Begins a person's dossier and writes down that the person agreed to name and picture on the portal.</summary>
    public async Task KeepDossierAsync(string name)
    {
        await page.GotoAsync("/manager/subjects/new");
        await TypeAsync(page.Locator("#name"), name);
        await page.Locator("input[type=radio][value=nguoi-dan]").CheckAsync();
        await PressAsync(page.Locator("main form button[type=submit]"));
        await Expect(page.Locator("h1")).ToContainTextAsync(name);
        var form = page.Locator("form[action*='handler=consent']");
        foreach (var tick in new[] { "Name", "Image", "Portal" })
        {
            await form.Locator($"input[value={tick}]").CheckAsync();
        }

        await form.Locator("[name='Consent.GivenOn']").FillAsync("2026-01-15");
        await PressAsync(form.Locator("button[type=submit]"));
        await Expect(page.GetByText("Đã ghi sự đồng ý.")).ToBeVisibleAsync();
    }

    /// <summary>Chooses a dossier by a few letters of its name, without marks.</summary>
    public async Task ChooseDossierAsync(string letters, string name)
    {
        var field = page.Locator("item-field:has([name='subject'])");
        await field.Locator("input[type=search]").FocusAsync();
        await page.Keyboard.TypeAsync(letters);
        await Expect(field.Locator("[role=option]", new LocatorLocatorOptions { HasText = name }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(field.Locator("[name='subject']")).Not.ToHaveValueAsync("");
    }

    /// <summary>Returns when the status line says that the server has everything.</summary>
    public Task SavedAsync() => Expect(page.Locator(".draft-status").First).ToContainTextAsync("Đã lưu lúc");

    /// <summary>Does an act of the workflow, with words where it asks for some.</summary>
    public async Task ActAsync(string act, string? note = null)
    {
        var button = page.Locator($"button[name=act][value={act}]");
        // A new text's panel learns of its acts a moment after the first save.
        await Expect(button).ToBeAttachedAsync();
        var folded = page.Locator($"details:not([open]):has(button[name=act][value={act}]) > summary");
        while (await folded.CountAsync() > 0)
        {
            await PressAsync(folded.First);
        }

        if (note is not null)
        {
            await TypeAsync(page.Locator($"[name='act.{act}.note']"), note);
        }

        await PressAsync(button);
    }

    private async Task PressAsync(ILocator control)
    {
        if (!byKeyboard)
        {
            await control.ClickAsync();
            return;
        }

        await control.FocusAsync();
        await Expect(control).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}

/// <summary>What a citizen's search answers, once the index shows what was done.</summary>
internal static class CitizenSearch
{
    public static async Task FoundAsync(this LivePortal portal, Reader citizen, string words, string title)
    {
        await portal.AskAsync(citizen, words);
        await Expect(citizen.Page.Locator("main a", new PageLocatorOptions { HasText = title }).First).ToBeVisibleAsync();
    }

    public static async Task LostAsync(this LivePortal portal, Reader citizen, string words, string title)
    {
        await portal.AskAsync(citizen, words);
        await Expect(citizen.Page.Locator("main a", new PageLocatorOptions { HasText = title })).ToHaveCountAsync(0);
    }

    private static async Task AskAsync(this LivePortal portal, Reader citizen, string words)
    {
        await portal.Services.GetRequiredService<ClockWatch>().LookAsync(TestContext.Current.CancellationToken);
        await portal.Services.GetRequiredService<SearchFollower>().CatchUpAsync(TestContext.Current.CancellationToken);
        await citizen.Page.GotoAsync("/tim-kiem?q=" + Uri.EscapeDataString(words));
    }
}
