using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>The library's screens over HTTP, without any script.</summary>
public sealed class MediaScreenTests
{
    [Fact]
    public async Task Several_files_in_one_form_are_taken_or_refused_each_with_its_own_sentence()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);

        using var answer = await room.UploadAsync(
            "/manager/media/upload", "Gương điển hình/Bản Mấn", ("Đổ đường.jpg", TestPictures.Jpeg(400, 200)), ("la.exe", "MZ"u8.ToArray()), ("Mẫu.pdf", "%PDF-1.7"u8.ToArray()), ("rỗng.jpg", []));

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<b>la.exe</b>: Tệp «la.exe» không phải loại được nhận", html, StringComparison.Ordinal);
        Assert.Contains("<b>rỗng.jpg</b>: Tệp «rỗng.jpg» không có nội dung.", html, StringComparison.Ordinal);
        var files = (await ListAsync(portal)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        Assert.Equal(["guong-dien-hinh/ban-man/do-duong.jpg", "guong-dien-hinh/ban-man/mau.pdf"], files.Select(file => file.Path));
        Assert.Contains($"/manager/media/describe?id={files[0].Id}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_upload_the_words_are_asked_for_and_what_is_left_empty_can_be_found_again()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);

        using var uploaded = await room.UploadAsync("/manager/media/upload", "anh", ("mot.jpg", TestPictures.Jpeg(200, 100)), ("hai.jpg", TestPictures.Jpeg(210, 100)), ("ba.jpg", TestPictures.Jpeg(220, 100)));
        var ask = uploaded.Headers.Location!.ToString();
        var files = (await ListAsync(portal)).ToDictionary(file => file.Name);
        using var described = await room.PostAsync(
            "/manager/media/describe", ("id", $"{files["mot.jpg"].Id}"), ("id", $"{files["hai.jpg"].Id}"), ("id", $"{files["ba.jpg"].Id}"), ($"alt.{files["mot.jpg"].Id}", "Bà con đổ đường"),
            ($"credit.{files["mot.jpg"].Id}", "Ảnh: Lò Thị Ví Dụ"), ($"decorative.{files["hai.jpg"].Id}", "true"));

        Assert.Equal(3, (await room.GetAsync(ask)).QuerySelectorAll("textarea").Length);
        Assert.Equal($"/manager/media/describe?id={files["ba.jpg"].Id}", described.Headers.Location!.ToString());
        Assert.Equal(["ba.jpg"], (await room.GetAsync("/manager/media?undescribed=true")).QuerySelectorAll(".tile-name").Select(name => name.TextContent));
        var after = (await ListAsync(portal)).ToDictionary(file => file.Name);
        Assert.Equal(("Bà con đổ đường", "Ảnh: Lò Thị Ví Dụ", true), (after["mot.jpg"].Alt, after["mot.jpg"].Credit, after["hai.jpg"].IsDecorative));
    }

    [Fact]
    public async Task It_is_found_without_marks_by_kind_and_folder_and_pages_do_not_shift_when_something_comes()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Editor);
        for (var number = 0; number < 50; number++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await room.BringAsync(portal, "anh/ruong", $"ruộng {number}.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>"""u8.ToArray());
        }

        await room.BringAsync(portal, "bieu-mau", "ruộng.pdf", "%PDF-1.7"u8.ToArray());
        var first = await room.GetAsync("/manager/media?q=RUONG&kind=image&folder=anh");
        await room.BringAsync(portal, "anh/ruong", "ruộng mới.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>"""u8.ToArray());
        var second = await room.GetAsync(first.QuerySelector(".pager a:last-child")!.GetAttribute("href")!);

        Assert.Equal(50, Names(first).Concat(Names(second)).Distinct().Count());
        Assert.Equal(50, Names(first).Count() + Names(second).Count());
        Assert.Equal("50 tệp", first.QuerySelector(".shelf-head h2")!.TextContent);
        Assert.Equal("/manager/media?q=RUONG&kind=image&folder=anh%2Fruong", first.QuerySelector("a.folder")!.GetAttribute("href"));
        Assert.Empty(Names(await room.GetAsync("/manager/media?q=khong-co&kind=%3Cscript%3E&after=x")));
    }

    [Fact]
    public async Task A_file_shows_who_brought_it_who_uses_it_and_cannot_be_deleted_meanwhile()
    {
        await using var portal = await TestPortal.StartAsync();
        using var editor = await MediaRoom.EnterAsync(portal, Role.Editor);
        using var writer = await MediaRoom.EnterAsync(portal, Role.Contributor);
        var file = await writer.BringAsync(portal, "anh", "ban.jpg", TestPictures.Jpeg(400, 200));
        await portal.Services.GetRequiredService<Drafts>().CreateAsync(Bodies.Story("Bài của đơn vị khác") with { Picture = new Picture { Media = file.Id, Alt = "Bản" } }, editor.Me, TestContext.Current.CancellationToken);

        var seen = await editor.GetAsync($"/manager/media/{file.Id}");
        var seenByWriter = await writer.GetAsync($"/manager/media/{file.Id}");
        using var refused = await editor.PostAsync($"/manager/media/{file.Id}?handler=Delete");

        Assert.Contains(writer.Me.Name, seen.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("400 × 200", seen.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bài của đơn vị khác", seen.QuerySelector(".uses a")!.TextContent);
        Assert.Contains("«Bài của đơn vị khác» (bản nháp)", seen.QuerySelector("#xoa ~ .why")!.TextContent, StringComparison.Ordinal);
        Assert.True(seen.QuerySelector("#xoa ~ button")!.HasAttribute("disabled"));
        Assert.DoesNotContain("Bài của đơn vị khác", seenByWriter.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/manager/media/{file.Id}", refused.Headers.Location!.ToString());
        Assert.Single(await ListAsync(portal));
    }

    [Fact]
    public async Task The_point_to_keep_is_two_numbers_and_the_middle_is_none()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Editor);
        var file = await room.BringAsync(portal, "anh", "ban.jpg", TestPictures.Jpeg(400, 200));

        using var outside = await room.PostAsync($"/manager/media/{file.Id}?handler=Describe", ($"alt.{file.Id}", "Bản"), ($"focusX.{file.Id}", "250"), ($"focusY.{file.Id}", "1001"));
        using var kept = await room.PostAsync($"/manager/media/{file.Id}?handler=Describe", ($"alt.{file.Id}", "Bản"), ($"focusX.{file.Id}", "250"), ($"focusY.{file.Id}", "800"));
        var pointed = Assert.Single(await ListAsync(portal));
        using var again = await room.PostAsync($"/manager/media/{file.Id}?handler=Describe", ($"alt.{file.Id}", "Bản"), ($"focusX.{file.Id}", "500"), ($"focusY.{file.Id}", "500"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, outside.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, 250, 800), (kept.StatusCode, pointed.FocusX, pointed.FocusY));
        Assert.Null(Assert.Single(await ListAsync(portal)).FocusX);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Ticked_files_move_together_and_their_old_addresses_lead_on()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Editor);
        using var writer = await MediaRoom.EnterAsync(portal, Role.Contributor);
        var one = await room.BringAsync(portal, "cu", "mot.jpg", TestPictures.Jpeg(400, 200));
        var two = await room.BringAsync(portal, "khac", "mot.jpg", TestPictures.Jpeg(410, 200));

        using var notHers = await writer.PostAsync("/manager/media/move", ("id", $"{one.Id}"), ("folder", "Tết 2027"));
        var told = (await writer.GetAsync(notHers.Headers.Location!.ToString())).QuerySelector(".told")!.TextContent;
        using var moved = await room.PostAsync("/manager/media/move", ("id", $"{one.Id}"), ("id", $"{two.Id}"), ("folder", "Tết 2027"), ("from", "?folder=cu"));

        Assert.Contains("do người khác tải lên", told, StringComparison.Ordinal);
        Assert.Equal("/manager/media?folder=cu", moved.Headers.Location!.ToString());
        Assert.Equal(["tet-2027/mot-2.jpg", "tet-2027/mot.jpg"], (await ListAsync(portal)).Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_windows_inside_offers_files_of_the_kind_with_all_a_form_needs()
    {
        await using var portal = await TestPortal.StartAsync();
        using var room = await MediaRoom.EnterAsync(portal, Role.Contributor);
        var picture = await room.BringAsync(portal, "anh", "ban.jpg", TestPictures.Jpeg(400, 200));
        await room.BringAsync(portal, "anh", "don.pdf", "%PDF-1.7"u8.ToArray());
        using var described = await room.PostAsync($"/manager/media/{picture.Id}?handler=Describe", ($"alt.{picture.Id}", "Bản Mấn «một»"));

        var inside = await room.GetAsync("/manager/media/picker?kind=image");
        var button = inside.QuerySelector("[data-results] [data-media-id]")!;
        using var shown = await room.Client.GetAsync(button.GetAttribute("data-media-src"), TestContext.Current.CancellationToken);

        Assert.Single(inside.QuerySelectorAll("[data-media-id]"));
        Assert.Equal((picture.Id.ToString(), "Bản Mấn «một»", "ban.jpg"), (button.GetAttribute("data-media-id"), button.GetAttribute("data-media-alt"), button.GetAttribute("data-media-name")));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Null(inside.QuerySelector("header.top"));
        Assert.Equal("don.pdf", (await room.GetAsync("/manager/media/picker?kind=file")).QuerySelector("[data-media-id]")!.GetAttribute("data-media-name"));
    }

    [Fact]
    public async Task Replaced_from_its_screen_it_keeps_its_words_and_a_contributor_may_only_while_it_is_hers_and_unused()
    {
        await using var portal = await TestPortal.StartAsync();
        using var editor = await MediaRoom.EnterAsync(portal, Role.Editor);
        using var writer = await MediaRoom.EnterAsync(portal, Role.Contributor);
        var others = await editor.BringAsync(portal, "anh", "a.jpg", TestPictures.Jpeg(400, 200));
        var own = await writer.BringAsync(portal, "anh", "b.jpg", TestPictures.Jpeg(410, 200));
        using var described = await writer.PostAsync($"/manager/media/{own.Id}?handler=Describe", ($"alt.{own.Id}", "Bản"));

        using var refused = await writer.UploadAsync($"/manager/media/{others.Id}/replace", null, ("moi.jpg", TestPictures.Jpeg(420, 200)));
        using var replaced = await writer.UploadAsync($"/manager/media/{own.Id}/replace", null, ("moi.png", TestPictures.Png(430, 200)));

        var files = (await ListAsync(portal)).ToDictionary(file => file.Id);
        Assert.Equal((HttpStatusCode.Forbidden, others.Hash), (refused.StatusCode, files[others.Id].Hash));
        Assert.Equal((HttpStatusCode.Redirect, "anh/b.png", "Bản", 430), (replaced.StatusCode, files[own.Id].Path, files[own.Id].Alt, files[own.Id].Width));
    }

    private static IEnumerable<string> Names(IParentNode page) => page.QuerySelectorAll(".tile-name").Select(name => name.TextContent);

    private static async Task<IReadOnlyList<MediaFile>> ListAsync(TestPortal portal) =>
        (await portal.Services.GetRequiredService<MediaShelf>().ListAsync(new MediaQuery { Count = 200 }, TestContext.Current.CancellationToken)).Files;
}
