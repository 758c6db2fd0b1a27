using PhongTho.Cms.Members;
using PhongTho.Cms.Replications;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Replications;

/// <summary>The table of states, written here a second time: registered → confirmed by the unit → reported → checked; declined and stopped beside it.</summary>
[Trait("Clause", "C-I.2b")]
public sealed class StepsTests
{
    private static readonly ReplicationHand[] unitOrDesk = [ReplicationHand.Unit, ReplicationHand.Desk];

    private static readonly Dictionary<(ReplicationState From, ReplicationStep Step), (ReplicationState To, ReplicationHand[] Hands)> allowed = new()
    {
        [(ReplicationState.Registered, ReplicationStep.Confirm)] = (ReplicationState.Confirmed, unitOrDesk),
        [(ReplicationState.Registered, ReplicationStep.Decline)] = (ReplicationState.Declined, unitOrDesk),
        [(ReplicationState.Confirmed, ReplicationStep.Report)] = (ReplicationState.Reported, [ReplicationHand.Follower, .. unitOrDesk]),
        [(ReplicationState.Reported, ReplicationStep.Report)] = (ReplicationState.Reported, [ReplicationHand.Follower, .. unitOrDesk]),
        [(ReplicationState.Reported, ReplicationStep.SendBack)] = (ReplicationState.Confirmed, [ReplicationHand.Desk]),
        [(ReplicationState.Reported, ReplicationStep.Check)] = (ReplicationState.Checked, [ReplicationHand.Desk]),
        [(ReplicationState.Confirmed, ReplicationStep.Stop)] = (ReplicationState.Stopped, unitOrDesk),
        [(ReplicationState.Reported, ReplicationStep.Stop)] = (ReplicationState.Stopped, unitOrDesk),
        [(ReplicationState.Checked, ReplicationStep.Stop)] = (ReplicationState.Stopped, unitOrDesk),
    };

    public static TheoryData<ReplicationState, ReplicationStep, ReplicationHand> Matrix { get; } =
    [
        .. from state in Enum.GetValues<ReplicationState>() from step in Enum.GetValues<ReplicationStep>() from hand in Enum.GetValues<ReplicationHand>() select (state, step, hand),
    ];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_state_step_and_hand_is_as_the_table_says(ReplicationState state, ReplicationStep step, ReplicationHand hand)
    {
        var mayHand = allowed.Where(row => row.Key.Step == step).SelectMany(row => row.Value.Hands).Contains(hand);

        var reason = ReplicationSteps.WhyNot(step, state, hand);

        Assert.Equal(!mayHand ? "right" : allowed.ContainsKey((state, step)) ? null : "state", reason?.Code);
        Assert.True(reason is null || reason.Message.EndsWith('.'));
        if (allowed.TryGetValue((state, step), out var row))
        {
            Assert.Equal(row.To, ReplicationSteps.RuleOf(step).To);
        }
    }

    [Theory]
    [InlineData(Role.Contributor, true, ReplicationHand.Unit)]
    [InlineData(Role.Contributor, false, ReplicationHand.Stranger)]
    [InlineData(Role.Administrator, true, ReplicationHand.Stranger)]
    [InlineData(Role.Editor, false, ReplicationHand.Desk)]
    [InlineData(Role.EmulationOfficer, false, ReplicationHand.Desk)]
    public void The_desk_reviews_and_a_unit_confirms_its_own(Role role, bool isOfUnit, ReplicationHand hand) =>
        Assert.Equal(hand, ReplicationSteps.HandOf(People.Of(9, "Người Mẫu", role), isOfUnit));

    [Fact]
    public void A_household_is_not_named_unless_it_asked_to_be()
    {
        var row = new Replication { Code = "NR-2026-000001", ItemId = default, RegisteredAt = default, Kind = ReplicatorKind.Household, Who = "Vàng A Kínđáo", Village = "Bản Mẫu 4" };

        Assert.Equal("Một hộ ở bản Mẫu 4", row.ShownName);
        Assert.Equal("Tổ Mẫu", new Replication { Code = "NR-2026-000002", ItemId = default, RegisteredAt = default, Kind = ReplicatorKind.Unit, Who = "Tổ Mẫu" }.ShownName);
        Assert.Equal("Vàng A Mẫu", new Replication { Code = "NR-2026-000003", ItemId = default, RegisteredAt = default, Kind = ReplicatorKind.Household, Who = "Vàng A Mẫu", ShowsName = true }.ShownName);
    }
}
