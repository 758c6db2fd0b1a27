using System.Net;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Inspections;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>Inspections, planned and unannounced, from the plan to the last thing a unit still owed.</summary>
[Trait("Clause", "C-III.3b")]
public sealed class InspectionTests
{
    private const string Room = "/manager/inspections";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_office_concludes_and_follows_until_everything_is_done()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        (string, string)[] sheet = [("kind", "Unannounced"), ("unit", "xa-dao-san"), ("from", "2026-11-02"), ("subject", "Việc xét khen sáu tháng đầu năm")];

        using var begun = await officer.PostFormAsync(Room + "/edit", [("version", "0"), .. sheet]);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var address = begun.Headers.Location!.ToString();
        var id = address.Split("id=")[1];
        Assert.Contains("Đang kiểm tra", await officer.GetStringAsync(new Uri(Room, UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var half = await officer.PostFormAsync(address, Room + "/edit", [("id", id), ("version", "1"), .. sheet, ("conclusion", "Hồ sơ thiếu biên bản họp.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains("Hồ sơ thiếu biên bản họp.</textarea>", WebUtility.HtmlDecode(await half.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);

        using var told = await officer.PostFormAsync(address, Room + "/edit",
            [("id", id), ("version", "1"), .. sheet, ("conclusion", "Hồ sơ thiếu biên bản họp."), ("concludedOn", "2026-11-10"), ("task", "v1"), ("v1.what", "Bổ sung biên bản"), ("v1.due", "2026-11-15")]);
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var list = await officer.GetStringAsync(new Uri(Room, UriKind.Relative), Cancellation);
        Assert.Contains("Chờ làm xong việc", list, StringComparison.Ordinal);
        Assert.Contains("1 quá hạn", list, StringComparison.Ordinal);

        using var done = await officer.PostFormAsync(address, Room + "/edit",
            [("id", id), ("version", "2"), .. sheet, ("conclusion", "Hồ sơ thiếu biên bản họp."), ("concludedOn", "2026-11-10"), ("task", "v1"), ("v1.what", "Bổ sung biên bản"), ("v1.due", "2026-11-15"), ("v1.done", "2026-11-18")]);
        Assert.Contains("Đã xong", await officer.GetStringAsync(new Uri(Room, UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_nobody_elses_business()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var editor = await portal.SignedInAsync(Role.Editor);

        using var barred = await editor.GetAsync(new Uri(Room, UriKind.Relative), Cancellation);

        Assert.NotEqual(HttpStatusCode.OK, barred.StatusCode);
        Assert.Empty(await portal.Get<InspectionDesk>().ListAsync(People.Editor, Cancellation));
        Assert.Equal("right", (await portal.Get<InspectionDesk>().SaveAsync(new Inspection { Id = Guid.Empty, Unit = "xa-dao-san", From = new(2026, 11, 1), Subject = "Thử" }, 0, People.Editor, Cancellation)).Reason?.Code);
    }
}
