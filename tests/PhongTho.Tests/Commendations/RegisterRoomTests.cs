using System.Net;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Commendations;

/// <summary>The room of the register, through its door.</summary>
[Trait("Clause", "C-III.2")]
public sealed class RegisterRoomTests
{
    private const string Room = "/manager/commendations";

    private static readonly (string, string)[] sheet =
    [
        ("ten", "Đội cứu hộ bản Mẫu 51"), ("doi-tuong", "tap-the"), ("xa", "xa-khong-lao"), ("hinh-thuc", "giay-khen-xa"), ("dip-khen", "dot-xuat"), ("thanh-tich", "Cứu người trong mưa lũ"),
        ("ngay-viec", "01/11/2026"), ("so-quyet-dinh", "402/QĐ-UBND"), ("ngay-quyet-dinh", "9/11/2026"), ("co-quan", "Chủ tịch UBND xã Khổng Lào"), ("don-vi-quyet-dinh", "xa-khong-lao"), ("tap-the-nho", "co"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_takes_a_case_from_proposal_to_publicity_and_back()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);

        using var proposed = await officer.PostFormAsync(Room + "/new", [.. sheet, ("buoc", "de-nghi")]);
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        var address = proposed.Headers.Location!.ToString();
        Assert.DoesNotContain("Mẫu 51", await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);

        await StepAsync(1, CommendationStep.Consult);
        await StepAsync(2, CommendationStep.Review);
        await StepAsync(3, CommendationStep.Decide);
        Assert.Contains("Đội cứu hộ bản Mẫu 51", await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);
        await StepAsync(4, CommendationStep.Announce);
        using var half = await officer.PostFormAsync(address, address, ("version", "5"), ("step", "Revoke"), ("reason", "Sai"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains(">Sai</textarea>", await half.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await StepAsync(5, CommendationStep.Revoke, ("by", "500/QĐ-UBND"), ("on", "20/11/2026"), ("reason", "Kê khai không đúng."), ("van-ban-huy.words", "/van-ban/quyet-dinh-huy-bo-quyet-dinh-khen-thuong-99-qd-ubnd"));

        Assert.Contains(">Quyết định số 500/QĐ-UBND</a>, ngày 20/11/2026", await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);
        var row = await officer.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Contains("8 ngày", row, StringComparison.Ordinal);
        Assert.Contains("Quyết định hủy bỏ Quyết định khen thưởng 99/QĐ-UBND</a>", row, StringComparison.Ordinal);
        Assert.Contains("nên chưa làm được «Đã công bố, trao khen»", row, StringComparison.Ordinal);
        Assert.Contains("name=\"van-ban-huy\" value=\"0", await officer.GetStringAsync(new Uri(address + "/edit", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        async Task StepAsync(int version, CommendationStep step, params (string, string)[] words)
        {
            using var answer = await officer.PostFormAsync(address, address, [("version", $"{version}"), ("step", step.ToString()), .. words]);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_cannot_be_taken()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);

        using var answer = await officer.PostFormAsync(Room + "/new", [.. sheet.Where(field => field.Item1 != "ngay-quyet-dinh"), ("ngay-quyet-dinh", "mồng chín"), ("buoc", "quyet-dinh"), ("guong.words", "/khong/co")]);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Không đọc được «mồng chín»", page, StringComparison.Ordinal);
        Assert.Contains("Không có nội dung nào ở địa chỉ «/khong/co»", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Đội cứu hộ bản Mẫu 51\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_written_down_again_and_leads_to_its_exemplar()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        var code = await portal.AddAsync(Register.Group);

        var exemplar = await portal.ItemAsync(Register.HeroPath);
        var blank = await officer.GetStringAsync(new Uri($"{Room}/new?guong={exemplar}", UriKind.Relative), Cancellation);
        Assert.Contains("value=\"Giàng A Mẫu\"", blank, StringComparison.Ordinal);

        using var saved = await officer.PostFormAsync($"{Room}/{code}/edit", [("version", "1"), .. sheet, ("guong.words", "/nguoi-tot-viec-tot/to-tu-quan-duong-bien-ban-mau-3")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var row = await portal.RowAsync(code);
        Assert.Equal(("Đội cứu hộ bản Mẫu 51", true), (row.SubjectName, row.IsSmallCollective));
        Assert.NotNull(row.SubjectId);
        Assert.Contains(code, await officer.GetStringAsync(new Uri($"/manager/subjects/{row.SubjectId}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains("name=\"ho-so\" value=\"" + row.SubjectId, await officer.GetStringAsync(new Uri($"{Room}/new?ho-so={row.SubjectId}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains($"{Room}?guong={row.ItemId}", await officer.GetStringAsync(new Uri($"/manager/edit/{row.ItemId}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains("402/QĐ-UBND", await portal.TextAsync("/nguoi-tot-viec-tot/to-tu-quan-duong-bien-ban-mau-3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_of_the_newsroom_look_and_are_told_why_not()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var editor = await portal.SignedInAsync(Role.Editor);
        using var contributor = await portal.SignedInAsync(Role.Contributor);

        var list = await editor.GetStringAsync(new Uri(Room + "?dip-khen=dot-xuat", UriKind.Relative), Cancellation);
        Assert.Contains("Nhóm thanh niên bản Mẫu 12", list, StringComparison.Ordinal);
        Assert.Contains("chưa có quyết định", list, StringComparison.Ordinal);
        Assert.Contains("Chỉ cán bộ thi đua, khen thưởng được ghi sổ", list, StringComparison.Ordinal);
        using var barred = await editor.GetAsync(new Uri(Room + "/new", UriKind.Relative), Cancellation);
        Assert.NotEqual(HttpStatusCode.OK, barred.StatusCode);
        using var file = await editor.GetAsync(new Uri(Room + "?handler=Csv", UriKind.Relative), Cancellation);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);

        // A contributor reads of her own unit only.
        Assert.DoesNotContain("Giàng A Mẫu", await contributor.GetStringAsync(new Uri(Room, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var other = await contributor.GetAsync(new Uri($"{Room}/{Register.HeroCode}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task The_dated_table_says_what_is_unverified_and_the_office_sets_its_days()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);

        Assert.Contains("chưa kiểm chứng", await officer.GetStringAsync(new Uri(Room + "/rules", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var set = await officer.PostFormAsync(Room + "/rules", ("days", "7"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains("value=\"7\"", await officer.GetStringAsync(new Uri(Room + "/rules", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }
}
