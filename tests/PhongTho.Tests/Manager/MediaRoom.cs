using System.Net.Http.Headers;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>A person at the library's screens: signed in, with a browser's cookies and the token of the form in front of them.</summary>
internal sealed class MediaRoom : IDisposable
{
    private MediaRoom(HttpClient client, Actor me) => (Client, Me) = (client, me);

    public HttpClient Client { get; }

    public Actor Me { get; }

    public static async Task<MediaRoom> EnterAsync(TestPortal portal, string name, params Role[] roles)
    {
        var member = new Member
        {
            Id = Guid.CreateVersion7(portal.Clock.GetUtcNow()), Name = name, Roles = roles, UserName = name, NormalizedUserName = name, SecurityStamp = "1", CreatedAt = portal.Clock.GetUtcNow(),
        };
        await using (var work = await portal.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken))
        {
            work.Db.Users.Add(member);
            work.Record(ChangeVerb.MemberAdded, subject: "member:" + member.Id);
            await work.CommitAsync(TestContext.Current.CancellationToken);
        }

        var client = portal.Reader();
        client.DefaultRequestHeaders.Add("Cookie", await CookieAsync(portal.Services, member));
        return new MediaRoom(client, Actor.Of(member));
    }

    /// <summary>The session's cookie as a browser would send it back.</summary>
    public static async Task<string> CookieAsync(IServiceProvider services, Member member)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        Claim[] claims = [new(ClaimTypes.NameIdentifier, member.Id.ToString("D")), new("stamp", member.SecurityStamp!)];
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    public async Task<IHtmlDocument> GetAsync(string address)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {answer.Headers.Location} {html}");
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends files as the plain form does, or as a script does when there is a handler.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string address, string? folder, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(await TokenAsync()), "__RequestVerificationToken");
        if (folder is not null)
        {
            form.Add(new StringContent(folder), "folder");
        }

        foreach (var (name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "file", name);
        }

        return await Client.PostAsync(address, form, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync();
        using var form = new FormUrlEncodedContent([.. fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await Client.PostAsync(address, form, TestContext.Current.CancellationToken);
    }

    /// <summary>Puts a file in the library in this person's name.</summary>
    public async Task<MediaFile> BringAsync(TestPortal portal, string folder, string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var outcome = await portal.Services.GetRequiredService<MediaLibrary>().UploadAsync(stream, folder, name, Me, TestContext.Current.CancellationToken);
        return Assert.IsType<MediaOutcome.Done>(outcome).File;
    }

    public void Dispose() => Client.Dispose();

    private async Task<string> TokenAsync()
    {
        var form = await GetAsync("/manager/media/upload");
        return form.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
