using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>Members of the live newsroom, made by the real verb and signed in at the real door.</summary>
public static class MembersLive
{
    public const string Password = "con trâu đi trước cái cày theo sau";

    /// <summary>A unit of the product's own content, for contributors.</summary>
    public const string Unit = "xa-muong-so-cu";

    private static int count;

    /// <summary>A new member of these roles with <see cref="Password"/>.</summary>
    public static async Task<Member> MemberAsync(this LivePortal portal, params Role[] roles)
    {
        var number = Interlocked.Increment(ref count);
        var details = new MemberDetails($"nguoi{number}@vi-du.vn", $"Lò Văn Mẫu {number}", roles, Unit);
        var outcome = await portal.Services.GetRequiredService<Membership>().AddAsync(Actor.Console, details, Password, TestContext.Current.CancellationToken);
        return Assert.IsType<MemberOutcome.Done>(outcome).Member;
    }

    /// <summary>Signs a new member of these roles in on the reader's screen; they stand at their desk then.</summary>
    public static async Task<Member> SignInAsync(this LivePortal portal, Reader reader, params Role[] roles)
    {
        var member = await portal.MemberAsync(roles);
        await portal.SignInAsync(reader, member);
        return member;
    }

    /// <summary>Signs this member in on the reader's screen; they stand at their desk then.</summary>
    public static async Task SignInAsync(this LivePortal portal, Reader reader, Member member)
    {
        await reader.Page.GotoAsync("/manager/sign-in");
        await reader.Page.FillAsync("#email", member.Email!);
        await reader.Page.FillAsync("#password", Password);
        await reader.Page.ClickAsync("form button[type=submit]");
        await Expect(reader.Page).ToHaveURLAsync(portal.Url + "/manager");
    }
}
