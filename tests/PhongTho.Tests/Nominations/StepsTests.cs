using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Nominations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Nominations;

/// <summary>The table of states, written here a second time from the domain: received → triaged → forwardedToUnit → confirmed/rejected/duplicate → turnedIntoExemplar.</summary>
public sealed class StepsTests
{
    private static readonly Dictionary<(NominationState From, NominationStep Step), NominationState> allowed = new()
    {
        [(NominationState.Received, NominationStep.Triage)] = NominationState.Triaged,
        [(NominationState.Triaged, NominationStep.Forward)] = NominationState.ForwardedToUnit,
        [(NominationState.ForwardedToUnit, NominationStep.Confirm)] = NominationState.Confirmed,
        [(NominationState.ForwardedToUnit, NominationStep.Reject)] = NominationState.Rejected,
        [(NominationState.ForwardedToUnit, NominationStep.MarkDuplicate)] = NominationState.Duplicate,
        [(NominationState.Confirmed, NominationStep.Write)] = NominationState.TurnedIntoExemplar,

        // No unit is asked about what is plainly foolery or was told before.
        [(NominationState.Triaged, NominationStep.Reject)] = NominationState.Rejected,
        [(NominationState.Triaged, NominationStep.MarkDuplicate)] = NominationState.Duplicate,
    };

    public static TheoryData<NominationState, NominationStep, Role> Matrix { get; } =
    [
        .. from state in Enum.GetValues<NominationState>() from step in Enum.GetValues<NominationStep>() from role in Enum.GetValues<Role>() select (state, step, role),
    ];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_state_step_and_role_is_as_the_domain_says(NominationState state, NominationStep step, Role role)
    {
        var isOfTheDesk = role is Role.Editor or Role.Publisher or Role.EmulationOfficer;

        var reason = NominationSteps.WhyNot(step, state, People.Of(9, "Người Mẫu", role));

        Assert.Equal(isOfTheDesk ? allowed.ContainsKey((state, step)) ? null : "state" : "right", reason?.Code);
        Assert.True(reason is null || reason.Message.EndsWith('.'));
        if (allowed.TryGetValue((state, step), out var to))
        {
            Assert.Equal(to, NominationSteps.RuleOf(step).To);
        }
    }

    [Fact]
    public void What_is_answered_is_answered()
    {
        foreach (var state in Enum.GetValues<NominationState>())
        {
            Assert.Equal(!allowed.Keys.Any(key => key.From == state), NominationSteps.IsClosed(state));
            Assert.NotEmpty(NominationSteps.NameOf(state));
        }

        Assert.NotNull(NominationSteps.WhyNotTriage(Actor.Citizen));
    }

    [Theory]
    [InlineData("GT-2026-000123", "GT-2026-000123")]
    [InlineData(" gt 2026 123 ", "GT-2026-000123")]
    [InlineData("GT–2026–000123", "GT-2026-000123")]
    [InlineData("GT-2026-1234567", null)]
    [InlineData("2026-000123", null)]
    [InlineData("GT-2026-00x123", null)]
    [InlineData(null, null)]
    public void A_code_is_read_however_it_was_written_down(string? typed, string? code) => Assert.Equal(code, NominationPages.Lane.Codes.Read(typed));
}
