using System.Net;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Councils;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>Councils of every level advise, and hear what became of it.</summary>
[Trait("Clause", "C-IV.2")]
public sealed class MeetingTests
{
    private const string Room = "/manager/meetings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_writes_of_its_own_council_and_the_office_reads_all()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        var meetings = portal.Get<CouncilMeetings>();

        var (id, _) = await meetings.SaveAsync(Meeting(People.Unit), 0, People.Contributor, Cancellation);
        Assert.Equal("right", (await meetings.SaveAsync(Meeting("xa-khong-lao"), 0, People.Contributor, Cancellation)).Reason?.Code);
        Assert.Equal("right", (await meetings.SaveAsync(Meeting(""), 0, People.Contributor, Cancellation)).Reason?.Code);
        await meetings.SaveAsync(Meeting(""), 0, People.Officer, Cancellation);

        Assert.Equal([People.Unit], (await meetings.ListAsync(People.Contributor, Cancellation)).Select(row => row.Unit));
        var list = await officer.GetStringAsync(new Uri(Room, UriKind.Relative), Cancellation);
        Assert.Contains("Đề nghị tăng khen tập thể nhỏ", list, StringComparison.Ordinal);
        Assert.Contains("Hội đồng chung", list, StringComparison.Ordinal);

        using var answered = await officer.PostFormAsync($"{Room}?id={id}", Room,
            ("id", $"{id}"), ("version", "1"), ("unit", People.Unit), ("heldOn", "2026-11-05"), ("subject", "Họp quý IV"), ("advice", "Đề nghị tăng khen tập thể nhỏ"), ("answer", "Nhất trí, làm từ năm 2027."));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal("Nhất trí, làm từ năm 2027.", (await meetings.FindAsync(id!.Value, People.Contributor, Cancellation))?.Answer);
    }

    private static CouncilMeeting Meeting(string unit) => new() { Id = Guid.Empty, Unit = unit, HeldOn = new(2026, 11, 5), Subject = "Họp quý IV", Advice = "Đề nghị tăng khen tập thể nhỏ" };
}
