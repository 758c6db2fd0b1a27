using PhongTho.Cms.Changes;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;
using static PhongTho.Cms.Feedback.FeedbackState;

namespace PhongTho.Tests.Feedback;

/// <summary>The table of states, written here a second time: received → assigned or routed → answered → closed; aside declined and forwarded.</summary>
[Trait("Clause", "C-III.3a")]
public sealed class FeedbackStepsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Dictionary<(FeedbackState From, FeedbackStep Step), FeedbackState> allowed = new()
    {
        [(Received, FeedbackStep.Assign)] = Assigned,
        [(Received, FeedbackStep.Route)] = Routed,
        [(Received, FeedbackStep.TurnAway)] = Declined,
        [(Assigned, FeedbackStep.Route)] = Routed,
        [(Assigned, FeedbackStep.Answer)] = Answered,
        [(Assigned, FeedbackStep.Decline)] = Declined,
        [(Assigned, FeedbackStep.TurnAway)] = Declined,
        [(Assigned, FeedbackStep.Forward)] = Forwarded,
        [(Routed, FeedbackStep.Assign)] = Assigned,
        [(Routed, FeedbackStep.Answer)] = Answered,
        [(Routed, FeedbackStep.Decline)] = Declined,
        [(Routed, FeedbackStep.TurnAway)] = Declined,
        [(Routed, FeedbackStep.Forward)] = Forwarded,
        [(Answered, FeedbackStep.Close)] = Closed,
        [(Declined, FeedbackStep.Close)] = Closed,
        [(Forwarded, FeedbackStep.Close)] = Closed,

        // The answer missed the question, or the other body sent it back.
        [(Answered, FeedbackStep.Reopen)] = Assigned,
        [(Declined, FeedbackStep.Reopen)] = Assigned,
        [(Forwarded, FeedbackStep.Reopen)] = Assigned,
    };

    public static TheoryData<FeedbackState, FeedbackStep, Role> Matrix { get; } =
    [
        .. from state in Enum.GetValues<FeedbackState>() from step in Enum.GetValues<FeedbackStep>() from role in Enum.GetValues<Role>() select (state, step, role),
    ];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_state_step_and_role_is_as_the_domain_says(FeedbackState state, FeedbackStep step, Role role)
    {
        var isOfTheDesk = role is Role.Editor or Role.Publisher or Role.EmulationOfficer;
        var isOfTheOffice = role is Role.Publisher or Role.EmulationOfficer;

        var reason = FeedbackSteps.WhyNot(step, state, state == Routed ? Role.EmulationOfficer : null, People.Of(9, "Người Mẫu", role));

        var isAllowed = allowed.TryGetValue((state, step), out var to);
        var expected = !isOfTheDesk ? "right" : !isAllowed ? "state" : state == Routed && !isOfTheOffice ? "office" : null;
        Assert.Equal(expected, reason?.Code);
        Assert.True(reason is null || reason.Message.EndsWith('.'));
        Assert.True(reason is not null || FeedbackSteps.RuleOf(step).To == to);
    }

    [Fact]
    public void What_is_settled_stops_the_clock_and_everything_has_a_name()
    {
        Assert.Equal([Answered, Declined, Forwarded, Closed], Enum.GetValues<FeedbackState>().Where(FeedbackSteps.IsSettled));
        Assert.All(Enum.GetValues<FeedbackState>(), state => Assert.NotEmpty(FeedbackSteps.NameOf(state)));
        Assert.All(Enum.GetValues<FeedbackKind>(), kind => Assert.NotEmpty(FeedbackSteps.NameOf(kind)));
        Assert.NotNull(FeedbackSteps.WhyNotRead(Actor.Citizen));
    }

    [Theory]
    [InlineData(FeedbackKind.Removal, 2, 0, false, false)]
    [InlineData(FeedbackKind.Removal, 3, -1, true, false)]
    [InlineData(FeedbackKind.Removal, 15, -13, true, false)]
    [InlineData(FeedbackKind.Removal, 16, -14, true, true)]
    [InlineData(FeedbackKind.Difficulty, 10, 0, false, false)]
    [InlineData(FeedbackKind.Difficulty, 60, -50, true, false)]
    public void A_removal_has_two_days_of_ours_and_fifteen_of_the_law(FeedbackKind kind, int days, int left, bool isLate, bool isUnlawful)
    {
        // An hour before midnight in Vietnam: days are days of people, not of the machine.
        var received = new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero);

        var clock = FeedbackClock.Of(kind, received, null, received.AddDays(days), new PromiseBook());

        Assert.Equal((left, isLate, isUnlawful), (clock.DaysLeft, clock.IsLate, clock.IsUnlawful));
        Assert.Equal(kind == FeedbackKind.Removal ? new DateOnly(2026, 12, 5) : null, clock.LawOn);
    }

    [Fact]
    public void Nobody_may_promise_more_days_than_the_law_gives()
    {
        Assert.Null(new FeedbackPromises { RemovalDays = 15 }.WhyNot());
        Assert.Equal("law", new FeedbackPromises { RemovalDays = 11, LawDays = 10 }.WhyNot()?.Code);
        Assert.Equal("law", new FeedbackPromises { RemovalDays = 16 }.WhyNot()?.Code);
        Assert.Equal("days", new FeedbackPromises { CommentDays = 0 }.WhyNot()?.Code);
    }

    [Fact]
    public async Task A_letter_is_held_against_the_promises_of_its_day()
    {
        await using var test = await TestDatabase.OpenAsync();
        var today = SiteTime.Today(test.Clock);
        var rules = new FeedbackRules(test.Database, test.Clock);
        await using (var work = await test.Database.BeginAsync(Actor.Console, Cancellation))
        {
            // As it was kept before promises had days.
            work.Db.Settings.Add(new Setting { Key = "feedback", Json = ContentJson.Write(new FeedbackPromises { CorrectionDays = 7, OfficeName = "Phòng Nội vụ huyện" }) });
            work.Record(ChangeVerb.SettingsSaved, subject: "setting:feedback");
            await work.CommitAsync(Cancellation);
        }

        Assert.Equal((7, "Phòng Nội vụ huyện"), ((await rules.CurrentAsync(Cancellation)).CorrectionDays, (await rules.CurrentAsync(Cancellation)).OfficeName));
        Assert.Equal("from", (await rules.SaveAsync(new FeedbackPromises { From = today.AddDays(-1), CorrectionDays = 3 }, Actor.Console, Cancellation))?.Code);
        Assert.Null(await rules.SaveAsync(new FeedbackPromises { From = today.AddDays(1), CorrectionDays = 3 }, Actor.Console, Cancellation));

        var book = await rules.BookAsync(Cancellation);
        Assert.Equal([7, 7, 3], new[] { -1, 0, 1 }.Select(days => Due(book, test.Clock.GetUtcNow().AddDays(days))));

        static int Due(PromiseBook book, DateTimeOffset received) => FeedbackClock.Of(FeedbackKind.Correction, received, null, received, book).DaysLeft;
    }
}
