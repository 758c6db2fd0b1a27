using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>A year of registering, from its opening to the result, over a real database.</summary>
[Trait("Clause", "C-II.2c1")]
public sealed class RegistrationTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_assesses_itself_registers_and_the_year_ends_with_a_result()
    {
        var desk = own.Portal.Get<RegistrationDesk>();
        await own.Portal.OpenYearAsync(2026, deadline: new(2026, 12, 15));
        var entry = OfficeForms.Registration with { Criteria = [], HeadName = "" };

        var (id, _) = await desk.BeginAsync(2026, entry, People.Contributor, Cancellation);
        var thin = await desk.StepAsync(id!.Value, 1, RegistrationStep.Submit, "", People.Contributor, Cancellation);
        Assert.Equal(["Tự đánh giá", "Thủ trưởng xác nhận"], thin!.Problems.Select(problem => problem.Field));

        Assert.Null(await desk.SaveAsync(id.Value, 1, OfficeForms.Registration, People.Contributor, Cancellation));
        Assert.Null(await desk.StepAsync(id.Value, 2, RegistrationStep.Submit, "", People.Contributor, Cancellation));
        Assert.Equal("state", (await desk.SaveAsync(id.Value, 3, OfficeForms.Registration, People.Contributor, Cancellation))?.Code);
        Assert.Equal("remark", (await desk.StepAsync(id.Value, 3, RegistrationStep.Return, " ", People.Officer, Cancellation))?.Code);
        Assert.Null(await desk.StepAsync(id.Value, 3, RegistrationStep.Return, "Ghi rõ số ngày công.", People.Officer, Cancellation));
        Assert.Null(await desk.StepAsync(id.Value, 4, RegistrationStep.Submit, "", People.Contributor, Cancellation));
        Assert.Null(await desk.StepAsync(id.Value, 5, RegistrationStep.Accept, "", People.Officer, Cancellation));
        Assert.Equal("early", (await desk.CloseYearAsync(2026, People.Officer, Cancellation)).Reason?.Code);
        await own.Portal.OpenYearAsync(2026, deadline: new(2026, 11, 20));
        Assert.Equal((1, null), await desk.CloseYearAsync(2026, People.Officer, Cancellation));
        Assert.Null(await desk.StepAsync(id.Value, 7, RegistrationStep.MarkAchieved, "Đủ 40 ngày công.", People.Officer, Cancellation));

        var whole = await own.Portal.Get<RegistrationLists>().FindAsync(id.Value, People.Contributor, Cancellation);
        Assert.Equal((RegistrationState.Achieved, "Đủ 40 ngày công."), (whole!.Registration.State, whole.Registration.Remark));
        Assert.Equal(["Lập bản đăng ký", "Sửa bản đăng ký", "Đã nộp", "Trả lại", "Đã nộp", "Đã tiếp nhận", "Đã chốt", "Đạt"], whole.Log.Select(line => line.What));
        await using var db = own.Portal.Database.Open();
        Assert.DoesNotContain(await db.Changes.Select(change => change.Note + change.Subject).ToListAsync(Cancellation), said => said.Contains(OfficeForms.Registration.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registration_leads_to_the_dossier_and_back_and_a_unit_names_none_of_others()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        await portal.OpenYearAsync(2026, deadline: new(2026, 12, 15));
        await using var db = portal.Database.Open();
        var foreign = await db.Subjects.FirstAsync(row => row.Kind != "tap-the" && row.Unit != null && row.Unit != People.Unit, Cancellation);

        var (_, refused) = await portal.Get<RegistrationDesk>().BeginAsync(2026, OfficeForms.Registration with { Subject = foreign.Id }, People.Contributor, Cancellation);
        var (id, _) = await portal.Get<RegistrationDesk>().BeginAsync(2026, OfficeForms.Registration with { Subject = foreign.Id }, People.Officer, Cancellation);

        Assert.Equal("Hồ sơ gương", Assert.Single(refused!.Problems).Field);
        Assert.Contains($"/manager/registrations/{id}", await officer.GetStringAsync(new Uri("/manager/subjects/" + foreign.Id, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Contains($"name=\"ho-so\" value=\"{foreign.Id}\"", await officer.GetStringAsync(new Uri("/manager/registrations/" + id, UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_did_not_register_in_time_are_overdue_and_a_unit_sees_only_its_own()
    {
        var (desk, lists) = (own.Portal.Get<RegistrationDesk>(), own.Portal.Get<RegistrationLists>());
        await own.Portal.OpenYearAsync(2025, deadline: new(2026, 12, 1));
        var (mine, _) = await desk.BeginAsync(2025, OfficeForms.Registration, People.Contributor, Cancellation);
        var (theirs, _) = await desk.BeginAsync(2025, OfficeForms.Registration with { Unit = "xa-khong-lao" }, People.Officer, Cancellation);
        Assert.Null(await desk.StepAsync(mine!.Value, 1, RegistrationStep.Submit, "", People.Contributor, Cancellation));
        Assert.Equal("right", (await desk.BeginAsync(2025, OfficeForms.Registration with { Unit = "xa-khong-lao" }, People.Contributor, Cancellation)).Reason?.Code);
        Assert.Equal("missing", (await desk.StepAsync(theirs!.Value, 1, RegistrationStep.Submit, "", People.Contributor, Cancellation))?.Code);
        await own.Portal.OpenYearAsync(2025, deadline: new(2026, 11, 1));

        var office = await lists.FindAsync(new RegistrationFilter(2025), People.Officer, Cancellation);
        var unit = await lists.FindAsync(new RegistrationFilter(2025), People.Contributor, Cancellation);

        Assert.True(office!.IsLocked);
        Assert.Equal(["xa-khong-lao", "xa-sin-suoi-ho"], office.Units.Where(row => row.IsOverdue).Select(row => row.Slug));
        Assert.Equal(2, office.Rows.Count);
        Assert.Equal([mine.Value], unit!.Rows.Select(row => row.Id));
        Assert.Equal([People.Unit], unit.Units.Select(row => row.Slug));
        Assert.Null(await lists.FindAsync(theirs.Value, People.Contributor, Cancellation));
        Assert.Null(await lists.FindAsync(new RegistrationFilter(2025), People.Editor, Cancellation));
        Assert.Equal("locked", (await desk.BeginAsync(2025, OfficeForms.Registration, People.Contributor, Cancellation)).Reason?.Code);
    }

    [Fact]
    [Trait("Clause", "C-I.2a")]
    [Trait("Clause", "C-IV.1")]
    public async Task The_board_shows_who_has_issued_a_plan_of_the_year()
    {
        var plans = own.Portal.Get<UnitPlans>();
        await own.Portal.OpenYearAsync(2024, deadline: new(2024, 3, 31), plansDueOn: new(2024, 4, 30));
        var plan = new UnitPlan { Unit = People.Unit, Year = 2024, State = UnitPlanState.Issued, Number = "15/KH-UBND", IssuedOn = new(2024, 4, 2), Link = "/van-ban/ke-hoach" };

        Assert.Equal("right", (await plans.SaveAsync(plan, 0, People.Neighbour, Cancellation))?.Code);
        Assert.Equal("link", (await plans.SaveAsync(new() { Unit = People.Unit, Year = 2024, Link = "javascript:alert(1)" }, 0, People.Contributor, Cancellation))?.Code);
        Assert.Null(await plans.SaveAsync(plan, 0, People.Contributor, Cancellation));
        Assert.Equal("stale", (await plans.SaveAsync(plan, 0, People.Officer, Cancellation))?.Code);

        var board = await plans.BoardAsync(2024, People.Officer, Cancellation);
        Assert.Equal((1, 3), (board!.Issued, board.Rows.Count));
        Assert.Equal(["xa-khong-lao", "xa-sin-suoi-ho"], board.Rows.Where(row => row.IsOverdue).Select(row => row.Slug));
        Assert.Equal(["xa-sin-suoi-ho"], (await plans.BoardAsync(2024, People.Neighbour, Cancellation))!.Rows.Select(row => row.Slug));
    }
}
