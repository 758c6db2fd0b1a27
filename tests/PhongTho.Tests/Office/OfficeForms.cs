using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>What units write, and the years the office opens for them.</summary>
internal static class OfficeForms
{
    /// <summary>Complete: it can be handed in as it is.</summary>
    public static RegistrationEntry Registration { get; } = new()
    {
        Unit = People.Unit,
        Kind = "nguoi-dan",
        Name = "Anh Sùng A Mẫu",
        Target = "giay-khen-xa",
        Figures = "40 ngày công làm đường",
        Plan = "Vận động bản góp công trước mùa mưa.",
        Criteria =
        [
            .. new[] { "citizen-law-abiding", "citizen-supports-movements", "citizen-contributes-nrd-welfare", "citizen-cultural-family" }
                .Select(static slug => new CriterionAssessment { Criterion = slug, Result = CriterionResult.Met, Evidence = "Sổ của bản" }),
        ],
        HeadName = "Bà Lò Thị Ví Dụ",
        ConfirmedOn = new(2026, 11, 20),
    };

    public static T Get<T>(this TestPortal portal)
        where T : notnull => portal.Services.GetRequiredService<T>();

    /// <summary>Opens the year, or moves its days.</summary>
    public static async Task OpenYearAsync(this TestPortal portal, int year, DateOnly deadline, DateOnly? plansDueOn = null, params string[] units)
    {
        var rounds = portal.Get<RegistrationRounds>();
        var known = (await rounds.ListAsync(TestContext.Current.CancellationToken)).FirstOrDefault(round => round.Year == year);
        var round = new RegistrationRound { Year = year, OpensOn = new(year, 1, 2), Deadline = deadline, PlansDueOn = plansDueOn, Units = units.Length > 0 ? units : [People.Unit, "xa-khong-lao", "xa-sin-suoi-ho"] };
        Assert.Null(await rounds.SaveAsync(round, known?.Version, People.Officer, TestContext.Current.CancellationToken));
    }
}
