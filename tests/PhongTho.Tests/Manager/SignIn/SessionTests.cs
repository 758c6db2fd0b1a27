using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager.SignIn;

public sealed class SessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shared_computer_left_alone_for_eight_hours_is_signed_out_and_one_in_use_is_not()
    {
        await using var portal = await TestPortal.StartAsync();
        using var browser = await portal.SignedInAsync(Role.Editor);

        portal.Time.Leap(MemberSessions.Idle - TimeSpan.FromMinutes(1));
        Assert.True(await SignInTests.IsInsideAsync(browser));
        portal.Time.Leap(MemberSessions.Idle - TimeSpan.FromMinutes(1));
        Assert.True(await SignInTests.IsInsideAsync(browser));
        portal.Time.Leap(MemberSessions.Idle + TimeSpan.FromMinutes(1));

        Assert.False(await SignInTests.IsInsideAsync(browser));
    }

    [Fact]
    public async Task A_persons_own_computer_stays_signed_in_for_fourteen_days_and_no_longer()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var browser = portal.Reader();
        using var entered = await browser.PostFormAsync("/manager/sign-in", ("email", member.Email!), ("password", Newsroom.Password), ("kept", "true"));

        portal.Time.Leap(MemberSessions.Kept - TimeSpan.FromHours(1));
        Assert.True(await SignInTests.IsInsideAsync(browser));
        portal.Time.Leap(TimeSpan.FromHours(2));

        Assert.False(await SignInTests.IsInsideAsync(browser));
    }

    [Fact]
    public async Task A_closed_member_is_turned_away_at_the_next_click_and_a_role_taken_away_counts_at_once()
    {
        await using var portal = await TestPortal.StartAsync();
        var membership = portal.Services.GetRequiredService<Membership>();
        var member = await portal.MemberAsync(Role.Administrator, Role.Editor);
        await portal.MemberAsync(Role.Administrator);
        using var browser = await portal.SignedInAsync(member);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(browser, "/manager/members"));

        await membership.ChangeAsync(Actor.Console, member.Id, new MemberDetails(member.Email!, member.Name, [Role.Editor], null), Cancellation);
        using var refused = await browser.GetAsync(new Uri("/manager/members", UriKind.Relative), Cancellation);
        Assert.StartsWith("/manager/denied", refused.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfAsync(browser, "/manager/denied"));
        await membership.CloseAsync(Actor.Console, member.Id, Cancellation);

        Assert.False(await SignInTests.IsInsideAsync(browser));
    }

    [Fact]
    public async Task A_person_ends_a_session_from_another_device_and_a_new_password_ends_all_but_its_own()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var desk = await portal.SignedInAsync(member);
        using var phone = await portal.SignedInAsync(member);
        await using (var db = portal.Database.Open())
        {
            var own = await db.MemberSessions.OrderBy(session => session.CreatedAt).Select(session => session.Id).ToListAsync(Cancellation);
            var page = await desk.GetStringAsync(new Uri("/manager/account/sessions", UriKind.Relative), Cancellation);
            using var ended = await desk.PostFormAsync("/manager/account/sessions?handler=End", ("session", own.Single(id => page.Contains($"value=\"{id}\"", StringComparison.Ordinal))));
        }

        Assert.False(await SignInTests.IsInsideAsync(phone));
        using var again = await portal.SignedInAsync(member);
        using var changed = await desk.PostFormAsync("/manager/account?handler=Password", ("current", Newsroom.Password), ("next", "một bồ cái lý không bằng một tí"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.True(await SignInTests.IsInsideAsync(desk));
        Assert.False(await SignInTests.IsInsideAsync(again));
    }

    [Fact]
    public async Task A_script_that_saves_in_the_background_is_told_instead_of_led_away()
    {
        await using var portal = await TestPortal.StartAsync();
        using var browser = portal.Reader();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(browser, "/manager"));
    }

    [Fact]
    public async Task The_app_s_code_is_the_second_step_and_neither_it_nor_a_recovery_code_works_twice()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var desk = await portal.SignedInAsync(member);
        var key = await portal.Services.GetRequiredService<SecondFactor>().OfferAsync(member.Id, Cancellation);
        using var turnedOn = await desk.PostFormAsync("/manager/account/app", ("code", CodeNow(portal, key)), ("password", Newsroom.Password));
        var codes = Regex.Matches(await turnedOn.Content.ReadAsStringAsync(Cancellation), "<li>(?<code>[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</li>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(SecondFactor.RecoveryCodes, codes.Count);

        Assert.False(await EntersAsync(portal, member, CodeNow(portal, key)));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await EntersAsync(portal, member, CodeNow(portal, key)));
        Assert.False(await EntersAsync(portal, member, CodeNow(portal, key)));
        Assert.True(await EntersAsync(portal, member, codes[3].ToUpperInvariant()));
        Assert.False(await EntersAsync(portal, member, codes[3]));

        await using var db = portal.Database.Open();
        Assert.DoesNotContain(await db.UserTokens.Select(token => token.Value).ToListAsync(Cancellation), value => value!.Contains(key, StringComparison.Ordinal));
    }

    /// <summary>Signs in with the password, then with this code.</summary>
    private static async Task<bool> EntersAsync(TestPortal portal, Member member, string code)
    {
        using var browser = portal.Reader();
        using var asked = await browser.PostFormAsync("/manager/sign-in", ("email", member.Email!), ("password", Newsroom.Password));
        Assert.Equal("/manager/sign-in/code", asked.Headers.Location!.OriginalString);
        Assert.False(await SignInTests.IsInsideAsync(browser));
        using var entered = await browser.PostFormAsync("/manager/sign-in/code", ("code", code));
        return await SignInTests.IsInsideAsync(browser);
    }

    private static string CodeNow(TestPortal portal, string key) => Totp.CodeAt(key, Totp.StepAt(portal.Clock.GetUtcNow()));

    private static async Task<HttpStatusCode> StatusOfAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
