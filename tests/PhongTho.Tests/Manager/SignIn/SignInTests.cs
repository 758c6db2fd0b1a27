using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PhongTho.Cms.Members;
using PhongTho.Portal.Hosting;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager.SignIn;

public sealed class SignInTests
{
    private const string Door = "/manager/sign-in";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_signs_in_comes_to_the_page_asked_for_and_signs_out()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var browser = portal.Reader();

        using var stranger = await browser.GetAsync(new Uri("/manager", UriKind.Relative), Cancellation);
        Assert.Equal("/manager/sign-in?returnUrl=%2Fmanager", stranger.Headers.Location!.PathAndQuery);
        using var entered = await browser.PostFormAsync(Door, ("email", " " + member.Email!.ToUpperInvariant()), ("password", Newsroom.Password), ("returnUrl", "/manager?x=1"));
        Assert.Equal("/manager?x=1", entered.Headers.Location!.OriginalString);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("pt-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(member.Name, await browser.GetStringAsync(new Uri("/manager", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var left = await browser.PostFormAsync("/manager/sign-out", "/manager");

        Assert.False(await IsInsideAsync(browser));
        await using var db = portal.Database.Open();
        Assert.Empty(await db.MemberSessions.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Five_wrong_passwords_rest_the_account_for_a_quarter_of_an_hour_even_for_the_right_one()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var browser = portal.Reader();
        for (var i = 0; i < SignIns.Tries; i++)
        {
            using var wrong = await browser.PostFormAsync(Door, ("email", member.Email!), ("password", "sai rồi"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var early = await browser.PostFormAsync(Door, ("email", member.Email!), ("password", Newsroom.Password));
        portal.Clock.Advance(SignIns.Rest + TimeSpan.FromSeconds(1));
        using var later = await browser.PostFormAsync(Door, ("email", member.Email!), ("password", Newsroom.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Nothing_tells_an_address_without_account_from_a_wrong_password_a_rest_or_a_closed_account()
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        var closed = await portal.MemberAsync(Role.Editor);
        await portal.Services.GetRequiredService<Membership>().CloseAsync(Cms.Changes.Actor.Console, closed.Id, Cancellation);
        using var browser = portal.Reader();

        var unknown = await AnswerAsync(browser, "khong-co@vi-du.vn", "sai rồi");
        var wrong = await AnswerAsync(browser, member.Email!, "sai rồi");
        var gone = await AnswerAsync(browser, closed.Email!, Newsroom.Password);
        for (var i = 0; i < SignIns.Tries; i++)
        {
            await AnswerAsync(browser, member.Email!, "sai rồi");
        }

        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, gone);
        Assert.Equal(unknown, await AnswerAsync(browser, member.Email!, Newsroom.Password));
    }

    [Theory]
    [InlineData("https://ke-xau.vn/")]
    [InlineData("//ke-xau.vn")]
    [InlineData("/\\ke-xau.vn")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task No_link_leads_a_person_who_signs_in_to_another_site(string returnUrl)
    {
        await using var portal = await TestPortal.StartAsync();
        var member = await portal.MemberAsync(Role.Editor);
        using var browser = portal.Reader();

        using var answer = await browser.PostFormAsync(Door + "?returnUrl=" + Uri.EscapeDataString(returnUrl), Door, ("email", member.Email!), ("password", Newsroom.Password), ("returnUrl", returnUrl));

        Assert.Equal("/manager", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task No_screen_takes_a_form_without_its_token()
    {
        await using var portal = await TestPortal.StartAsync();
        using var stranger = portal.Reader();
        using var member = await portal.SignedInAsync(Enum.GetValues<Role>());
        var screens = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(ValueOf))))).Distinct()

            // The library reads its token out of the stream of the upload itself.
            .Where(screen => !screen.StartsWith("/manager/media", StringComparison.Ordinal)).ToList();

        Assert.True(screens.Count > 10, string.Join('\n', screens));
        foreach (var screen in screens)
        {
            var browser = screen.StartsWith(Door, StringComparison.Ordinal) || screen.StartsWith("/manager/set-up", StringComparison.Ordinal) ? stranger : member;
            using var content = new FormUrlEncodedContent([new("email", "a@vi-du.vn")]);
            using var answer = await browser.PostAsync(new Uri(screen, UriKind.Relative), content, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{screen}: {answer.StatusCode}");
        }
    }

    [Fact]
    public void Who_tries_many_addresses_from_one_network_waits_and_so_does_who_tries_one_from_many()
    {
        using var limits = new SignInLimits(Options.Create(new PortalOptions { SignInsPerMinute = 3 }));

        var fromOne = Enumerable.Range(0, 5).Select(i => limits.MayTry(From("203.0.113.7"), $"a{i}@vi-du.vn")).ToList();
        var forOne = Enumerable.Range(0, 5).Select(i => limits.MayTry(From($"2001:db8:0:{i}::1"), i % 2 == 0 ? "b@vi-du.vn" : " B@VI-DU.VN")).ToList();

        Assert.Equal([true, true, true, false, false], fromOne);
        Assert.Equal([true, true, true, false, false], forOne);
        Assert.True(limits.MayTry(From("203.0.113.8"), "c@vi-du.vn"));
    }

    internal static async Task<bool> IsInsideAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/manager", UriKind.Relative), Cancellation);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    /// <summary>The whole page without what differs with every answer: the token, and the address that was typed.</summary>
    private static async Task<string> AnswerAsync(HttpClient browser, string email, string password)
    {
        using var answer = await browser.PostFormAsync(Door, ("email", email), ("password", password));
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation));
        foreach (var input in page.QuerySelectorAll("input"))
        {
            input.RemoveAttribute("value");
        }

        return $"{answer.StatusCode} {page.DocumentElement.OuterHtml}";
    }

    private static string ValueOf(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        _ => "01a21821-f695-7270-903a-e14613d04037",
    };
}
