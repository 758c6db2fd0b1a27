using Microsoft.AspNetCore.Html;
using PhongTho.Cms.Markdown;

namespace PhongTho.Theme;

/// <summary>The one door through which markup is printed unencoded: only what has been through the sanitizer passes.</summary>
public static class SafeHtmlContent
{
    public static HtmlString Print(this SafeHtml html) => new(html.Html ?? "");
}
