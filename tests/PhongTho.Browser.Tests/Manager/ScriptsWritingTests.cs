using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>Writing formatted text: what is typed, pasted and dropped, and what is stored of it.</summary>
public sealed class ScriptsWritingTests(LivePortal portal)
{
    private const string Text = "textarea[name='blocks.b1.html']";

    [Fact]
    public async Task Every_element_starts_without_a_complaint_and_is_accessible()
    {
        await using var stage = await ScriptsStage.StartAsync();
        foreach (var (width, isDark) in new[] { (360, false), (1280, true) })
        {
            await using var reader = await stage.OpenAsync(portal, width, isDark);

            // The preview's frame runs no scripts, so it never answers the check.
            var axe = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
            await reader.Page.Locator(".block-insert").First.ClickAsync();
            var inside = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
            var overflow = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            Assert.Empty(axe.Violations.Concat(inside.Violations).Select(violation => violation.Id + " " + violation.Nodes[0].Html));
            Assert.True(overflow <= 0, $"{overflow} px too wide at {width} px.");
            Assert.Empty(reader.Complaints);
        }
    }

    [Fact]
    public async Task Lines_of_dialogue_and_years_stay_as_they_were_typed()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await EmptyAsync(page);

        foreach (var line in new[] { "- Chị nói: “Học đi em.”", "1. Mục đích", "2023. Năm ấy", "# 5", "> 3 triệu", "**sao**" })
        {
            await page.Keyboard.TypeAsync(line);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.Locator(Text)).ToHaveValueAsync("<p>- Chị nói: “Học đi em.”</p><p>1. Mục đích</p><p>2023. Năm ấy</p><p># 5</p><p>&gt; 3 triệu</p><p>**sao**</p>");
    }

    [Fact]
    public async Task Vietnamese_typed_by_composition_is_kept_in_one_form()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await EmptyAsync(page);
        var keys = await page.Context.NewCDPSessionAsync(page);

        foreach (var (steps, word) in new[] { (new[] { "t", "ti", "tie", "tiê", "tiêng", "tiếng" }, "tiếng "), (["V", "Vi", "Vie", "Viê", "Viêt", "Việt"], "Việt") })
        {
            foreach (var step in steps)
            {
                await keys.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = step, ["selectionStart"] = step.Length, ["selectionEnd"] = step.Length });
            }

            await keys.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = word });
        }

        // UniKey erases and types again; and some keyboards send marks as signs of their own.
        await page.Keyboard.TypeAsync(" nguoi");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.InsertTextAsync("ươ\u0300i");

        await Expect(page.Locator(Text)).ToHaveValueAsync("<p>tiếng Việt người</p>");
    }

    [Fact]
    public async Task Word_leaves_its_structure_and_takes_its_dress_along()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        await EmptyAsync(reader.Page);

        await PasteAsync(reader.Page, WordPage, "Báo cáo");

        await Expect(reader.Page.Locator(Text)).ToHaveValueAsync(
            "<h2>Báo cáo</h2>"
            + "<p>Bà <strong>Tẩn Thị Mẩu</strong>, <em>nghệ nhân</em>, xem <a href=\"https://laichau.gov.vn/a\">ở đây</a> và thư mục.</p>"
            + "<ul><li>Dạy thêu<ul><li>25 em gái</li></ul></li><li>Giữ mẫu</li></ul>"
            + "<ol><li>Bước một</li><li>Bước hai</li></ol>"
            + "<p>- Chị nói: tiếng</p>"
            + "<table><thead><tr><th>Năm</th><th>Số em</th></tr></thead><tbody><tr><td>2023</td><td>25</td></tr></tbody></table>");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task What_stands_in_a_text_survives_its_editing()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        const string Html = "<h2>Một</h2><p>2.400 m<sup>2</sup>, H<sub>2</sub>O, <code>a</code><br>dòng</p><ol start=\"3\"><li>ba<ul><li>con</li></ul></li></ol>"
            + "<blockquote><p lang=\"en\">Well done</p></blockquote><pre><code>x  y</code></pre><hr>"
            + "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table><p><a href=\"/gioi-thieu\" title=\"T\">x</a> <s>y</s></p>";
        await reader.Page.RouteAsync("**/edit/block?*", async route =>
        {
            var answer = await route.FetchAsync();
            var body = (await answer.TextAsync()).Replace("></textarea>", $">{System.Net.WebUtility.HtmlEncode(Html)}</textarea>", StringComparison.Ordinal);
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = body });
        });
        await reader.Page.Locator("block-list > .block-add").Last.ClickAsync();
        await reader.Page.Locator("dialog [data-kind=richText]").ClickAsync();
        var block = reader.Page.Locator(".blocks > .block[data-kind=richText]").Nth(1);

        await block.Locator(".ProseMirror p").Last.ClickAsync();
        await reader.Page.Keyboard.PressAsync("Control+End");
        await reader.Page.Keyboard.TypeAsync("!");

        await Expect(block.Locator("textarea")).ToHaveValueAsync(Html.Replace("<s>y</s>", "<s>y!</s>", StringComparison.Ordinal));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_link_is_set_by_keyboard_and_only_to_safe_places()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await EmptyAsync(page);
        await page.Keyboard.TypeAsync("cổng tỉnh");
        await page.Keyboard.PressAsync("Control+A");

        await page.Keyboard.PressAsync("Control+K");
        await page.Keyboard.TypeAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".link-dialog .problem")).ToContainTextAsync("Địa chỉ chưa đúng");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("laichau.gov.vn/tin tức".Replace(' ', '-'));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(Text)).ToHaveValueAsync("<p><a href=\"https://laichau.gov.vn/tin-t%E1%BB%A9c\">cổng tỉnh</a></p>");
        await Expect(page.Locator(".ProseMirror").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_and_shows_what_is_on()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await EmptyAsync(page);
        await page.Keyboard.TypeAsync("chữ");
        await page.Keyboard.PressAsync("Control+A");

        await page.Keyboard.PressAsync("Alt+F10");
        await Expect(page.GetByLabel("Kiểu đoạn").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(Text)).ToHaveValueAsync("<p><strong>chữ</strong></p>");
        await Expect(page.GetByLabel("Đậm").First).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(1, await page.Locator("[role=toolbar]").First.Locator("[tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task A_pasted_picture_becomes_a_block_after_the_text()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.Locator(".ProseMirror").First.EvaluateAsync("""
            (editor) => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array(9)], "man-hinh.png", { type: "image/png" }));
              editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        var picture = page.Locator("block-list[data-prefix=blocks] > ol > .block").Nth(1);
        await Expect(picture).ToHaveAttributeAsync("data-kind", "picture");
        await Expect(picture.Locator("media-field > input")).ToHaveValueAsync("u-man-hinh.png");
        await Expect(page.Locator(Text)).ToHaveValueAsync("<p>Tối nào lớp cũng sáng đèn.</p>");
    }

    private static async Task EmptyAsync(IPage page)
    {
        await page.Locator(".ProseMirror").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
    }

    private static async Task PasteAsync(IPage page, string html, string text) => await page.Locator(".ProseMirror").First.EvaluateAsync(
        """
        (editor, [html, text]) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", text);
          data.items.add(new File([new Uint8Array(9)], "image.png", { type: "image/png" }));
          editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { html, text });

    private const string WordPage = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15">
        <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
        <style><!-- /* Font Definitions */ @font-face {font-family:"Times New Roman";} p.MsoNormal {margin:0in;} --></style></head>
        <body lang=EN-US link="#0563C1" style='tab-interval:.5in'><!--StartFragment-->
        <h1 style='margin:0in'><span lang=VI style='font-size:14.0pt;font-family:"Times New Roman",serif'>Báo
        cáo<o:p></o:p></span></h1>
        <p class=MsoNormal><span lang=VI>Bà <b style='mso-bidi-font-weight:normal'>Tẩn Thị Mẩu</b>, <span style='font-style:italic'>nghệ&nbsp;nhân</span>, xem
        <a href="https://laichau.gov.vn/a" target="_blank"><span style='color:blue'>ở đây</span></a> và <a href="file:///C:/Users/a.docx">thư</a> <a href="javascript:alert(1)">mục</a>.<img width=1 src="file:///C:/clip.png" onerror="alert(1)"><o:p></o:p></span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Dạy thêu<o:p></o:p></p>
        <p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>25 em gái</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Giữ mẫu</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Bước một</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Bước hai</p>
        <p class=MsoNormal>- Chị nói: tiê&#x301;ng</p>
        <table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=200 style='width:150pt'><p class=MsoNormal align=center><b>Năm<o:p></o:p></b></p></td><td width=200><p class=MsoNormal><b>Số em</b></p></td></tr>
        <tr><td><p class=MsoNormal>2023<o:p></o:p></p></td><td><p class=MsoNormal>25</p></td></tr></table>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>
        """;
}
