using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Tests.Fixtures;
using Xunit;
using static PhongTho.Cms.Office.Registrations.RegistrationState;

namespace PhongTho.Tests.Office;

/// <summary>The table of states, written here a second time from the domain: open → submitted → accepted/returned → closed → evaluated (achieved / not).</summary>
[Trait("Clause", "C-II.2c1")]
public sealed class RegistrationStepsTests
{
    private static readonly RegistrationRound round = new() { Year = 2026, OpensOn = new(2026, 1, 5), Deadline = new(2026, 3, 31) };

    private static readonly Dictionary<(RegistrationState From, RegistrationStep Step), RegistrationState> allowed = new()
    {
        [(Open, RegistrationStep.Submit)] = Submitted,
        [(Returned, RegistrationStep.Submit)] = Submitted,
        [(Submitted, RegistrationStep.Accept)] = Accepted,
        [(Submitted, RegistrationStep.Return)] = Returned,
        [(Accepted, RegistrationStep.Close)] = Closed,
        [(Closed, RegistrationStep.MarkAchieved)] = Achieved,
        [(Closed, RegistrationStep.MarkNotAchieved)] = NotAchieved,
    };

    /// <summary>Who asks, for a registration of <see cref="People.Unit"/>.</summary>
    private static readonly (string Name, Actor Actor, bool IsUnit, bool IsOffice)[] askers =
    [
        ("own", People.Contributor, true, false),
        ("neighbour", People.Neighbour, false, false),
        ("unbound", People.Of(8, "Cộng tác viên chưa gắn đơn vị", Role.Contributor), false, false),
        ("editor", People.Editor, false, false),
        ("publisher", People.Publisher, false, false),
        ("administrator", People.Administrator, false, false),
        ("citizen", Actor.Citizen, false, false),
        ("officer", People.Officer, false, true),
    ];

    public static TheoryData<RegistrationState, RegistrationStep, string, bool> Matrix { get; } =
    [
        .. from state in Enum.GetValues<RegistrationState>()
           from step in Enum.GetValues<RegistrationStep>()
           from asker in askers
           from isLocked in new[] { false, true }
           select (state, step, asker.Name, isLocked),
    ];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_state_step_asker_and_day_is_as_the_domain_says(RegistrationState state, RegistrationStep step, string name, bool isLocked)
    {
        var asker = askers.Single(candidate => candidate.Name == name);
        var today = isLocked ? round.Deadline.AddDays(1) : round.Deadline;
        var mayTake = asker.IsOffice || (asker.IsUnit && step == RegistrationStep.Submit);

        var reason = RegistrationSteps.WhyNot(step, state, round, today, asker.Actor, People.Unit);

        var expected = !mayTake ? (name == "unbound" && step == RegistrationStep.Submit ? "unit" : "right")
            : !allowed.ContainsKey((state, step)) ? "state"
            : step == RegistrationStep.Submit && isLocked && asker.IsUnit && state == Open ? "locked"
            : null;
        Assert.Equal(expected, reason?.Code);
        Assert.True(reason is null || reason.Message.EndsWith('.'));
        if (allowed.TryGetValue((state, step), out var to))
        {
            Assert.Equal(to, RegistrationSteps.RuleOf(step).To);
        }
    }

    [Fact]
    public void The_list_is_locked_after_the_deadline_but_for_what_the_office_sent_back()
    {
        var (last, after) = (round.Deadline, round.Deadline.AddDays(1));

        Assert.Null(Write(Open, last));
        Assert.Equal("locked", Write(Open, after));
        Assert.Null(Write(Returned, after));
        Assert.Equal("early", Write(Open, round.OpensOn.AddDays(-1)));
        Assert.All(Enum.GetValues<RegistrationState>().Except([Open, Returned]), state => Assert.Equal("state", Write(state, last)));
        Assert.Null(RegistrationSteps.WhyNotWrite(Open, round, after, People.Officer, People.Unit));

        static string? Write(RegistrationState state, DateOnly today) => RegistrationSteps.WhyNotWrite(state, round, today, People.Contributor, People.Unit)?.Code;
    }

    [Fact]
    public void Every_state_has_its_name() => Assert.Equal(Enum.GetValues<RegistrationState>().Length, Enum.GetValues<RegistrationState>().Select(RegistrationSteps.NameOf).Distinct().Count());
}
