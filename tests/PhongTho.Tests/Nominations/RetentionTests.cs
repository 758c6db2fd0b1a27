using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Portal.Hosting;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Nominations;

/// <summary>Time passes over nominations: the desk sees them wait, and nominators are forgotten.</summary>
public sealed class RetentionTests
{
    private static readonly ContactSeal seal = new(new EphemeralDataProtectionProvider());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ninety_days_after_the_answer_the_nominator_is_forgotten()
    {
        await using var test = await TestDatabase.OpenAsync();
        var photos = new NominationPhotos(test.Folder, new MediaIntake(test.Store, test.Pictures, new MediaLimits()), test.Pictures);
        var retention = new NominationRetention(test.Database, photos, test.Clock, NullLogger<NominationRetention>.Instance);
        var inbox = new NominationInbox(test.Database, test.Books, seal, test.Clock);
        var desk = new NominationDesk(test.Database, test.Books);
        var (file, _) = await photos.TakeAsync(new MemoryStream(TestPictures.Jpeg(400, 300)), "a.jpg", Cancellation);
        await AddAsync(test, "GT-2026-000001", file);
        await AddAsync(test, "GT-2026-000002", null);
        Assert.Null(await desk.TriageAsync("GT-2026-000001", 0, People.Editor, Cancellation));
        Assert.Null(await desk.RejectAsync("GT-2026-000001", 1, "Chưa đủ thông tin.", People.Editor, Cancellation));

        test.Clock.Advance(TimeSpan.FromDays(89));
        await retention.RunDueAsync(Cancellation);
        Assert.Equal(Forms.Nominator, (await inbox.FindAsync("GT-2026-000001", People.Editor, Cancellation))!.Contact?.Name);
        test.Clock.Advance(TimeSpan.FromDays(1));
        await retention.RunDueAsync(Cancellation);

        var forgotten = (await inbox.FindAsync("GT-2026-000001", People.Editor, Cancellation))!;
        Assert.Null(forgotten.Contact);
        Assert.NotNull(forgotten.Nomination.ForgottenAt);
        Assert.Empty(forgotten.Nomination.Photos);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(test.Folder, "nominations")));
        Assert.Equal(Forms.Phone, (await inbox.FindAsync("GT-2026-000002", People.Editor, Cancellation))!.Contact?.Reach);
    }

    [Fact]
    public async Task The_desk_sees_how_long_each_waits_and_the_longest_first()
    {
        await using var test = await TestDatabase.OpenAsync();
        var inbox = new NominationInbox(test.Database, test.Books, seal, test.Clock);
        await AddAsync(test, "GT-2026-000001", null);
        test.Clock.Advance(TimeSpan.FromDays(2));
        await AddAsync(test, "GT-2026-000002", null);
        test.Clock.Advance(TimeSpan.FromDays(2));

        var page = await inbox.ListAsync([], People.Editor, Cancellation);

        Assert.Equal([("GT-2026-000001", 4, true), ("GT-2026-000002", 2, false)], page.Rows.Select(row => (row.Code, row.Days, row.IsLate)));
        Assert.Equal(2, page.Counts[NominationState.Received]);
        Assert.Empty((await inbox.ListAsync([], People.Contributor, Cancellation)).Rows);
    }

    private static async Task AddAsync(TestDatabase test, string code, string? file)
    {
        await using var work = await test.Database.BeginAsync(Actor.Citizen, Cancellation);
        var nomination = new Nomination
        {
            Code = code,
            SecretHash = "",
            ReceivedAt = work.Now,
            StateAt = work.Now,
            Kind = "nguoi-dan",
            Name = "Lò Văn Mẫu",
            PlainName = "lo van mau",
            Telling = new NominationTelling { Deed = "Mở đường." },
            Contact = seal.Seal(ContentJson.Write(Forms.Entry.Contact!)),
        };
        if (file is not null)
        {
            nomination.Photos.Add(new NominationPhoto { Code = code, Number = 1, FileName = file });
        }

        work.Db.Nominations.Add(nomination);
        work.Record(ChangeVerb.NominationReceived, subject: "nomination:" + code);
        await work.CommitAsync(Cancellation);
    }
}
