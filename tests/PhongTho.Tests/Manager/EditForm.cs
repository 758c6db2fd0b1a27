using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>The writing room as a browser without script sees and sends it.</summary>
internal sealed class EditForm
{
    private readonly IHtmlFormElement form;

    private EditForm(IHtmlDocument document, string address)
    {
        Document = document;
        Address = address;
        form = document.QuerySelector<IHtmlFormElement>("form.writing")!;
    }

    public IHtmlDocument Document { get; }

    public string Address { get; }

    public static async Task<EditForm> OpenAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(answer, address);
    }

    public static async Task<EditForm> ReadAsync(HttpResponseMessage answer, string address)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var read = new EditForm(await new HtmlParser().ParseDocumentAsync(html), address);
        Assert.True(read.form is not null, $"{address} answered {answer.StatusCode} without a form: {html[..Math.Min(400, html.Length)]}");
        return read;
    }

    /// <summary>Everything a browser would send, in the order of the page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.QuerySelectorAll("input, textarea, select").Where(control => control.GetAttribute("name") is not null && !IsDisabled(control)))
        {
            var name = control.GetAttribute("name")!;
            if (ValueOf(control) is { } value)
            {
                fields.Add(new(name, value));
            }
        }

        foreach (var (name, value) in typed)
        {
            var index = fields.FindIndex(field => field.Key == name);
            if (index >= 0)
            {
                fields[index] = new(name, value);
            }
            else
            {
                fields.Add(new(name, value));
            }
        }

        return fields;
    }

    public Task<HttpResponseMessage> SendAsync(HttpClient browser, params (string Name, string Value)[] typed) => PostAsync(browser, Address, Fields(typed));

    /// <summary>Presses a button of the form.</summary>
    public async Task<EditForm> PressAsync(HttpClient browser, string act, params (string Name, string Value)[] typed)
    {
        using var answer = await SendAsync(browser, [.. typed, ("do", act)]);
        return await ReadAsync(answer, Address);
    }

    public Task<(int Status, JsonElement Said)> AutosaveAsync(HttpClient browser, params (string Name, string Value)[] typed) => AutosaveAsync(browser, "", typed);

    /// <param name="window">What the script of the page calls its window.</param>
    public async Task<(int Status, JsonElement Said)> AutosaveAsync(HttpClient browser, string window, params (string Name, string Value)[] typed)
    {
        using var content = new FormUrlEncodedContent(Fields(typed));
        content.Headers.Add("Draft-Window", window);
        using var answer = await browser.PostAsync(new Uri(Address + "?handler=Autosave", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonDocument.Parse(json).RootElement);
    }

    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static bool IsDisabled(IElement control) => control.HasAttribute("disabled") || control.Closest("fieldset[disabled]") is not null || control.Closest("template") is not null;

    private static string? ValueOf(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };
}
