using System.Text;
using System.Text.RegularExpressions;
using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Understanding;

/// <summary>Notices a number whose thousands are typed apart, "35 000", and writes it as the collection has it.</summary>
internal static partial class SpacedNumbers
{
    public static string Join(string text, TermLookup lookup) =>
        text.Length > QuestionText.LongestText ? text : Groups().Replace(text, groups => IsOne(groups.Value, lookup) ? groups.Value.Replace(' ', '.') : groups.Value);

    // "lớp 10 250 em" has two numbers: as one the collection does not know it, or it knows the two beside each other.
    private static bool IsOne(string groups, TermLookup lookup)
    {
        var apart = groups.Split(' ');
        return lookup.Find(Schema.Words, Folding.FormsOf(string.Concat(apart)).FoldedBytes).Frequency > 0
            && lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.Pair(apart[0], apart[1]))).Frequency == 0;
    }

    [GeneratedRegex("(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Groups();
}
