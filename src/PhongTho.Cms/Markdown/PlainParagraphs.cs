namespace PhongTho.Cms.Markdown;

/// <summary>
/// Recognises HTML that is nothing but paragraphs of text, which the sanitizer would hand back unchanged: most imported texts
/// are such, and parsing each of them into a document costs more than everything else about it.
/// </summary>
internal static class PlainParagraphs
{
    private const string Open = "<p>";
    private const string Close = "</p>";

    private static readonly string[] Entities = ["&amp;", "&lt;", "&gt;"];

    public static bool Are(ReadOnlySpan<char> html)
    {
        while (!html.IsEmpty)
        {
            if (!html.StartsWith(Open, StringComparison.Ordinal))
            {
                return false;
            }

            html = html[Open.Length..];
            var end = html.IndexOf('<');
            if (end < 0 || !html[end..].StartsWith(Close, StringComparison.Ordinal) || !IsText(html[..end]))
            {
                return false;
            }

            html = html[(end + Close.Length)..];
        }

        return true;
    }

    /// <summary>Only what a serialiser writes the same way again.</summary>
    private static bool IsText(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&>\u00A0\r\0") is >= 0 and var at)
        {
            var rest = text[at..];
            var entity = rest.StartsWith(Entities[0], StringComparison.Ordinal) ? Entities[0]
                : rest.StartsWith(Entities[1], StringComparison.Ordinal) ? Entities[1]
                : rest.StartsWith(Entities[2], StringComparison.Ordinal) ? Entities[2]
                : null;
            if (entity is null)
            {
                return false;
            }

            text = rest[entity.Length..];
        }

        return true;
    }
}
