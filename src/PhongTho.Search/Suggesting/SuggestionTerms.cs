using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Suggesting;

/// <summary>What titles and names are called in the index so that a dictionary look-up completes them from the beginning of any of their words.</summary>
internal static class SuggestionTerms
{
    public const string Titles = "suggest.titles";
    public const string Names = "suggest.names";

    private const int MostStarts = 12;
    private const int Longest = 60;

    // Tells a beginning from the middle: those that begin as typed come first.
    private const char AtTheStart = '^';
    private const char Inside = '.';

    public static IEnumerable<string> Starts(IEnumerable<string> texts) =>
        texts.SelectMany(text => Starts(FoldedWords(text))).Distinct(StringComparer.Ordinal);

    public static string FromTheStart(string folded) => AtTheStart + Cut(folded);

    public static string FromInside(string folded) => Inside + Cut(folded);

    public static string FoldedWords(string text) => string.Join(' ', Syllables.Read(text).Select(syllable => syllable.Folded));

    private static IEnumerable<string> Starts(string folded)
    {
        if (folded.Length == 0)
        {
            yield break;
        }
        yield return FromTheStart(folded);
        var at = folded.IndexOf(' ', StringComparison.Ordinal);
        for (var starts = 1; starts < MostStarts && at >= 0; starts++)
        {
            yield return FromInside(folded[(at + 1)..]);
            at = folded.IndexOf(' ', at + 1);
        }
    }

    private static string Cut(string folded) => folded.Length > Longest ? folded[..Longest] : folded;
}
