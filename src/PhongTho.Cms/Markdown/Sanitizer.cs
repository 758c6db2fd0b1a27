using System.Text;
using Ganss.Xss;

namespace PhongTho.Cms.Markdown;

/// <summary>The one sanitizer: small semantic HTML comes out, whatever went in. Idempotent.</summary>
public static class Sanitizer
{
    private static readonly string[] Tags =
    [
        "p", "h2", "h3", "h4", "strong", "em", "s", "sub", "sup", "a", "ul", "ol", "li", "blockquote", "br", "hr", "code", "pre",
        "table", "thead", "tbody", "tr", "th", "td", "caption",
    ];

    private static readonly HtmlSanitizer Cleaner = Create();

    /// <summary>HTML with only our tags and safe links, NFC. Safe to call from many threads.</summary>
    public static SafeHtml Clean(string html)
    {
        var text = html.Normalize(NormalizationForm.FormC);
        return new SafeHtml(PlainParagraphs.Are(text) ? text : Cleaner.Sanitize(text));
    }

    private static HtmlSanitizer Create()
    {
        var cleaner = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "title", "lang", "colspan", "rowspan", "scope", "start"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["https", "http", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        })
        {
            // The text of an unknown tag is kept, but never that of script and style.
            KeepChildNodes = true,
        };
        cleaner.RemovingTag += static (_, e) =>
        {
            if (e.Tag.LocalName is "script" or "style" or "template" or "noscript" or "iframe" or "object" or "title" or "textarea")
            {
                e.Tag.InnerHtml = "";
            }
        };
        return cleaner;
    }
}
