using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Taxonomy;
using Xunit;

namespace PhongTho.Tests.Fixtures;

/// <summary>People of a newsroom under test, made and signed in as real ones are.</summary>
public static class Newsroom
{
    public const string Password = "con trâu đi trước cái cày theo sau";

    /// <summary>The unit contributors are of.</summary>
    public const string Unit = "xa-vi-du";

    private static int count;

    /// <summary>A new member of these roles with <see cref="Password"/>.</summary>
    public static async Task<Member> MemberAsync(this TestPortal portal, params Role[] roles)
    {
        await KnowUnitAsync(portal);
        var number = Interlocked.Increment(ref count);
        var details = new MemberDetails($"nguoi{number}@vi-du.vn", $"Lò Văn Mẫu {number}", roles, Unit);
        var outcome = await portal.Services.GetRequiredService<Membership>().AddAsync(Actor.Console, details, Password, TestContext.Current.CancellationToken);
        return Assert.IsType<MemberOutcome.Done>(outcome).Member;
    }

    /// <summary>A browser of a new member of these roles, signed in by the real form. It shows redirects instead of following them.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestPortal portal, params Role[] roles) => await portal.SignedInAsync(await portal.MemberAsync(roles));

    /// <summary>A browser of this member, signed in by the real form.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestPortal portal, Member member)
    {
        var browser = portal.Reader();
        using var answer = await browser.PostFormAsync("/manager/sign-in", ("email", member.Email!), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>Opens the page and sends a form of it as a browser would: with the antiforgery token the page carries.</summary>
    /// <param name="url">Where the form is sent.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient browser, string url, params (string Name, string Value)[] fields) =>
        await browser.PostFormAsync(url, url.Split('?')[0], fields);

    /// <inheritdoc cref="PostFormAsync(HttpClient, string, ValueTuple{string, string}[])"/>
    /// <param name="page">The page the form stands on, when it is another one.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient browser, string url, string page, params (string Name, string Value)[] fields)
    {
        var html = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken));
        var token = html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        Assert.True(token is not null, $"{page} has no form.");
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await browser.PostAsync(new Uri(url, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task KnowUnitAsync(TestPortal portal)
    {
        await using var work = await portal.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken);
        if (await work.Db.Units.AnyAsync(unit => unit.Slug == Unit, TestContext.Current.CancellationToken))
        {
            return;
        }

        work.Db.Units.Add(new Unit { Slug = Unit, Name = "Ví Dụ", Kind = "Xã", FullName = "Xã Ví Dụ" });
        work.Record(ChangeVerb.UnitsSaved);
        await work.CommitAsync(TestContext.Current.CancellationToken);
    }
}
