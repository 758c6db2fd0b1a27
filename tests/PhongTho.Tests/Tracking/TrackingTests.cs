using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Tracking;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Nominations;
using Xunit;

namespace PhongTho.Tests.Tracking;

/// <summary>Subjects are followed between their stories, and nobody is forgotten.</summary>
[Trait("Clause", "C-II.2c2")]
public sealed class TrackingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_promised_stands_on_the_desk_until_somebody_looks_again()
    {
        await using var portal = await TestPortal.StartAsync();
        var subject = await Dossiers.AddAsync(portal.Database, portal.Clock, "Phàn A Thử");
        var tracking = portal.Services.GetRequiredService<TrackingLog>();
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        var today = SiteTime.Today(portal.Clock);

        using (await officer.PostFormAsync("/manager/tracking?handler=add", $"/manager/subjects/{subject}", ("subject", subject.ToString()), ("progress", "Nhà nấm còn 6% bịch hỏng."), ("support", "Giúp làm nhãn."), ("next", today.AddDays(90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))))
        {
        }

        Assert.Contains("Nhà nấm còn 6% bịch hỏng.", await officer.TextAsync($"/manager/subjects/{subject}"), StringComparison.Ordinal);
        Assert.Empty((await tracking.DueAsync(tracking.Horizon, 10, Cancellation)).Reviews);

        portal.Time.Leap(TimeSpan.FromDays(93));
        using var later = await portal.SignedInAsync(Role.EmulationOfficer);
        var due = Assert.Single((await tracking.DueAsync(tracking.Horizon, 10, Cancellation)).Reviews);
        Assert.Equal(("Phàn A Thử", -3), (due.Name, due.DaysLeft));
        Assert.Contains("Đến hạn theo dõi", await later.TextAsync("/manager"), StringComparison.Ordinal);
        Assert.Contains("quá hạn 3 ngày", await later.TextAsync("/manager/tracking"), StringComparison.Ordinal);

        Assert.Null(await tracking.AddAsync(subject, new TrackingInput { Progress = "Đã xem lại." }, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        Assert.Equal(0, (await tracking.DueAsync(tracking.Horizon, 10, Cancellation)).Count);
        Assert.Equal(["Đã xem lại.", "Nhà nấm còn 6% bịch hỏng."], (await tracking.OfAsync(subject, Cancellation)).Select(line => line.Entry.Progress));
    }

    [Fact]
    public async Task Days_that_cannot_be_and_empty_words_are_refused()
    {
        await using var portal = await TestPortal.StartAsync();
        var subject = await Dossiers.AddAsync(portal.Database, portal.Clock);
        var tracking = portal.Services.GetRequiredService<TrackingLog>();
        var officer = Actor.Of(await portal.MemberAsync(Role.EmulationOfficer));
        var today = SiteTime.Today(portal.Clock);

        Assert.Equal("progress", (await tracking.AddAsync(subject, new TrackingInput { Progress = " " }, officer, Cancellation))?.Code);
        Assert.Equal("day", (await tracking.AddAsync(subject, new TrackingInput { Progress = "Xem", On = today.AddDays(1) }, officer, Cancellation))?.Code);
        Assert.Equal("day", (await tracking.AddAsync(subject, new TrackingInput { Progress = "Xem", NextReviewOn = today }, officer, Cancellation))?.Code);
        Assert.Equal("right", (await tracking.AddAsync(subject, new TrackingInput { Progress = "Xem" }, Actor.Of(await portal.MemberAsync(Role.Contributor)), Cancellation))?.Code);
    }
}
