using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>The writing room in a real browser: every block accessible on every screen, and words saved by themselves.</summary>
public sealed class WritingTests(LivePortal portal)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(768, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task The_form_of_a_story_with_every_block_is_accessible_and_fits(int width, bool isDark)
    {
        await using var reader = await portal.OpenAsync(width, isDark);
        await portal.SignInAsync(reader, Role.Publisher);
        var id = await EveryBlockAsync();
        await reader.Page.GotoAsync($"/manager/edit/{id}");
        await Expect(reader.Page.Locator("block-list").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".rich-loading")).ToHaveCountAsync(0);

        var overflow = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The form at {width} px is {overflow} px too wide.");
        var axe = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
        Assert.True(axe.Violations.Length == 0, string.Join("; ", axe.Violations.Select(violation => $"{violation.Id} ({violation.Nodes.Length}) {violation.Nodes[0].Html}")));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_a_new_story_finds_its_address()
    {
        await using var reader = await portal.OpenAsync(390);
        await portal.SignInAsync(reader, Role.Editor);
        await reader.Page.GotoAsync("/manager/edit/new/story");
        await reader.Page.FillAsync("[name=title]", "Bài viết trên điện thoại");

        await Expect(reader.Page.Locator(".draft-status")).ToContainTextAsync("Đã lưu lúc");
        Assert.DoesNotContain("/new/", reader.Page.Url, StringComparison.Ordinal);
        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Thêm khối", Exact = true }).First.ClickAsync();
        await reader.Page.Locator("dialog [data-kind=quote]").ClickAsync();
        await reader.Page.Locator("[name^='blocks.'][name$='.text']").FillAsync("Có đường là có chợ.");
        await Expect(reader.Page.Locator("draft-form")).ToHaveAttributeAsync("data-state", "saved");
        await reader.Page.ReloadAsync();

        await Expect(reader.Page.Locator("[name$='.text']")).ToHaveValueAsync("Có đường là có chợ.");
        Assert.Empty(reader.Complaints);
    }

    private async Task<ItemId> EveryBlockAsync()
    {
        var body = new Story
        {
            Title = "Một bài có đủ mọi loại khối",
            Summary = "Để xem biểu mẫu của từng loại khối trên mọi màn hình, cả khi viết lẫn khi duyệt.",
            Tags = ["đường bản", "hiến đất"],
            Corrections = [new Correction { On = PartialDate.Parse("2026-11-20"), Text = "Số hộ là 12, không phải 21." }],
            Blocks =
            [
                new RichTextBlock { Html = "<h2>Mở đầu</h2><p>Một đoạn văn có <strong>chữ đậm</strong>.</p>" },
                new MarkdownBlock { Text = "Chữ có *dấu hiệu*." },
                new PictureBlock { Picture = new Picture { Media = default } },
                new GalleryBlock { Pictures = [new Picture { Media = default, Alt = "Đường bản" }] },
                new QuoteBlock { Text = "Có đường là có chợ.", Speaker = "Lò Văn Ví Dụ" },
                new FiguresBlock { Figures = [new Figure { Label = "Đất hiến", Value = 2400, Unit = "m²" }] },
                new HowToBlock { Title = "Vận động hiến đất", Steps = ["Họp bản", "Đo đất"] },
                new VideoBlock { Media = default, Title = "Ngày khởi công" },
                new AudioBlock { Media = default, Title = "Bài hát tiếng Thái" },
                new AttachmentBlock { Media = default, Label = "Mẫu đơn" },
                new ColumnsBlock { Columns = [new Column { Blocks = [new QuoteBlock { Text = "Trái" }] }, new Column { Blocks = [new MarkdownBlock { Text = "Phải" }] }] },
            ],
        };
        var outcome = await portal.Services.GetRequiredService<Drafts>().CreateAsync(body, Actor.Console, TestContext.Current.CancellationToken);
        return Assert.IsType<Outcome.Done>(outcome).Item;
    }
}
