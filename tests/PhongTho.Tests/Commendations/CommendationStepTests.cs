using PhongTho.Cms.Commendations;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Specs;
using Xunit;

namespace PhongTho.Tests.Commendations;

/// <summary>The core held against the tables an officer can read: <c>Specs/commendations.md</c>.</summary>
[Trait("Clause", "C-III.2")]
public sealed class CommendationStepTests
{
    private const string Spec = "commendations.md";

    [Fact]
    public void Every_state_and_step_is_as_the_table_says()
    {
        var rows = SpecTable.Rows(Spec, "`back` is where it was held from.");
        var steps = Enum.GetValues<CommendationStep>();

        Assert.Equal(Enum.GetNames<CommendationState>(), rows.Select(row => row[0]));
        foreach (var row in rows)
        {
            var state = Enum.Parse<CommendationState>(row[0]);
            foreach (var step in steps)
            {
                var expected = row[1 + (int)step];
                var reason = CommendationSteps.WhyNot(step, state, state == CommendationState.Held ? CommendationState.Decided : null, isBeingVerified: false, People.Officer);

                Assert.True((expected.Length > 0 ? null : "state") == reason?.Code, $"{row}: {step} → {reason?.Code ?? "taken"}");
                if (expected.Length > 0)
                {
                    Assert.Equal(expected == "back" ? null : Enum.Parse<CommendationState>(expected), CommendationSteps.RuleOf(step).To);
                }
            }
        }
    }

    [Fact]
    public void Readers_see_what_the_table_says()
    {
        foreach (var row in SpecTable.Rows(Spec, "What readers see"))
        {
            var state = Enum.Parse<CommendationState>(row[0]);

            Assert.True((row[1] == "yes") == CommendationSteps.Public.Contains(state), row.ToString());
            Assert.True((row[2] == "yes") == CommendationSteps.InForce.Contains(state), row.ToString());
            Assert.NotEmpty(CommendationSteps.NameOf(state));
        }
    }

    [Theory]
    [Trait("Rule", "R5")]
    [InlineData(CommendationStep.Consult, CommendationState.Proposed)]
    [InlineData(CommendationStep.Review, CommendationState.UnderConsultation)]
    [InlineData(CommendationStep.Decide, CommendationState.CouncilReviewed)]
    [InlineData(CommendationStep.Announce, CommendationState.Decided)]
    public void Nobody_is_put_forward_while_a_complaint_is_being_verified(CommendationStep step, CommendationState state)
    {
        Assert.Equal("verifying", CommendationSteps.WhyNot(step, state, null, isBeingVerified: true, People.Officer)?.Code);
        Assert.Null(CommendationSteps.WhyNot(CommendationStep.Hold, state, null, isBeingVerified: true, People.Officer));
    }

    [Fact]
    public void What_was_never_decided_cannot_be_revoked() =>
        Assert.Equal("state", CommendationSteps.WhyNot(CommendationStep.Revoke, CommendationState.Held, CommendationState.Proposed, isBeingVerified: false, People.Officer)?.Code);

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Publisher)]
    [InlineData(Role.Administrator)]
    public void Only_the_emulation_office_writes_into_the_register(Role role)
    {
        foreach (var step in Enum.GetValues<CommendationStep>())
        {
            Assert.Equal("right", CommendationSteps.WhyNot(step, CommendationState.Proposed, null, isBeingVerified: false, People.Of(9, "Người Mẫu", role))?.Code);
        }
    }

    [Theory]
    [InlineData("1093/QĐ-UBND", "1093", "QĐ-UBND")]
    [InlineData(" Số: 05 / QĐ-UBND ", "05", "QĐ-UBND")]
    [InlineData("12a/QĐ-UBND", "12a", "QĐ-UBND")]
    [InlineData("06/2022/QH15", "06", "2022/QH15")]
    [InlineData("1093", "1093", "")]
    public void A_number_is_read_as_papers_write_it(string typed, string number, string symbol) => Assert.Equal(new DecisionReference(number, symbol), DecisionReference.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("QĐ-UBND")]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("1093/")]
    public void What_is_no_number_is_not_taken_for_one(string? typed) => Assert.Null(DecisionReference.Read(typed));
}
