using System.Text.RegularExpressions;

namespace PhongTho.Cms.Subjects;

/// <summary>A child's name as readers see it: «Lò Văn Mẫu» is «L.V.M.».</summary>
public static partial class Initials
{
    public static string Of(string name) => Are(name)
        ? name
        : string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => char.IsLetter(word[0])).Select(static word => $"{char.ToUpperInvariant(word[0])}."));

    /// <summary>True for a name that gives no more away; a remark in brackets may follow.</summary>
    public static bool Are(string name) => Pattern().IsMatch(name.Trim());

    [GeneratedRegex(@"^(\p{L}\.\s?)+(\(.*\))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
