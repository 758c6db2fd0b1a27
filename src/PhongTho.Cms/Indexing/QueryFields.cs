using System.Text;
using System.Text.RegularExpressions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Indexing;

/// <summary>
/// Reads what those who want to may write among their words: <c>xã:Sin Suối Hồ</c>, <c>năm:2023</c>, <c>lĩnh vực:"văn hóa"</c>. A name or a value
/// that nobody knows stays an ordinary word: there is no wrong way to write.
/// </summary>
internal static partial class QueryFields
{
    private const int LongestValue = 8;
    private const int MostFields = 8;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["xa"] = Taxonomies.Unit,
        ["don vi"] = Taxonomies.Unit,
        ["dia phuong"] = Taxonomies.Unit,
        ["phuong"] = Taxonomies.Unit,
        ["nam"] = Taxonomies.Year,
        ["linh vuc"] = Taxonomies.Field,
        ["doi tuong"] = Taxonomies.SubjectKind,
        ["the loai"] = Taxonomies.Genre,
        ["chuyen muc"] = Taxonomies.Column,
        ["hinh thuc"] = Taxonomies.CommendationForm,
        ["loai"] = SearchFacets.Type,
    };

    /// <summary>The words that are left, and facet → value of the fields that were named.</summary>
    public static (string Words, IReadOnlyDictionary<string, string> Filters) Read(string typed, SiteBook book)
    {
        var filters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!typed.Contains(':', StringComparison.Ordinal))
        {
            return (typed, filters);
        }

        var words = typed.IsNormalizable() ? typed.Normalize(NormalizationForm.FormC) : typed;
        foreach (var field in FieldName().Matches(Folding.Fold(words)).Reverse().Take(MostFields))
        {
            var facet = Names[field.Groups["name"].Value];
            if (Folding.Fold(words).Length == words.Length && Value(words, field.Index + field.Length, facet, book) is { } value)
            {
                filters.TryAdd(facet, value.Slug);
                words = words.Remove(field.Index, value.End - field.Index).Insert(field.Index, " ");
            }
        }

        return (filters.Count == 0 ? typed : words.Trim(), filters);
    }

    private static (string Slug, int End)? Value(string words, int from, string facet, SiteBook book)
    {
        var syllables = Syllables.Read(words[from..]);
        for (var count = Math.Min(LongestValue, syllables.Count); count > 0; count--)
        {
            var written = syllables.Take(count).ToList();
            if (SlugOf(string.Join(' ', written.Select(syllable => syllable.Folded)), facet, book) is { } slug)
            {
                var end = from + written[^1].End;
                return (slug, end < words.Length && words[end] is '"' or '”' ? end + 1 : end);
            }
        }

        return null;
    }

    private static string? SlugOf(string folded, string facet, SiteBook book) => facet switch
    {
        Taxonomies.Year => folded.Length == 4 && folded.All(char.IsAsciiDigit) ? folded : null,
        Taxonomies.Unit => book.Units.OrderByDescending(unit => unit.ValidTo is null)
            .FirstOrDefault(unit => unit.Spellings.Append(unit.Name).Append(unit.FullName).Any(name => PlainWords.Of(name) == folded))?.Slug,
        SearchFacets.Type => ContentTypes.All.FirstOrDefault(type => PlainWords.Of(type.Label) == folded || type.Key == folded)?.Key,
        _ => book.TermsByTaxonomy.GetValueOrDefault(facet, [])
            .FirstOrDefault(term => PlainWords.Of(term.Name) == folded || (term.ShortName is { } name && PlainWords.Of(name) == folded))?.Slug,
    };

    /// <summary>False for texts with half characters, which no keyboard makes but anybody can send.</summary>
    private static bool IsNormalizable(this string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at])))
            {
                return false;
            }
        }

        return !text.Contains('\ufffe', StringComparison.Ordinal) && !text.Contains('\uffff', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w])(?<name>don vi|dia phuong|linh vuc|doi tuong|the loai|chuyen muc|hinh thuc|phuong|loai|nam|xa)\s?:\s?[""“]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldName();
}
