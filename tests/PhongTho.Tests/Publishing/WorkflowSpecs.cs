using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Publishing;

/// <summary>Runs Specs/workflow.md.</summary>
public sealed class WorkflowSpecs
{
    private static readonly WorkflowSpec Spec = new();

    private static DateTimeOffset Now => TestDatabase.Start;

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Publisher)]
    [InlineData(Role.EmulationOfficer)]
    [InlineData(Role.Administrator)]
    public void Every_act_in_every_state_is_decided_as_the_specification_says(Role role)
    {
        var actor = People.Of(9, "Người thử", role) with { Unit = People.Unit };
        var differences = new List<string>();
        foreach (var situation in Situation.All)
        {
            foreach (var act in Enum.GetValues<Act>())
            {
                var expected = Spec.WhyNot(act, role, situation);
                foreach (var byUnit in situation.IsOwn ? [true, false] : new[] { false })
                {
                    var actual = Workflow.WhyNot(act, situation.For(actor, byUnit), actor, Now)?.Code;
                    if (actual != expected && differences.Count < 10)
                    {
                        differences.Add($"{act} by {role}: the specification says {expected ?? "yes"}, the core {actual ?? "yes"} ({situation})");
                    }
                }
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void A_person_with_several_roles_may_do_what_any_of_them_may()
    {
        var actor = People.Of(9, "Người thử", Role.EmulationOfficer, Role.Publisher);

        Assert.All(Situation.All.Take(2000), situation => Assert.Equal(
            Spec.WhyNot(Act.Hold, Role.Publisher, situation), Workflow.WhyNot(Act.Hold, situation.For(actor, byUnit: false), actor, Now)?.Code));
    }

    [Fact]
    public void Every_button_has_the_name_of_the_specification_and_every_reason_is_a_sentence()
    {
        Assert.All(WorkflowTable.Rules, rule => Assert.Equal(Spec.LabelOf(rule.Act), rule.Label));
        Assert.Equal(Enum.GetValues<Act>(), WorkflowTable.Rules.Select(rule => rule.Act));
        var reasons = Situation.All.Take(1500).SelectMany(situation => Workflow.Acts(situation.For(People.Publisher, byUnit: false), People.Publisher, Now))
            .Select(offered => offered.WhyNot?.Message).OfType<string>().Distinct();
        Assert.All(reasons, reason => Assert.Matches(@"^[\p{Lu}Đ].*[.]$", reason));
    }

    [Fact]
    public void What_asks_for_consent_and_what_a_new_one_opens_stands_in_the_specification()
    {
        Assert.Equal(Spec.Asking, WorkflowTable.Rules.Where(rule => rule.Also.HasFlag(Also.Consent)).Select(rule => rule.Act).Order());
        Assert.Equal(Spec.AgreedAnew, WorkflowTable.Rules.Where(rule => rule.Also.HasFlag(Also.AgreedAnew)).Select(rule => rule.Act).Order());
    }

    [Fact]
    public void What_must_be_said_along_is_asked_for()
    {
        var situations = Situation.All.Where(situation => situation is { IsComplete: true, NamesPerson: false, IsDraftMine: true }).ToList();
        Assert.All(Spec.SaidAlong, said =>
        {
            var allowed = situations.First(situation => Spec.WhyNot(said.Act, Role.Publisher, situation) is null).For(People.Publisher, byUnit: false);

            Assert.Equal(said.Reason, Workflow.WhyNot(said.Act, allowed, People.Publisher, Now, ActDetails.None)?.Code);
            Assert.Null(Workflow.WhyNot(said.Act, allowed, People.Publisher, Now, new ActDetails { Note = "Lời.", At = Now.AddMinutes(1) }));
        });
    }

    [Fact]
    public void Machines_do_what_their_operator_started_and_still_keep_the_law()
    {
        var all = Situation.All.Where(situation => !situation.IsTrashed && situation.IsComplete).ToList();

        Assert.All(all, situation => Assert.Equal(
            situation.Standing switch { Cms.Editing.Standing.Withdrawn => "withdrawn", Cms.Editing.Standing.OnHold => "standing", _ => null },
            Workflow.WhyNot(Act.Publish, situation.For(Actor.Schedule, byUnit: false), Actor.Schedule, Now)?.Code));
    }
}
