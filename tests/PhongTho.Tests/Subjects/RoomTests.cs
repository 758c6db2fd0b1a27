using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Subjects;

/// <summary>The room of dossiers as its people use it, by plain forms.</summary>
public sealed class RoomTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "C-II.1.2a")]
    public async Task A_dossier_is_begun_asked_only_for_the_criteria_of_its_kind_and_found_without_marks()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var editor = await portal.SignedInAsync(Role.Editor);

        using var begun = await editor.PostFormAsync("/manager/subjects/new", ("Input.Name", "Gia đình Đèo Thị Thử"), ("Input.Kind", SubjectKinds.Household), ("Input.Born", "20/3/1980"));
        var address = begun.Headers.Location!.ToString();
        var page = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), Cancellation);

        Assert.Equal(
            ["household-effective-production", "household-labour-safety-environment", "household-rose-from-poverty", "household-mutual-help", "household-role-model", "household-cultural-family"],
            page.QuerySelectorAll("input[name$='.Criterion']").Select(input => input.GetAttribute("value")!));
        Assert.Contains(address, await editor.GetStringAsync(new Uri("/manager/subjects?q=deo+thi+thu", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var saved = await editor.PostFormAsync(
            $"{address}?handler=criteria", address, ("version", "1"), ("Criteria[0].Criterion", "household-cultural-family"), ("Criteria[0].Result", "Met"), ("Criteria[0].Years", "2022, 2021"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var strange = await editor.PostFormAsync(
            $"{address}?handler=criteria", address, ("version", "2"), ("Criteria[0].Criterion", "official-innovative"), ("Criteria[0].Result", "Met"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, strange.StatusCode);
        await using var db = portal.Database.Open();
        Assert.Equal([2021, 2022], (await db.Subjects.Include(row => row.Criteria).SingleAsync(row => row.Name == "Gia đình Đèo Thị Thử", Cancellation)).Criteria.Single().TitleYears);
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task One_click_on_the_dossier_leaves_a_neutral_answer_and_no_name_in_the_log()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var publisher = await portal.SignedInAsync(Role.Publisher);
        using var reader = portal.Reader();
        var address = "/manager/subjects/" + await IdAsync(portal, "giang-a-mau");

        using var done = await publisher.PostFormAsync($"{address}?handler=withdraw", address);
        await portal.CaughtUpAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        foreach (var gone in new[] { "/nguoi-tot-viec-tot/anh-giang-a-mau-cuu-hai-nguoi-khoi-dong-lu", "/van-ban/quyet-dinh-khen-thuong-dot-xuat-anh-giang-a-mau" })
        {
            using var answer = await reader.GetAsync(new Uri(gone, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.DoesNotContain("Giàng A Mẫu", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Giàng A Mẫu", await publisher.GetStringAsync(new Uri("/manager/audit", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains("Đã rút lại", await publisher.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-III.1")]
    public async Task A_step_of_the_dossier_is_the_stage_that_pages_and_programs_show_whatever_a_text_says()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var editor = await portal.SignedInAsync(Role.Editor);
        using var reader = portal.Reader();
        const string Page = "nguoi-tot-viec-tot/nguoi-co-uy-tin-cheo-a-mau-hoa-giai-31-vu";
        var (dossier, item) = (await IdAsync(portal, "cheo-a-mau"), (await EditAsync(portal, Page)).Split('/')[^1]);
        var address = "/manager/subjects/" + dossier;
        Assert.Contains("Đã ghi nhận", await reader.GetStringAsync(new Uri("/" + Page, UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var done = await editor.PostFormAsync($"{address}?handler=step", address, ("step", "Replicate"), ("version", await VersionAsync(portal, dossier)));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await reader.GetStringAsync(new Uri("/" + Page, UriKind.Relative), Cancellation);
        Assert.Contains("Đã nhân rộng", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã ghi nhận", page, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"da-nhan-rong\"", await reader.GetStringAsync(new Uri("/api/v1/exemplars/" + item, UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var lapsed = await editor.PostFormAsync($"{address}?handler=step", address, ("step", "Lapse"), ("note", "Thử"), ("version", await VersionAsync(portal, dossier)));
        Assert.DoesNotContain("Giai đoạn", await reader.GetStringAsync(new Uri("/" + Page, UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task From_an_item_the_person_is_withdrawn_everywhere_unless_the_editor_says_that_only_this_goes()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var publisher = await portal.SignedInAsync(Role.Publisher);
        using var reader = portal.Reader();
        const string Page = "nguoi-tot-viec-tot/nguoi-co-uy-tin-cheo-a-mau-hoa-giai-31-vu";
        const string Story = "tin-tuc/viec-dau-tien-toi-duoc-giao-la-dun-nuoc";
        var (story, page) = (await EditAsync(portal, Story), await EditAsync(portal, Page));

        var form = await new HtmlParser().ParseDocumentAsync(await publisher.GetStringAsync(new Uri(story, UriKind.Relative), Cancellation), Cancellation);
        var whom = form.QuerySelectorAll("input[name='act.Withdraw.whom']");
        Assert.Equal([true, false], whom.Select(choice => choice.HasAttribute("checked")));
        Assert.Contains("Người có uy tín Chẻo A Mẫu hòa giải 31 vụ", whom[0].Closest(".act-words")!.TextContent, StringComparison.Ordinal);

        using var only = await publisher.PostFormAsync($"{story}?handler=Act", story, ("act", "Withdraw"), ("version", Version(form)), ("act.Withdraw.whom", ""));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (await StatusAsync(reader, Story), await StatusAsync(reader, Page)));

        using var everywhere = await publisher.PostFormAsync($"{page}?handler=Act", page, ("act", "Withdraw"), ("act.Withdraw.whom", whom[0].GetAttribute("value")!));
        Assert.StartsWith("/manager/subjects/", everywhere.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(reader, Page));
        Assert.DoesNotContain("31 vụ", await publisher.GetStringAsync(new Uri(page + "/history", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        static string Version(AngleSharp.Dom.IParentNode form) => form.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "";
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task One_of_a_household_takes_back_on_the_dossier_and_the_others_consents_stand()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var publisher = await portal.SignedInAsync(Role.Publisher);
        using var reader = portal.Reader();
        var family = await IdAsync(portal, "gia-dinh-ly-a-mau");
        var address = "/manager/subjects/" + family;
        foreach (var person in new[] { "Lý A Mẫu", "Sùng Thị Thử" })
        {
            using var kept = await publisher.PostFormAsync(
                $"{address}?handler=consent", address, ("Consent.Person", person), ("Consent.Fields", "Name"), ("Consent.Fields", "Image"), ("Consent.Fields", "VillageLevelAddress"),
                ("Consent.Purposes", "Portal"), ("Consent.Method", "Scan"), ("Consent.ObtainedBy", "Tổ công tác"), ("Consent.GivenOn", "2026-11-01"));
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        }

        await using var db = portal.Database.Open();
        var record = await db.Consents.SingleAsync(row => row.SubjectId == family && row.PersonName == "Sùng Thị Thử", Cancellation);
        Assert.Contains("Sùng Thị Thử rút lại đồng ý", await publisher.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var done = await publisher.PostFormAsync($"{address}?handler=leave", address, ("consent", record.Id.ToString()));

        var states = await db.Consents.AsNoTracking().Where(row => row.SubjectId == family && row.PersonName != "" && row.State != ConsentState.Superseded).ToDictionaryAsync(row => row.PersonName, row => row.State, Cancellation);
        Assert.Equal((ConsentState.Given, ConsentState.Withdrawn), (states["Lý A Mẫu"], states["Sùng Thị Thử"]));
        var page = await db.ItemsNaming(family).AsNoTracking().Where(row => row.Type == "exemplar").Select(row => row.Path).SingleAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(reader, page));
    }

    [Fact]
    public async Task Dossiers_are_told_to_no_program_and_open_to_nobody_without_the_right()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var contributor = await portal.SignedInAsync(Role.Contributor);
        using var reader = portal.Reader();
        var id = await IdAsync(portal, "giang-a-mau");

        foreach (var list in new[] { "/api/v1/exemplars?limit=100", "/api/v1/stories?limit=100", "/api/v1/documents?limit=100" })
        {
            var told = await reader.GetStringAsync(new Uri(list, UriKind.Relative), Cancellation);
            Assert.DoesNotContain("\"subject\":", told, StringComparison.Ordinal);
            Assert.DoesNotContain("\"subjects\":", told, StringComparison.Ordinal);
            Assert.DoesNotContain(id.ToString(), told, StringComparison.Ordinal);
        }

        using var closed = await contributor.GetAsync(new Uri("/manager/subjects/" + id, UriKind.Relative), Cancellation);
        Assert.NotEqual(HttpStatusCode.OK, closed.StatusCode);
    }

    [Fact]
    public async Task Evidence_lies_apart_and_comes_back_only_to_the_desk()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var files = portal.Services.GetRequiredService<SubjectFiles>();
        var id = await IdAsync(portal, "giang-a-mau");
        using var bytes = new MemoryStream(TestPictures.Jpeg(40, 30));

        Assert.Null(await files.AddAsync(id, "citizen-law-abiding", null, bytes, "../giấy xác nhận.jpg", People.Editor, Cancellation));

        await using var db = portal.Database.Open();
        var file = await db.SubjectFiles.SingleAsync(Cancellation);
        Assert.Equal("giấy xác nhận.jpg", file.Name);
        Assert.Null(await files.FindAsync(id, file.Id, People.Contributor, Cancellation));
        var found = (await files.FindAsync(id, file.Id, People.Editor, Cancellation))!.Value;
        Assert.StartsWith(Path.Combine(portal.Folder, "dossiers"), found.Path, StringComparison.Ordinal);
        Assert.Empty(await db.Media.Where(media => media.Path.Contains("xac-nhan")).ToListAsync(Cancellation));
    }

    private static async Task<SubjectId> IdAsync(TestPortal portal, string slug)
    {
        await using var db = portal.Database.Open();
        return await db.Subjects.Where(row => row.Slug == slug).Select(row => row.Id).SingleAsync(Cancellation);
    }

    private static async Task<string> VersionAsync(TestPortal portal, SubjectId id)
    {
        await using var db = portal.Database.Open();
        return (await db.Subjects.Where(row => row.Id == id).Select(row => row.Version).SingleAsync(Cancellation)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> EditAsync(TestPortal portal, string path)
    {
        await using var db = portal.Database.Open();
        return "/manager/edit/" + await db.Items.Where(row => row.Path == path).Select(row => row.Id).SingleAsync(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(new Uri("/" + path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
