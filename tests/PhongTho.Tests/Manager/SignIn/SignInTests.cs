using System.Net;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager.SignIn;

public sealed class SignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_signs_in_comes_to_the_page_asked_for_and_signs_out()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var browser = portal.Reader();

        using var stranger = await browser.GetAsync(new Uri("/manager", UriKind.Relative), Cancellation);
        Assert.Equal("/manager/sign-in?returnUrl=%2Fmanager", stranger.Headers.Location!.PathAndQuery);
        using var entered = await browser.PostFormAsync("/manager/sign-in", ("email", " " + member.Email!.ToUpperInvariant()), ("password", Newsroom.Password), ("returnUrl", "/manager?x=1"));
        Assert.Equal("/manager?x=1", entered.Headers.Location!.OriginalString);
        Assert.Contains(member.Name, await browser.GetStringAsync(new Uri("/manager", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var left = await browser.PostFormAsync("/manager/sign-out", "/manager");
        using var again = await browser.GetAsync(new Uri("/manager", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await using var db = portal.Database.Open();
        Assert.Empty(await db.MemberSessions.ToListAsync(Cancellation));
    }
}
