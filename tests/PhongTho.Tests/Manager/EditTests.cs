using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>The writing room without script: every button a plain form, and nothing a person typed ever lost.</summary>
public sealed class EditTests
{
    private static readonly string[] texts = ["Lời thường", "dòng một\n\n- dòng hai", "<script>alert(1)</script>", "\"ngoặc\" & 'nháy'", "<p>đoạn <em>nghiêng</em></p>"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_type_and_block_goes_through_the_page_and_comes_back_the_same()
    {
        await using var portal = await TestPortal.StartAsync();
        var editor = await portal.SignedInAsync(Role.Editor);
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var target = await drafts.DraftAsync(Bodies.Story("Bài được dẫn tới"));
        var subject = new SubjectId(Guid.CreateVersion7(portal.Clock.GetUtcNow()));
        foreach (var type in ContentTypes.All)
        {
            var body = BodyRules.Normalise(new FilledBodies(texts, target.Item, new MediaId(Guid.CreateVersion7(portal.Clock.GetUtcNow())), subject).Of(type, "Đủ mọi thứ: " + type.Label));
            var draft = await drafts.DraftAsync(body);

            var form = await EditForm.OpenAsync(editor, $"/manager/edit/{draft.Item}");
            using var answer = await form.SendAsync(editor, ("do", "save"));

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(ContentJson.Write(body), ContentJson.Write(await BodyAsync(portal, draft.Item)));
        }
    }

    [Fact]
    public async Task The_products_own_content_goes_through_the_page_and_comes_back_the_same()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var editor = await portal.SignedInAsync(Role.Editor);
        await using var db = portal.Database.Open();
        var items = await db.Items.Where(item => item.Standing == Standing.Live).ToListAsync(Cancellation);
        foreach (var item in items)
        {
            var body = await BodyAsync(portal, item.Id);
            var form = await EditForm.OpenAsync(editor, $"/manager/edit/{item.Id}");
            using var answer = await form.SendAsync(editor, ("do", "save"));

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(ContentJson.Write(body), ContentJson.Write(await BodyAsync(portal, item.Id)));
        }

        Assert.NotEmpty(items);
    }

    [Fact]
    public async Task A_story_is_written_by_buttons_alone()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = await portal.SignedInAsync(Role.Editor);

