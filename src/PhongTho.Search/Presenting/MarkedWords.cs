using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Presenting;

/// <summary>Which syllables of one document are shown as found. Where the document has a word just as it was typed, its look-alikes stay unmarked.</summary>
internal sealed class MarkedWords
{
    private readonly Dictionary<string, HashSet<string?>> _formsByFolded = new(StringComparer.Ordinal);

    public MarkedWords(Asked asked, IEnumerable<IReadOnlyList<Syllable>> document)
    {
        foreach (var reading in asked.Words.SelectMany(word => word.Readings))
        {
            FormsOf(reading.Forms.Folded).Add(reading.Forms.Exact);
        }

        var asTyped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var syllables in document)
        {
            foreach (var syllable in syllables)
            {
                if (IsAsTyped(syllable))
                {
                    asTyped.Add(syllable.Folded);
                }
            }
        }
        foreach (var (folded, forms) in _formsByFolded)
        {
            if (!asTyped.Contains(folded))
            {
                forms.Add(null);
            }
        }
    }

    /// <summary>Null among the forms of a syllable means any marks.</summary>
    public bool Has(Syllable syllable) =>
        _formsByFolded.TryGetValue(syllable.Folded, out var forms) && (forms.Contains(null) || forms.Contains(syllable.Exact));

    private HashSet<string?> FormsOf(string folded) =>
        _formsByFolded.TryGetValue(folded, out var forms) ? forms : _formsByFolded[folded] = [];

    private bool IsAsTyped(Syllable syllable) => _formsByFolded.TryGetValue(syllable.Folded, out var forms) && forms.Contains(syllable.Exact);
}
