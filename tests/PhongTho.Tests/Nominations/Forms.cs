using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Nominations;

/// <summary>A citizen before the form, and what she types.</summary>
internal static class Forms
{
    public const string Address = "/gioi-thieu-guong";

    /// <summary>Must stand nowhere the public gets to, nor in the log.</summary>
    public const string Nominator = "Hoàng Thị Bímậtnhất";

    public const string Phone = "0912 345 678";

    public static NominationEntry Entry { get; } = new()
    {
        Kind = "ho-gia-dinh",
        Name = "Gia đình ông Lò Văn Kínđáo",
        Unit = "xa-hoang-then-cu",
        Village = "bản Kínxa 7",
        Deed = "Ông hiến đất mở đường vào bản và vận động cả bản cùng làm.",
        When = "từ tháng 3 năm 2025",
        Result = "400 m² đất",
        Fields = ["nong-thon-moi"],
        Criteria = [new CriterionAssessment { Criterion = "household-mutual-help", Result = CriterionResult.Met }],
        Source = "Tôi ở cùng bản.",
        IsSubjectAware = true,
        Contact = new NominatorContact(Nominator, Phone, "hàng xóm"),
        Agrees = true,
    };

    public static async Task<NominationOutcome.Taken> TakeAsync(this TestPortal portal, NominationEntry? entry = null, params IncomingPhoto[] photos) =>
        Assert.IsType<NominationOutcome.Taken>(await portal.Services.GetRequiredService<NominationIntake>().ReceiveAsync(entry ?? Entry, photos, null, TestContext.Current.CancellationToken));

    public static Dictionary<string, string> Fields() => new(StringComparer.Ordinal)
    {
        ["loai"] = Entry.Kind,
        ["ten"] = Entry.Name,
        ["xa"] = Entry.Unit,
        ["ban"] = Entry.Village,
        ["viec"] = Entry.Deed,
        ["khi-nao"] = Entry.When,
        ["ket-qua"] = Entry.Result,
        ["linh-vuc"] = "nong-thon-moi",
        ["tieu-chi"] = "household-mutual-help",
        ["biet-tu"] = Entry.Source,
        ["da-biet"] = "co",
        ["ho-ten"] = Nominator,
        ["lien-he"] = Phone,
        ["quan-he"] = "hàng xóm",
        ["dong-y"] = "co",
        ["trang-web"] = "",
        ["cong"] = "",
    };

    /// <summary>Opens the page as a reader does, and gives back its ticket.</summary>
    public static async Task<string> TicketAsync(this HttpClient reader) =>
        (await PageAsync(await reader.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken))).QuerySelector("input[name=ve]")!.GetAttribute("value")!;

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient reader, Dictionary<string, string> fields, (string Name, byte[] Bytes)[]? photos = null, string? origin = null, string? site = null)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in photos ?? [])
        {
            content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "anh", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    public static async Task<string> TextAsync(this HttpClient reader, string address) =>
        WebUtility.HtmlDecode(await (await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
