using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
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

    public static async Task<MediaRoom> EnterAsync(TestPortal portal, params Role[] roles)
    {
        var member = await portal.MemberAsync(roles);
        return new MediaRoom(await portal.SignedInAsync(member), Actor.Of(member));
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
