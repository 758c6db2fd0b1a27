using Lucene.Net.Search;
using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Presenting;

/// <summary>Prints found documents: the stored text analysed again, for exact places cost less to find than to keep.</summary>
internal static class HitPrinter
{
    // A snippet from beyond the first hundred pages of a text is not worth reading them all.
    private const int LongestTextRead = 50_000;

    private static readonly IReadOnlyList<Zone> SnippetZones = [Zones.Summary, Zones.Body, Zones.Names];

    public static SearchHit Print(IndexSearcher searcher, FoundHit hit, Asked? asked)
    {
        var document = Schema.FromLucene(searcher.Doc(hit.Document));
        var texts = document.Texts.ToDictionary(zone => zone.Key, zone => Beginning(zone.Value));
        var syllables = texts.ToDictionary(zone => zone.Key, zone => Abbreviations.SpellOut(Syllables.Read(zone.Value)));
        var marked = asked is null ? null : new MarkedWords(asked, syllables.Values);

        var title = texts[Zones.Title];
        return new SearchHit(
            document.Key,
            document.Type,
            document.Texts[Zones.Title],
            MarkedHtml.Write(title, syllables[Zones.Title], marked),
            Snippet(texts, syllables, marked),
            hit.Score,
            document.PublishedAt,
            document.Stored);
    }

    private static string Beginning(string text) => text.Length > LongestTextRead ? text[..LongestTextRead] : text;

    private static string Snippet(Dictionary<Zone, string> texts, Dictionary<Zone, IReadOnlyList<Syllable>> syllables, MarkedWords? marked)
    {
        // Where nothing is found, as in browsing, the first zone that has any text.
        var (zone, passage) = SnippetZones
            .Where(zone => texts[zone].Length > 0)
            .Select(zone => (Zone: zone, Passage: Passage.Of(texts[zone], syllables[zone], marked)))
            .OrderByDescending(candidate => candidate.Passage.Worth)
            .FirstOrDefault();
        if (zone is null)
        {
            return "";
        }
        var text = texts[zone];
        var html = MarkedHtml.Write(text, passage.Start, passage.End, syllables[zone], marked);
        return (passage.Start > 0 ? "… " : "") + html + (passage.End < text.Length ? " …" : "");
    }
}
