using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Manager.SignIn;
using Xunit;

namespace PhongTho.Tests.Members;

public sealed class MembershipTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_sets_a_password_once_looking_at_it_uses_nothing_and_after_three_days_it_is_void()
    {
        await using var portal = await TestPortal.StartAsync();
        var membership = portal.Services.GetRequiredService<Membership>();
        var first = Assert.IsType<MemberOutcome.Done>(await membership.AddAsync(Actor.Console, new MemberDetails("a@vi-du.vn", "Vàng A Mẫu", [Role.Editor], null), null, Cancellation));
        var second = Assert.IsType<MemberOutcome.Done>(await membership.AddAsync(Actor.Console, new MemberDetails("b@vi-du.vn", "Vàng B Mẫu", [Role.Editor], null), null, Cancellation));
        using var browser = portal.Reader();
        var page = "/manager/set-up/" + first.Link;

        await browser.GetStringAsync(new Uri(page, UriKind.Relative), Cancellation);
        using var weak = await browser.PostFormAsync(page, ("name", "Vàng A Mẫu"), ("password", "matkhau2026!"));
        using var used = await browser.PostFormAsync(page, ("name", "Vàng A Mẫu"), ("password", Newsroom.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Equal("/manager/account/welcome", used.Headers.Location!.OriginalString);
        Assert.True(await SignInTests.IsInsideAsync(browser));
        portal.Time.Leap(MemberLinks.Lifetime + TimeSpan.FromSeconds(1));

        using var stranger = portal.Reader();
        Assert.Equal(HttpStatusCode.Gone, await StatusOfAsync(stranger, page));
        Assert.Equal(HttpStatusCode.Gone, await StatusOfAsync(stranger, "/manager/set-up/" + second.Link));
        Assert.IsType<MemberOutcome.Refused>(await portal.Services.GetRequiredService<MemberLinks>().UseAsync(first.Link!, "Kẻ Khác", Newsroom.Password, Cancellation));
    }

    [Fact]
    public async Task The_first_administrator_enters_by_the_consoles_link_which_outlives_restarts_and_not_its_use()
    {
        await using var portal = await TestPortal.StartAsync();
        var page = "/manager/set-up/" + await File.ReadAllTextAsync(Path.Combine(portal.Folder, "keys", "set-up"), Cancellation);
        await portal.Services.GetRequiredService<Portal.Hosting.FirstRun>().TellAsync("http://phongtho.test", Cancellation);
        using var browser = portal.Reader();

        using var taken = await browser.PostFormAsync(page, ("email", "quan-tri@vi-du.vn"), ("name", "Giàng A Thử"), ("password", Newsroom.Password));
        using var late = portal.Reader();

        Assert.Equal("/manager/account/welcome", taken.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(browser, "/manager/members"));
        Assert.Equal(HttpStatusCode.Gone, await StatusOfAsync(late, page));
        Assert.IsType<MemberOutcome.Refused>(await portal.Services.GetRequiredService<Membership>().AddFirstAsync("khac@vi-du.vn", "Người Khác", Newsroom.Password, Cancellation));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nobody_shuts_themselves_out()
    {
        await using var portal = await TestPortal.StartAsync();
        var membership = portal.Services.GetRequiredService<Membership>();
        var only = await portal.MemberAsync(Role.Administrator);
        var demoted = new MemberDetails(only.Email!, only.Name, [Role.Editor], null);

        Assert.Equal("lastAdministrator", CodeOf(await membership.CloseAsync(Actor.Console, only.Id, Cancellation)));
        Assert.Equal("lastAdministrator", CodeOf(await membership.ChangeAsync(Actor.Console, only.Id, demoted, Cancellation)));
        var other = await portal.MemberAsync(Role.Administrator);

        Assert.Equal("own", CodeOf(await membership.CloseAsync(Actor.Of(only), only.Id, Cancellation)));
        Assert.Equal("own", CodeOf(await membership.ChangeAsync(Actor.Of(only), only.Id, demoted, Cancellation)));
        Assert.Null(CodeOf(await membership.CloseAsync(Actor.Of(other), only.Id, Cancellation)));
    }

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Publisher)]
    [InlineData(Role.EmulationOfficer)]
    public async Task Only_administrators_touch_accounts(Role role)
    {
        await using var portal = await TestPortal.StartAsync();
        var membership = portal.Services.GetRequiredService<Membership>();
        var member = await portal.MemberAsync(role);
        var victim = await portal.MemberAsync(Role.Administrator);
        var actor = Actor.Of(member);
        using var browser = await portal.SignedInAsync(member);

        Assert.Equal("notAllowed", CodeOf(await membership.AddAsync(actor, new MemberDetails("x@vi-du.vn", "X", [Role.Administrator], null), null, Cancellation)));
        Assert.Equal("notAllowed", CodeOf(await membership.ChangeAsync(actor, member.Id, new MemberDetails(member.Email!, member.Name, [Role.Administrator], null), Cancellation)));
        Assert.Equal("notAllowed", CodeOf(await membership.ResetAsync(actor, victim.Id, Cancellation)));
        Assert.Equal("notAllowed", CodeOf(await membership.CloseAsync(actor, victim.Id, Cancellation)));
        foreach (var screen in new[] { "/manager/members", "/manager/members/new", $"/manager/members/{victim.Id}" })
        {
            Assert.Equal(HttpStatusCode.Redirect, await StatusOfAsync(browser, screen));
        }
    }

    [Fact]
    public async Task A_reset_voids_every_old_way_in_and_the_log_tells_of_it_without_secrets()
    {
        await using var portal = await TestPortal.StartAsync();
        var membership = portal.Services.GetRequiredService<Membership>();
        var administrator = await portal.MemberAsync(Role.Administrator);
        var member = await portal.MemberAsync(Role.Editor);
        using var open = await portal.SignedInAsync(member);

        var reset = Assert.IsType<MemberOutcome.Done>(await membership.ResetAsync(Actor.Of(administrator), member.Id, Cancellation));

        Assert.False(await SignInTests.IsInsideAsync(open));
        Assert.Null(await portal.Services.GetRequiredService<SignIns>().ByPasswordAsync(member.Email!, Newsroom.Password, Cancellation));
        await using var db = portal.Database.Open();
        var change = await db.Changes.OrderBy(change => change.Position).LastAsync(Cancellation);
        Assert.Equal((ChangeVerb.MemberReset, administrator.Id.ToString("D"), $"member:{member.Id:D}", null), (change.Verb, change.Actor, change.Subject, change.Note));
        Assert.DoesNotContain(await db.MemberLinks.Select(link => link.Id).ToListAsync(Cancellation), id => id == reset.Link);
    }

    [Fact]
    public async Task An_administrator_takes_a_contributor_in_and_hands_the_link_over_once()
    {
        await using var portal = await TestPortal.StartAsync();
        using var browser = await portal.SignedInAsync(Role.Administrator);
        (string, string)[] person = [("name", "Phàn Thị Minh Họa"), ("email", "minh-hoa@vi-du.vn"), ("roles", "contributor")];

        using var unitless = await browser.PostFormAsync("/manager/members/new", person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unitless.StatusCode);
        using var added = await browser.PostFormAsync("/manager/members/new", [.. person, ("unit", Newsroom.Unit)]);
        var shown = await browser.GetStringAsync(added.Headers.Location, Cancellation);
        var shownAgain = await browser.GetStringAsync(added.Headers.Location, Cancellation);
        using var taken = await browser.PostFormAsync("/manager/members/new", [.. person, ("unit", Newsroom.Unit)]);

        Assert.Contains("http://phongtho.test/manager/set-up/", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/manager/set-up/", shownAgain, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("Phàn Thị Minh Họa", await browser.GetStringAsync(new Uri("/manager/members?q=phan+hoa&role=contributor", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private static string? CodeOf(MemberOutcome outcome) => (outcome as MemberOutcome.Refused)?.Reason.Code;

    private static async Task<HttpStatusCode> StatusOfAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
