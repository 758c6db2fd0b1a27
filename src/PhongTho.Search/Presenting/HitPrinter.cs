using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Presenting;

/// <summary>Prints found documents: the stored text analysed again, for exact places cost less to find than to keep.</summary>
internal static class HitPrinter
{
    // A snippet from beyond the first hundred pages of a text is not worth reading them all.
    private const int LongestTextRead = 50_000;

    public static SearchHit Print(Snapshot snapshot, FoundHit hit, Asked? asked, Abbreviations abbreviations)
    {
        var document = snapshot.Printed(hit.Document);
        var title = Text.Of(document[Zones.Title], abbreviations);
        // In the order in which a snippet is looked for.
        Text[] others = [Text.Of(document[Zones.Summary], abbreviations), Text.Of(document[Zones.Body], abbreviations), Text.Of(document[Zones.Names], abbreviations)];
        var marked = asked is null ? null : new MarkedWords(asked, others.Append(title).Select(text => text.Syllables));
        return new SearchHit(
            document.Key,
            document.Type,
            title.Written,
            MarkedHtml.Write(title.Written, title.Syllables, marked),
            Snippet(others, marked),
            hit.Score,
            document.PublishedAt,
            document.Stored);
    }

    private static string Snippet(Text[] texts, MarkedWords? marked)
    {
        // Where nothing is found, as in browsing, the first that has any text.
        var (text, passage) = texts
            .Where(text => text.Written.Length > 0)
            .Select(text => (Text: text, Passage: Passage.Of(text.Written, text.Syllables, marked)))
            .OrderByDescending(candidate => candidate.Passage.Worth)
            .FirstOrDefault();
        if (text is null)
        {
            return "";
        }
        var html = MarkedHtml.Write(text.Written, passage.Start, passage.End, text.Syllables, marked);
        return (passage.Start > 0 ? "… " : "") + html + (passage.End < text.Written.Length ? " …" : "");
    }

    private sealed record Text(string Written, IReadOnlyList<Syllable> Syllables)
    {
        public static Text Of(string stored, Abbreviations abbreviations)
        {
            var written = stored.Length > LongestTextRead ? stored[..LongestTextRead] : stored;
            return new Text(written, abbreviations.SpellOut(Vietnamese.Syllables.Read(written)));
        }
    }
}
