using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Commendations;

/// <summary>What the office may write down, and what it is told about.</summary>
[Trait("Clause", "C-III.2")]
public sealed class CommendationDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R3")]
    public async Task Nothing_is_shown_without_number_day_and_authority()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);

        foreach (var unfinished in new[] { Register.Group with { Decision = null }, Register.Group with { DecidedOn = null }, Register.Group with { Authority = " " } })
        {
            var (code, reason) = await portal.Desk().AddAsync(unfinished, isDecided: true, People.Officer, Cancellation);
            Assert.Equal((null, "incomplete"), (code, reason?.Code));
        }

        // A case on its way needs none of it; it needs all of it to be decided.
        var open = await portal.AddAsync(Register.Group with { Decision = null, DecidedOn = null, Authority = null }, isDecided: false);
        Assert.Null(await portal.StepAsync(open, CommendationStep.Review));
        Assert.Equal("incomplete", (await portal.StepAsync(open, CommendationStep.Decide))?.Code);
        Assert.Null(await portal.Desk().SaveAsync(open, (await portal.RowAsync(open)).Version, Register.Group, People.Officer, Cancellation));
        Assert.Null(await portal.StepAsync(open, CommendationStep.Decide));
        Assert.Contains(Register.Group.SubjectName, await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);

        // And it cannot lose any of it again.
        Assert.Equal("incomplete", (await portal.Desk().SaveAsync(open, (await portal.RowAsync(open)).Version, Register.Group with { Authority = null }, People.Officer, Cancellation))?.Code);

        // Praise outside the law has no number.
        await portal.AddAsync(Register.Group with { Form = "thu-khen-bieu-duong", Decision = null });
    }

    [Theory]
    [Trait("Rule", "R3")]
    [InlineData("giay-khen-xa", "2024-05-20", "huyen-phong-tho", "authority")]
    [InlineData("giay-khen-xa", "2024-05-20", "xa-khong-lao-cu", null)]
    [InlineData("thon-to-dan-pho-van-hoa", "2024-05-20", "xa-khong-lao-cu", "authority")]
    [InlineData("giay-khen-huyen", "2025-08-01", "huyen-phong-tho", "unit")]
    [InlineData("giay-khen-xa", "2024-05-20", "xa-khong-lao", "unit")]
    [InlineData("lao-dong-tien-tien", "2024-05-20", "huyen-phong-tho", "subject")]
    [InlineData("giay-khen-huyen", "2016-05-20", "huyen-phong-tho", "regime")]

    // Who gave it under a law nobody has read in full is unverified, and nobody is warned by it.
    [InlineData("tap-the-lao-dong-xuat-sac", "2024-05-20", "huyen-phong-tho", null)]
    [InlineData("giay-khen-xa", "2026-05-20", "tinh-lai-chau", null)]
    public async Task A_decision_against_the_dated_table_is_told_and_never_stopped(string form, string day, string authority, string? warning)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);

        var code = await portal.AddAsync(Register.Group with { Form = form, DecidedOn = PartialDate.Parse(day), AuthorityUnit = authority });

        Assert.Equal(CommendationState.Decided, (await portal.RowAsync(code)).State);
        Assert.Equal(warning is null ? [] : [warning], await portal.WarningsAsync(code));
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task One_achievement_with_two_forms_is_told_and_emergent_praise_is_no_basis_for_merit()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var emergent = await portal.AddAsync(Register.Group with { Occasion = "dot-xuat" });
        var merit = await portal.AddAsync(Register.Group with { Occasion = "cong-trang", Decision = "701/QĐ-UBND", AchievementKey = emergent });

        Assert.Equal(["twice"], await portal.WarningsAsync(emergent));
        Assert.Equal(["twice", "basis"], await portal.WarningsAsync(merit));

        // What was taken back no longer counts.
        await portal.RevokeAsync(emergent);
        Assert.Empty(await portal.WarningsAsync(merit));
    }

    [Fact]
    [Trait("Rule", "R9")]
    public async Task A_decision_names_a_subject_once()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var first = await portal.AddAsync(Register.Group);

        var (_, reason) = await portal.Desk().AddAsync(Register.Group with { SubjectName = " TỔ hòa giải bản mẫu 41 ", Form = "giay-khen-xa" }, isDecided: true, People.Officer, Cancellation);

        Assert.Equal("twice", reason?.Code);
        Assert.Contains(first, reason!.Message, StringComparison.Ordinal);

        // One decision names many; another year, another issuer begin their numbers again.
        await portal.AddAsync(Register.Group with { SubjectName = "Tổ hòa giải bản Mẫu 42" });
        await portal.AddAsync(Register.Group with { DecidedOn = PartialDate.Parse("2023-05-20") });
        await portal.AddAsync(Register.Group with { Authority = "Chủ tịch UBND tỉnh Lai Châu", AuthorityUnit = "tinh-lai-chau" });
    }

    [Fact]
    public async Task Two_officers_do_not_overwrite_each_other_and_others_may_only_look()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var code = await portal.AddAsync(Register.Group);
        var seen = (await portal.RowAsync(code)).Version;

        Assert.Null(await portal.Desk().SaveAsync(code, seen, Register.Group with { Achievement = "Đã sửa" }, People.Officer, Cancellation));
        Assert.Equal("stale", (await portal.Desk().SaveAsync(code, seen, Register.Group, People.Officer, Cancellation))?.Code);
        Assert.Equal("right", (await portal.Desk().SaveAsync(code, seen + 1, Register.Group, People.Publisher, Cancellation))?.Code);
        Assert.Equal("right", (await portal.Desk().AddAsync(Register.Group, isDecided: true, People.Editor, Cancellation)).Reason?.Code);
        Assert.Equal("Đã sửa", (await portal.RowAsync(code)).Achievement);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public async Task What_is_held_leaves_the_readers_and_comes_back_where_it_was()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var code = await portal.AddAsync(Register.Group);
        Assert.Null(await portal.StepAsync(code, CommendationStep.Announce));

        Assert.Equal("reason", (await portal.StepAsync(code, CommendationStep.Hold))?.Code);
        Assert.Null(await portal.StepAsync(code, CommendationStep.Hold, new StepWords("Có đơn, đang xác minh.")));
        Assert.DoesNotContain(Register.Group.SubjectName, await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);

        Assert.Null(await portal.StepAsync(code, CommendationStep.Release));
        Assert.Equal(CommendationState.Announced, (await portal.RowAsync(code)).State);
        Assert.Contains(Register.Group.SubjectName, await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-II.2d")]
    public async Task The_clock_of_an_emergent_case_runs_from_the_deed()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var late = await portal.AddAsync(Register.Group with { Occasion = "dot-xuat", EventOn = PartialDate.Parse("2024-05-01") });
        var early = await portal.AddAsync(Register.Group with { Occasion = "dot-xuat", EventOn = PartialDate.Parse("2024-05-12"), Decision = "702/QĐ-UBND" });
        var vague = await portal.AddAsync(Register.Group with { Occasion = "dot-xuat", EventOn = PartialDate.Parse("2024-05"), Decision = "703/QĐ-UBND" });

        Assert.Equal(["late"], await portal.WarningsAsync(late));
        Assert.Empty(await portal.WarningsAsync(early));
        Assert.Empty(await portal.WarningsAsync(vague));
        Assert.Equal((19, 8, null), (CommendationClock.DaysToDecision(await portal.RowAsync(late)), CommendationClock.DaysToDecision(await portal.RowAsync(early)), CommendationClock.DaysToDecision(await portal.RowAsync(vague))));
    }
}
