using System.Runtime.InteropServices;
using Lucene.Net.Index;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Suggesting;

/// <summary>Completes what is being typed to a title or a name of one snapshot, from the beginning of any of its words, with or without marks.</summary>
internal sealed class Suggestions
{
    private const int MostEntriesRead = 400;
    private const int MostStartsPerEntry = 12;
    private const int LongestTyped = 200;

    private readonly Entry[] _entries;
    private readonly Start[] _starts;

    private Suggestions(Entry[] entries)
    {
        _entries = entries;
        _starts = [.. entries.SelectMany((entry, index) => StartsOf(entry, index))];
        Array.Sort(_starts, (left, right) => Rest(left).CompareTo(Rest(right), StringComparison.Ordinal));
    }

    public static Suggestions Of(DirectoryReader reader)
    {
        var live = MultiFields.GetLiveDocs(reader);
        var entries = Enumerable.Range(0, reader.MaxDoc)
            .Where(number => live is null || live.Get(number))
            .Select(number => Schema.FromLucene(reader.Document(number, Schema.SuggestedFields)))
            .SelectMany(EntriesOf)
            .GroupBy(entry => (entry.Folded, entry.Kind), (_, same) => Together([.. same]));
        return new Suggestions([.. entries]);
    }

    /// <summary>Those that begin as typed first, then those with a word that does; the more often met before the rarer.</summary>
    public IReadOnlyList<SearchSuggestion> Complete(string typed, int limit)
    {
        var sought = FoldedWords(typed.Length > LongestTyped ? typed[..LongestTyped] : typed);
        if (sought.Length == 0)
        {
            return [];
        }
        return
        [
            .. Enumerable.Range(FirstAtLeast(sought), MostEntriesRead)
                .TakeWhile(at => at < _starts.Length && Rest(_starts[at]).StartsWith(sought, StringComparison.Ordinal))
                .Select(at => _starts[at])
                .OrderBy(start => start.At > 0)
                .ThenByDescending(start => _entries[start.Entry].Count)
                .ThenBy(start => _entries[start.Entry].Folded.Length)
                .ThenBy(start => _entries[start.Entry].Text, StringComparer.Ordinal)
                .DistinctBy(start => start.Entry)
                .Take(limit)
                .Select(start => _entries[start.Entry])
                .Select(entry => new SearchSuggestion(entry.Text, entry.Kind, entry.Path)),
        ];
    }

    private static IEnumerable<Entry> EntriesOf(StoredDocument document) =>
        document.Texts[Zones.Names].Split('\n')
            .Select(name => new Entry(name, FoldedWords(name), "name", null, 1))
            .Prepend(new Entry(document.Texts[Zones.Title], FoldedWords(document.Texts[Zones.Title]), "title", document.Stored.GetValueOrDefault("path"), 1))
            .Where(entry => entry.Folded.Length > 0);

    private static Entry Together(IReadOnlyList<Entry> same) => same[0] with { Count = same.Count };

    private static string FoldedWords(string text) => string.Join(' ', Syllables.Read(text).Select(syllable => syllable.Folded));

    private static IEnumerable<Start> StartsOf(Entry entry, int index)
    {
        var at = 0;
        for (var starts = 0; starts < MostStartsPerEntry && at >= 0; starts++)
        {
            yield return new Start(index, at);
            var space = entry.Folded.IndexOf(' ', at);
            at = space < 0 ? -1 : space + 1;
        }
    }

    private int FirstAtLeast(string sought)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Rest(_starts[middle]).CompareTo(sought, StringComparison.Ordinal) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private ReadOnlySpan<char> Rest(Start start) => _entries[start.Entry].Folded.AsSpan(start.At);

    private sealed record Entry(string Text, string Folded, string Kind, string? Path, int Count);

    /// <summary>A word's beginning in an entry.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Start(int Entry, int At);
}
