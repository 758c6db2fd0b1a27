using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Commendations;

/// <summary>The office at work in tests.</summary>
internal static class Register
{
    public const string HeroPath = "nguoi-tot-viec-tot/anh-giang-a-mau-cuu-hai-nguoi-khoi-dong-lu";
    public const string HeroCode = "KT-2023-000001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static CommendationEntry Group { get; } = new()
    {
        SubjectName = "Tổ hòa giải bản Mẫu 41",
        SubjectKind = "tap-the",
        Unit = "xa-khong-lao-cu",
        Form = "giay-khen-huyen",
        Occasion = "chuyen-de",
        Achievement = "Hòa giải ở cơ sở",
        Decision = "700/QĐ-UBND",
        DecidedOn = PartialDate.Parse("2024-05-20"),
        Authority = "Chủ tịch UBND huyện Phong Thổ",
        AuthorityUnit = "huyen-phong-tho",
    };

    public static CommendationDesk Desk(this TestPortal portal) => portal.Services.GetRequiredService<CommendationDesk>();

    public static async Task<string> AddAsync(this TestPortal portal, CommendationEntry entry, bool isDecided = true)
    {
        var (code, reason) = await portal.Desk().AddAsync(entry, isDecided, People.Officer, Cancellation);
        Assert.True(code is not null, $"{reason?.Message} {string.Join(" ", reason?.Problems.Select(problem => problem.Message) ?? [])}");
        return code;
    }

    public static async Task<Commendation> RowAsync(this TestPortal portal, string code)
    {
        await using var db = portal.Database.Open();
        return await db.Commendations.SingleAsync(row => row.Code == code, Cancellation);
    }

    public static async Task<Refusal?> StepAsync(this TestPortal portal, string code, CommendationStep step, StepWords? words = null) =>
        await portal.Desk().StepAsync(step, code, (await portal.RowAsync(code)).Version, words ?? StepWords.None, People.Officer, Cancellation);

    public static async Task RevokeAsync(this TestPortal portal, string code)
    {
        Assert.Null(await portal.StepAsync(code, CommendationStep.Revoke, new StepWords("Kê khai không đúng.", "120/QĐ-UBND", PartialDate.Parse("2026-11-20"))));
        await portal.CaughtUpAsync(Cancellation);
    }

    public static async Task<IReadOnlyList<string>> WarningsAsync(this TestPortal portal, string code) =>
        [.. (await portal.Services.GetRequiredService<CommendationSheets>().FindAsync(code, People.Officer, Cancellation))!.Warnings.Select(warning => warning.Code)];

    public static async Task<string> TextAsync(this TestPortal portal, string address)
    {
        using var reader = portal.Reader();
        return await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
    }

    public static async Task<ItemId> ItemAsync(this TestPortal portal, string path)
    {
        await using var db = portal.Database.Open();
        return (await db.Items.SingleAsync(item => item.Path == path, Cancellation)).Id;
    }
}
