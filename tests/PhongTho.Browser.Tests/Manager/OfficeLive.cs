using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Replications;
using Xunit;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>Work that waits in the rooms of the office, brought in by the real verbs; and a keyboard to do it with.</summary>
internal static class OfficeLive
{
    private static readonly string[] criteria = ["citizen-law-abiding", "citizen-supports-movements", "citizen-contributes-nrd-welfare", "citizen-cultural-family"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A citizen's letter; its code.</summary>
    public static async Task<string> LetterAsync(this LivePortal portal)
    {
        var entry = new FeedbackEntry { Kind = FeedbackKind.Comment, Text = "Chữ trên điện thoại nhỏ quá, ông bà khó đọc.", Agrees = true };
        return Assert.IsType<FeedbackOutcome.Taken>(await portal.Services.GetRequiredService<FeedbackIntake>().ReceiveAsync(entry, [FeedbackKind.Comment], Cancellation)).Code;
    }

    /// <summary>Somebody who copies; the code.</summary>
    public static async Task<string> ReplicationAsync(this LivePortal portal)
    {
        await using var db = portal.Services.GetRequiredService<CmsDatabase>().Open();
        return await db.Replications.Where(static row => row.State == ReplicationState.Checked).Select(static row => row.Code).FirstAsync(Cancellation);
    }

    /// <summary>A result that waits for somebody to check it; the code.</summary>
    public static async Task<string> ResultAsync(this LivePortal portal)
    {
        var database = portal.Services.GetRequiredService<CmsDatabase>();
        await using var db = database.Open();
        var row = await db.Replications.FirstAsync(row => row.State == ReplicationState.Confirmed, Cancellation);
        Assert.Null(await portal.Services.GetRequiredService<ReplicationReports>().WriteAsync(row.Code, row.Version, new ResultEntry { Result = "Đã làm xong một vụ." }, picture: null, Actor.Console, Cancellation));
        return row.Code;
    }

    /// <summary>A year whose time is over, with a registration that was accepted; its id.</summary>
    public static async Task<Guid> ClosedYearAsync(this LivePortal portal, int year)
    {
        var (rounds, desk) = (portal.Services.GetRequiredService<RegistrationRounds>(), portal.Services.GetRequiredService<RegistrationDesk>());
        var round = new RegistrationRound { Year = year, OpensOn = new(year, 1, 2), Deadline = new(year, 3, 31), Units = ["xa-khong-lao", "xa-dao-san"] };
        Assert.Null(await rounds.SaveAsync(round, null, Actor.Console, Cancellation));
        var entry = new RegistrationEntry
        {
            Unit = "xa-khong-lao",
            Kind = "nguoi-dan",
            Name = "Anh Sùng A Mẫu",
            Target = "giay-khen-xa",
            Figures = "40 ngày công",
            Criteria = [.. criteria.Select(static slug => new CriterionAssessment { Criterion = slug, Result = CriterionResult.Met })],
            HeadName = "Bà Lò Thị Ví Dụ",
            ConfirmedOn = new(year, 2, 1),
        };
        var (id, reason) = await desk.BeginAsync(year, entry, Actor.Console, Cancellation);
        Assert.Null(reason);
        Assert.Null(await desk.StepAsync(id!.Value, 1, RegistrationStep.Submit, "", Actor.Console, Cancellation));
        Assert.Null(await desk.StepAsync(id.Value, 2, RegistrationStep.Accept, "", Actor.Console, Cancellation));
        return id.Value;
    }

    /// <summary>Tabs until it is reached, as somebody without a mouse does; it must show that it is.</summary>
    public static async Task ReachAsync(this IPage page, ILocator target)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                Assert.NotEqual("none", await target.EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"));
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} cannot be reached by Tab.");
    }

    public static async Task WriteIntoAsync(this IPage page, string selector, string text)
    {
        await page.ReachAsync(page.Locator(selector));
        await page.Keyboard.InsertTextAsync(text);
    }

    public static async Task EnterAsync(this IPage page, ILocator target)
    {
        await page.ReachAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }
}
