using System.Text;
using AngleSharp.Html.Parser;
using Markdig;

namespace PhongTho.Cms.Markdown;

/// <summary>The one Markdown pipeline: CommonMark with tables, no raw HTML, always through the sanitizer.</summary>
public static class MarkdownText
{
    // Extensions are named one by one: "advanced" brings generic attributes, which bring live event handlers.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    public static SafeHtml Render(string source) => Sanitizer.Clean(Markdig.Markdown.ToHtml(source, Pipeline));

    /// <summary>The words alone, one line a paragraph, as search and summaries need them.</summary>
    public static string ToPlainText(string source) => HtmlToPlainText(Markdig.Markdown.ToHtml(source, Pipeline));

    /// <summary>The words of HTML alone, one line a paragraph.</summary>
    public static string HtmlToPlainText(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes)
        {
            var line = string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (line.Length > 0)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Plain text as HTML: paragraphs at blank lines or single line ends, everything encoded.</summary>
    public static SafeHtml FromPlainText(string text) => new(string.Concat(
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => "<p>" + Encode(line) + "</p>")));

    // As an HTML serialiser writes text, so that what comes back from the sanitizer is the same again.
    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
