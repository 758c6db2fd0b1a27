using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>Blocks and rows: put in, moved, copied, deleted and brought back, by mouse and by keyboard.</summary>
public sealed class ScriptsBlocksTests(LivePortal portal)
{
    private const string Blocks = "block-list[data-prefix=blocks] > ol > .block";

    [Fact]
    public async Task Alt_and_arrows_move_a_block_and_keep_the_writer_in_it()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.Locator("#blocks_b2_text").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");

        Assert.Equal(["b2", "b1", "b3"], await KeysAsync(page));
        await Expect(page.Locator("#blocks_b2_text")).ToBeFocusedAsync();
        await Expect(page.Locator(".announcer[aria-live]")).ToHaveTextAsync("Khối «Lời nói» nay ở vị trí 1 trên 3.");
        await Expect(page.Locator(".draft-status")).ToContainTextAsync("Đã lưu lúc 14");
        Assert.Equal(["b2", "b1", "b3"], stage.Saved.Last().All("blocks"));
    }

    [Fact]
    public async Task A_copy_has_its_own_name_in_all_its_fields_and_what_was_just_typed()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await page.Locator("#inner").FillAsync("Vừa viết.");

        await page.Locator("button[value='copy:blocks.b3']").ClickAsync();

        var keys = await KeysAsync(page);
        Assert.Equal(4, keys.Length);
        var copy = page.Locator(Blocks).Nth(3);
        Assert.Equal(keys[3], await copy.Locator("> input").First.InputValueAsync());
        await Expect(copy.Locator($"[name='blocks.{keys[3]}.columns.c1.blocks.b1.text']")).ToHaveValueAsync("Vừa viết.");
        await Expect(copy.Locator("block-list")).ToHaveAttributeAsync("data-add", $"/edit/block?prefix=blocks.{keys[3]}.columns.c1.blocks");
        Assert.Equal(0, await copy.Locator("[name*='blocks.b3']").CountAsync());
        await Expect(copy.Locator(".grip")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_deleted_block_comes_back_to_its_place_with_all_its_words()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await page.Locator(".ProseMirror").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Vừa viết.");

        await page.Locator("button[value='remove:blocks.b1']").ClickAsync();
        Assert.Equal(["b2", "b3"], await KeysAsync(page));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lấy lại" })).ToBeFocusedAsync();
        await page.Locator("button[value='down:blocks.b2']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy lại" }).ClickAsync();

        Assert.Equal(["b1", "b3", "b2"], await KeysAsync(page));
        await Expect(page.Locator("textarea[name='blocks.b1.html']")).ToHaveValueAsync("<p>Tối nào lớp cũng sáng đèn. Vừa viết.</p>");
        await Expect(page.Locator(Blocks).First.Locator(".ProseMirror")).ToHaveTextAsync("Tối nào lớp cũng sáng đèn. Vừa viết.");
    }

    [Fact]
    public async Task The_picker_finds_without_marks_and_puts_the_block_where_it_was_asked_for()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.GetByLabel("Thêm khối ở đây, trước khối «Lời nói»").ClickAsync();
        await page.Keyboard.TypeAsync("anh");
        await Expect(page.Locator(".kind-choices li:visible")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(Blocks)).ToHaveCountAsync(4);
        await Expect(page.Locator(Blocks).Nth(1)).ToHaveAttributeAsync("data-kind", "picture");
        await Expect(page.Locator(Blocks).Nth(1).Locator("[data-choose]")).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Without_network_the_picker_says_so_and_stays()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await page.Locator(Blocks + " .block-insert").First.ClickAsync();

        await page.Context.SetOfflineAsync(true);
        await page.Locator("dialog [data-kind=quote]").ClickAsync();

        await Expect(page.Locator("dialog .problem")).ToContainTextAsync("Chưa nối được với máy chủ");
        Assert.Equal(["b1", "b2", "b3"], await KeysAsync(page));
    }

    [Theory]
    [InlineData("mouse")]
    [InlineData("touch")]
    public async Task A_grip_carries_a_block_down_the_list(string means)
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal, width: means == "touch" ? 390 : 1280);
        var page = reader.Page;
        var hand = await Hand.OnAsync(page, means);

        await hand.PressAsync(page.Locator(Blocks).First.Locator("> header > .grip"));
        var neighbour = await page.Locator(Blocks).Nth(1).BoundingBoxAsync();
        await hand.MoveAsync(neighbour!.X + 30, neighbour.Y + neighbour.Height - 3);
        await Expect(page.Locator(".drop-line")).ToHaveCountAsync(1);
        await hand.ReleaseAsync();

        Assert.Equal(["b2", "b1", "b3"], await KeysAsync(page));
        await Expect(page.Locator(".drop-line")).ToHaveCountAsync(0);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_block_carried_into_a_column_takes_the_column_s_name_and_escape_takes_nothing()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        var hand = await Hand.OnAsync(page, "mouse");
        const string Column = "block-list[data-prefix='blocks.b3.columns.c1.blocks'] > ol";

        foreach (var isDropped in new[] { false, true })
        {
            await hand.PressAsync(page.Locator(Blocks).Nth(1).Locator("> header > .grip"));
            var column = await page.Locator(Column).BoundingBoxAsync();
            await hand.MoveAsync(column!.X + 60, column.Y + column.Height - 3);
            if (!isDropped)
            {
                await page.Keyboard.PressAsync("Escape");
                Assert.Equal(["b1", "b2", "b3"], await KeysAsync(page));
            }

            await hand.ReleaseAsync();
        }

        Assert.Equal(["b1", "b3"], await KeysAsync(page));
        await Expect(page.Locator(Column + " > .block")).ToHaveCountAsync(2);
        await Expect(page.Locator("[name='blocks.b3.columns.c1.blocks.b2.text']")).ToHaveValueAsync("Cái chữ mở đường.");
    }

    [Fact]
    public async Task Rows_are_added_and_deleted_in_place()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.Locator("button[value='add:figures']").ClickAsync();
        await Expect(page.Locator(".records > .record")).ToHaveCountAsync(2);
        await page.Keyboard.TypeAsync("7");
        await page.Locator("button[value='remove:figures.f1']").ClickAsync();
        await Expect(page.Locator(".draft-status")).ToContainTextAsync("Đã lưu lúc 14");

        var key = Assert.Single(stage.Saved.Last().All("figures"));
        Assert.Equal("7", stage.Saved.Last()[$"figures.{key}.number"]);
    }

    private static Task<string[]> KeysAsync(IPage page) => page.EvaluateAsync<string[]>($"[...document.querySelectorAll('{Blocks}')].map((block) => block.dataset.key)");
}