        var form = await EditForm.OpenAsync(writer, "/manager/edit/new/story");
        form = await form.PressAsync(writer, "pick:blocks", ("title", "Bản Mẫu làm đường"));
        Assert.Contains("put:blocks:quote", form.Document.QuerySelectorAll(".kinds button").Select(button => button.GetAttribute("value")));
        form = await form.PressAsync(writer, "put:blocks:quote", ("blocks.b1.html", "<p>Mở đầu.</p>"));
        form = await form.PressAsync(writer, "up:blocks.b2", ("blocks.b2.text", "Có đường là có chợ."));
        form = await form.PressAsync(writer, "add:about");
        Assert.Equal("Bản Mẫu làm đường", form.Document.QuerySelector("[name=title]")!.TextContent.Trim());
        using var saved = await form.SendAsync(writer, ("do", "save"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var body = await BodyAsync(portal, IdOf(saved));
        Assert.Equal("Bản Mẫu làm đường", body.Title);
        Assert.Equal(["Có đường là có chợ.", "<p>Mở đầu.</p>"], body.Blocks.Select(block => block is QuoteBlock quote ? quote.Text : ((RichTextBlock)block).Html));
        var told = await EditForm.OpenAsync(writer, saved.Headers.Location!.OriginalString);
        Assert.Contains("Đã lưu bản nháp.", told.Document.QuerySelector(".told.done")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_understood_comes_back_as_it_was_typed_with_a_word_beside_it()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = await portal.SignedInAsync(Role.Editor);
        var form = await EditForm.OpenAsync(writer, "/manager/edit/new/exemplar");
        form = await form.PressAsync(writer, "add:figures");
        using var answer = await form.SendAsync(writer, ("title", "Bài"), ("subjectName", "Lò Văn Ví Dụ"), ("figures.r1.label", "Đất hiến"), ("figures.r1.value", "nhiều lắm"), ("year", "hai nghìn"), ("do", "save"));
        form = await EditForm.ReadAsync(answer, form.Address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("nhiều lắm", form.Document.QuerySelector("[name='figures.r1.value']")!.GetAttribute("value"));
        Assert.Equal("Lò Văn Ví Dụ", form.Document.QuerySelector("[name=subjectName]")!.GetAttribute("value"));
        Assert.Equal(["#year", "#figures-r1-value"], form.Document.QuerySelectorAll("#chua-hop-le a").Select(link => link.GetAttribute("href")));
        var described = form.Document.QuerySelector("[name='figures.r1.value']")!.GetAttribute("aria-describedby");
        Assert.Contains("không phải là số", form.Document.GetElementById(described!)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_sent_twice_make_one_item()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = await portal.SignedInAsync(Role.Editor);
        var form = await EditForm.OpenAsync(writer, "/manager/edit/new/story");

        var (status, first) = await form.AutosaveAsync(writer, ("title", "Bài viết khi mạng yếu"));
        var (again, second) = await form.AutosaveAsync(writer, ("title", "Bài viết khi mạng yếu"), ("summary", "Thêm một câu."));

        Assert.Equal((200, 200), (status, again));
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        await using var db = portal.Database.Open();
        var item = await db.Items.SingleAsync(Cancellation);
        Assert.Equal(second.GetProperty("version").GetInt32(), item.Version);
        Assert.Equal("Thêm một câu.", (await BodyAsync(portal, item.Id)).Summary);
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_is_no_conflict_with_oneself()
    {
        await using var portal = await TestPortal.StartAsync();
        var draft = await portal.Services.GetRequiredService<Drafts>().DraftAsync(Bodies.Story("Bài"));
        var writer = await portal.SignedInAsync(Role.Editor);
        var form = await EditForm.OpenAsync(writer, $"/manager/edit/{draft.Item}");

        var (first, _) = await form.AutosaveAsync(writer, "1234", ("summary", "Một."));
        var (again, _) = await form.AutosaveAsync(writer, "1234", ("summary", "Một, hai."));
        var (other, _) = await form.AutosaveAsync(writer, "5678", ("summary", "Ba."));

        Assert.Equal((200, 200, 409), (first, again, other));
        Assert.Equal("Một, hai.", (await BodyAsync(portal, draft.Item)).Summary);
    }

    [Fact]
    public async Task Items_and_files_are_found_and_chosen_by_buttons_alone()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var writer = await portal.SignedInAsync(Role.Editor);
        var form = await EditForm.OpenAsync(writer, "/manager/edit/new/story");
        form = await form.PressAsync(writer, "add:about", ("title", "Nhắc tới anh Mẫu"));
        form = await form.PressAsync(writer, "find:about.r1.value", ("about.r1.value.words", "Giàng A Mẫu"));
        var item = form.Document.QuerySelectorAll(".found input").Select(choice => choice.GetAttribute("value")!).First(value => value.Length > 0);
        form = await form.PressAsync(writer, "find:picture.media", ("about.r1.value", item), ("picture.media.words", "guong"));
        var file = form.Document.QuerySelectorAll(".found input").Select(choice => choice.GetAttribute("value")!).First(value => value.Length > 0);
        using var saved = await form.SendAsync(writer, ("picture.media", file), ("do", "save"));

        var body = await BodyAsync(portal, IdOf(saved));
        Assert.Equal([item], BodyReading.Items(body).Select(id => id.ToString()));
        Assert.Equal(file, body.Picture!.Media.ToString());
    }

    [Fact]
    public async Task The_address_follows_the_title_until_readers_know_it()
    {
        await using var portal = await TestPortal.StartAsync();
        var publisher = await portal.SignedInAsync(Role.Publisher);
        var form = await EditForm.OpenAsync(publisher, "/manager/edit/new/story");
        var (_, said) = await form.AutosaveAsync(publisher, ("summary", "Chưa có tiêu đề."));
        var address = $"/manager/edit/{said.GetProperty("id").GetString()}";
        Assert.Equal("tin-tuc/muc", await PathAsync());

        await (await EditForm.OpenAsync(publisher, address)).AutosaveAsync(publisher, ("title", "Bản M"));
        await (await EditForm.OpenAsync(publisher, address)).AutosaveAsync(publisher, ("title", "Bản Mẫu có điện"));
        Assert.Equal("tin-tuc/ban-mau-co-dien", await PathAsync());
        using var published = await ActAsync(publisher, await EditForm.OpenAsync(publisher, address), Act.Publish);
        await (await EditForm.OpenAsync(publisher, address)).AutosaveAsync(publisher, ("title", "Tiêu đề khác"));
        Assert.Equal("tin-tuc/ban-mau-co-dien", await PathAsync());

        async Task<string> PathAsync()
        {
            await using var db = portal.Database.Open();
            return (await db.Items.SingleAsync(Cancellation)).Path;
        }
    }

    [Fact]
    public async Task The_second_of_two_is_told_who_was_faster_and_overwrites_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var draft = await portal.Services.GetRequiredService<Drafts>().DraftAsync(Bodies.Story("Bài chung"));
        var fastMember = await portal.MemberAsync(Role.Editor);
        var (fast, slow) = (await portal.SignedInAsync(fastMember), await portal.SignedInAsync(Role.Editor));
        var address = $"/manager/edit/{draft.Item}";
        var (first, second) = (await EditForm.OpenAsync(fast, address), await EditForm.OpenAsync(slow, address));
        Assert.Contains($"{fastMember.Name} đang mở bài này", second.Document.Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(200, (await first.AutosaveAsync(fast, ("summary", "Của người nhanh."))).Status);
        var (status, said) = await second.AutosaveAsync(slow, ("summary", "Của người chậm."));
        using var plain = await second.SendAsync(slow, ("summary", "Của người chậm."), ("do", "save"));
        var kept = await EditForm.ReadAsync(plain, address);

        Assert.Equal(409, status);
        Assert.Equal(fastMember.Name, said.GetProperty("by").GetString());
        Assert.Equal(HttpStatusCode.Conflict, plain.StatusCode);
        Assert.Equal("Của người chậm.", kept.Document.QuerySelector("[name=summary]")!.TextContent.Trim());
        Assert.Equal("Của người nhanh.", (await BodyAsync(portal, draft.Item)).Summary);
    }

    [Fact]
    public async Task Whoever_was_slower_compares_word_by_word_and_decides()
    {
        await using var portal = await TestPortal.StartAsync();
        var draft = await portal.Services.GetRequiredService<Drafts>().DraftAsync(Bodies.Story("Bài chung", "Bản có mười hộ."));
        var (fast, slow) = (await portal.SignedInAsync(Role.Editor), await portal.SignedInAsync(Role.Editor));
        var address = $"/manager/edit/{draft.Item}";
        var (first, second) = (await EditForm.OpenAsync(fast, address), await EditForm.OpenAsync(slow, address));
        using var faster = await first.SendAsync(fast, ("blocks.b1.text", "Bản có hai mươi hộ."), ("do", "save"));

        using var compared = await EditForm.PostAsync(slow, address + "/compare", second.Fields(("blocks.b1.text", "Bản có mười một hộ.")));
        var page = await new HtmlParser().ParseDocumentAsync(await compared.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("hai mươi", page.QuerySelector(".diff del")!.TextContent.Trim());
        Assert.Equal("mười một", page.QuerySelector(".diff ins")!.TextContent.Trim());
        var kept = page.QuerySelectorAll("form.decide [name]").Where(field => field.LocalName != "button")
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? field.TextContent));
        using var mine = await EditForm.PostAsync(slow, address, kept);

        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        Assert.Equal("Bản có mười một hộ.", ((MarkdownBlock)(await BodyAsync(portal, draft.Item)).Blocks[0]).Text);
        var history = await fast.GetStringAsync(new Uri(address + "/history", UriKind.Relative), Cancellation);
        Assert.Contains("Bản 3", history, StringComparison.Ordinal);
        using var back = await fast.PostFormAsync(address + "/history", address + "/history", ("version", (await VersionAsync(portal, draft.Item)).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("number", "2"));
        Assert.Equal("Bản có hai mươi hộ.", ((MarkdownBlock)(await BodyAsync(portal, draft.Item)).Blocks[0]).Text);
    }

    [Fact]
    public async Task A_story_goes_from_its_writer_to_its_readers_by_the_buttons_beside_it()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = await portal.SignedInAsync(Role.Contributor);
        var publisher = await portal.SignedInAsync(Role.Publisher);
        var form = await EditForm.OpenAsync(writer, "/manager/edit/new/story");
        using var created = await form.SendAsync(writer, ("title", "Bản Mẫu có điện"), ("genre", "tin"), ("do", "save"));
        var id = IdOf(created);
        var address = $"/manager/edit/{id}";

        form = await EditForm.OpenAsync(writer, address);
        Assert.NotNull(form.Document.QuerySelectorAll(".act .why").FirstOrDefault(why => why.TextContent.Contains("Bạn chưa được giao quyền", StringComparison.Ordinal)));
        using var submitted = await ActAsync(writer, form, Act.Submit, ("summary", "Lời cuối trước khi gửi."), ("act.Submit.note", "Nhờ chị xem giúp."));
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        Assert.Equal("Lời cuối trước khi gửi.", (await BodyAsync(portal, id)).Summary);
        using var asked = await ActAsync(publisher, await EditForm.OpenAsync(publisher, address), Act.RequestChanges, ("act.RequestChanges.note", "Thêm số hộ."));
        form = await EditForm.OpenAsync(writer, address);
        Assert.Contains("Thêm số hộ.", form.Document.QuerySelector(".review-note")!.TextContent, StringComparison.Ordinal);
        using var again = await ActAsync(writer, form, Act.Submit);
        using var published = await ActAsync(publisher, await EditForm.OpenAsync(publisher, address), Act.Publish);

        Assert.Contains("Đã đăng.", (await EditForm.OpenAsync(publisher, address)).Document.QuerySelector(".told.done")!.TextContent, StringComparison.Ordinal);
        var page = await portal.Reader().GetStringAsync(new Uri("/tin-tuc/ban-mau-co-dien", UriKind.Relative), Cancellation);
        Assert.Contains("Bản Mẫu có điện", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_of_another_unit_sees_and_saves_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var draft = await portal.Services.GetRequiredService<Drafts>().DraftAsync(Bodies.Story("Chuyện của xã khác"));
        var editor = await portal.SignedInAsync(Role.Editor);
        var stranger = await portal.SignedInAsync(Role.Contributor);
        var form = await EditForm.OpenAsync(editor, $"/manager/edit/{draft.Item}");
        var mine = await EditForm.OpenAsync(stranger, "/manager/edit/new/story");
        (string, string)[] typed = [("__RequestVerificationToken", mine.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("title", "Bị sửa")];

        using var page = await stranger.GetAsync(new Uri(form.Address, UriKind.Relative), Cancellation);
        using var preview = await stranger.GetAsync(new Uri(form.Address + "/preview", UriKind.Relative), Cancellation);
        using var save = await form.SendAsync(stranger, typed);
        var (status, _) = await form.AutosaveAsync(stranger, typed);
        using var act = await ActAsync(stranger, form, Act.Trash, typed);
        Assert.DoesNotContain("xã khác", await stranger.GetStringAsync(new Uri("/manager/edit/items?q=chuyen", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains("xã khác", await editor.GetStringAsync(new Uri("/manager/edit/items?q=chuyen", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.Redirect, 403, HttpStatusCode.Redirect), (page.StatusCode, preview.StatusCode, save.StatusCode, status, act.StatusCode));
        Assert.Equal("/manager", page.Headers.Location!.OriginalString);
        Assert.Equal("Chuyện của xã khác", (await BodyAsync(portal, draft.Item)).Title);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_and_hostile_words_stay_words()
    {
        await using var portal = await TestPortal.StartAsync();
        var draft = await portal.Services.GetRequiredService<Drafts>().DraftAsync(Bodies.Story("Bài"));
        var editor = await portal.SignedInAsync(Role.Editor);
        var form = await EditForm.OpenAsync(editor, $"/manager/edit/{draft.Item}");

        using var forged = await form.SendAsync(editor, ("__RequestVerificationToken", "giả"), ("title", "Bị sửa"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        const string script = "</textarea><script>alert(1)</script>";
        var large = new string('ế', 1_000_000);
        using var saved = await form.SendAsync(editor, ("title", script), ("blocks.b1.text", large), ("do", "save"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        form = await EditForm.OpenAsync(editor, form.Address);
        Assert.Equal(script, form.Document.QuerySelector("[name=title]")!.TextContent);
        Assert.Empty(form.Document.QuerySelectorAll("main script"));
        Assert.Equal(large, ((MarkdownBlock)(await BodyAsync(portal, draft.Item)).Blocks[0]).Text);
    }

    [Fact]
    public async Task Too_many_blocks_and_unknown_ones_are_told_and_kept()
    {
        await using var portal = await TestPortal.StartAsync();
        var editor = await portal.SignedInAsync(Role.Editor);
        var form = await EditForm.OpenAsync(editor, "/manager/edit/new/story");
        var fields = form.Fields(("title", "Dài")).ToList();
        for (var i = 1; i <= 5000; i++)
        {
            fields.AddRange([new("blocks", $"b{i}"), new($"blocks.b{i}.type", "markdown"), new($"blocks.b{i}.text", $"Đoạn {i}")]);
        }

        using var many = await EditForm.PostAsync(editor, form.Address, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        Assert.Contains("quá nhiều khối", await many.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        using var unknown = await EditForm.PostAsync(editor, form.Address, form.Fields(("title", "Lạ"), ("blocks", "x1"), ("blocks.x1.type", "khongco"), ("blocks.x1.loi", "Lời quý.")));
        var kept = await EditForm.ReadAsync(unknown, form.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal("Lời quý.", kept.Document.QuerySelector("[name='blocks.x1.loi']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_preview_is_the_public_page_of_the_draft()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var editor = await portal.SignedInAsync(Role.Editor);
        await using var db = portal.Database.Open();
        foreach (var type in ContentTypes.All)
        {
            var item = await db.Items.FirstAsync(row => row.Type == type.Key && row.Standing == Standing.Live, Cancellation);
            var form = await EditForm.OpenAsync(editor, $"/manager/edit/{item.Id}");
            Assert.Equal(200, (await form.AutosaveAsync(editor, ("summary", "Câu chỉ có trong bản nháp."))).Status);

            var page = await editor.GetStringAsync(new Uri($"/manager/edit/{item.Id}/preview", UriKind.Relative), Cancellation);

            Assert.Contains("Câu chỉ có trong bản nháp.", page, StringComparison.Ordinal);
            Assert.Contains("Bản xem thử", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fragments_are_given_to_writers_for_what_the_model_knows_only()
    {
        await using var portal = await TestPortal.StartAsync();
        var editor = await portal.SignedInAsync(Role.Editor);
        var block = await editor.GetStringAsync(new Uri("/manager/edit/block?kind=columns&key=b9&prefix=blocks", UriKind.Relative), Cancellation);
        var row = await editor.GetStringAsync(new Uri("/manager/edit/row?of=exemplar&field=timeline&key=r4&prefix=timeline", UriKind.Relative), Cancellation);

        Assert.StartsWith("<li class=\"block\"", block.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("name=\"blocks.b9.type\" value=\"columns\"", block, StringComparison.Ordinal);
        Assert.Contains("name=\"timeline.r4.on.year\"", row, StringComparison.Ordinal);
        string[] wrong = ["block?kind=x&key=b1&prefix=blocks", "block?kind=quote&key=b1&prefix=%22%3E", "row?of=unit&field=name&key=r1&prefix=a", "row?of=exemplar&field=title&key=r1&prefix=a", "block"];
        foreach (var address in wrong)
        {
            using var answer = await editor.GetAsync(new Uri("/manager/edit/" + address, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> ActAsync(HttpClient browser, EditForm form, Act act, params (string Name, string Value)[] typed) =>
        await EditForm.PostAsync(browser, form.Address + "?handler=Act", form.Fields([.. typed, ("act", act.ToString())]));

    private static ItemId IdOf(HttpResponseMessage created) => new(Guid.Parse(created.Headers.Location!.OriginalString.Split('/')[^1]));

    private static async Task<int> VersionAsync(TestPortal portal, ItemId id)
    {
        await using var db = portal.Database.Open();
        return await db.Items.Where(item => item.Id == id).Select(item => item.Version).SingleAsync(Cancellation);
    }

    private static async Task<ContentBody> BodyAsync(TestPortal portal, ItemId id)
    {
        await using var db = portal.Database.Open();
        var item = await db.Items.SingleAsync(row => row.Id == id, Cancellation);
        var revision = item.DraftRevisionId ?? item.LiveRevisionId;
        return ContentTypes.Get(item.Type).Read(await db.Revisions.Where(row => row.Id == revision).Select(row => row.Body).SingleAsync(Cancellation));
    }
}
