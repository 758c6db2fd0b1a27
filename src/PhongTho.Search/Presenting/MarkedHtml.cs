using System.Text;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Presenting;

/// <summary>Writes text as HTML with <c>&lt;mark&gt;</c> around what was found; only &amp; &lt; &gt; and " are encoded, Vietnamese letters stay letters.</summary>
internal static class MarkedHtml
{
    public static string Write(string text, IReadOnlyList<Syllable> syllables, MarkedWords? marked) =>
        Write(text, 0, text.Length, syllables, marked);

    public static string Write(string text, int start, int end, IReadOnlyList<Syllable> syllables, MarkedWords? marked)
    {
        var html = new StringBuilder(end - start + 64);
        var written = start;
        foreach (var (from, to) in Runs(text, start, end, syllables, marked))
        {
            Encode(html, text.AsSpan(written..from));
            html.Append("<mark>");
            Encode(html, text.AsSpan(from..to));
            html.Append("</mark>");
            written = to;
        }
        Encode(html, text.AsSpan(written..end));
        return html.ToString();
    }

    // Neighbours parted by one space are one mark: found words read as the phrase they are.
    private static IEnumerable<(int From, int To)> Runs(string text, int start, int end, IReadOnlyList<Syllable> syllables, MarkedWords? marked)
    {
        if (marked is null)
        {
            yield break;
        }
        var (from, to) = (-1, -1);
        foreach (var syllable in syllables)
        {
            if (syllable.Start < start || syllable.End > end || !marked.Has(syllable))
            {
                continue;
            }
            // An abbreviation is several words in one place.
            if (from >= 0 && (syllable.Start < to || (syllable.Start == to + 1 && text[to] == ' ')))
            {
                to = syllable.End;
                continue;
            }
            if (from >= 0)
            {
                yield return (from, to);
            }
            (from, to) = (syllable.Start, syllable.End);
        }
        if (from >= 0)
        {
            yield return (from, to);
        }
    }

    private static void Encode(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\n' or '\r' or '\t' => html.Append(' '),
                _ => html.Append(character),
            };
        }
    }
}
