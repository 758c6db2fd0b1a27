using System.Text.RegularExpressions;

namespace PhongTho.Cms.Commendations;

/// <summary>Number and symbol of a paper as Decree 30/2020 writes them: <c>1093/QĐ-UBND</c>; laws carry their year between.</summary>
public sealed partial record DecisionReference(string Number, string Symbol)
{
    /// <summary>Null for what is no number of a paper.</summary>
    public static DecisionReference? Read(string? text)
    {
        var match = Written().Match((text ?? "").Trim());
        return match.Success ? new DecisionReference(match.Groups["number"].Value, match.Groups["symbol"].Value) : null;
    }

    [GeneratedRegex(@"^(?:số\s*:?\s*)?(?<number>\d{1,6}[a-zA-Z]?)(?:\s*/\s*(?<symbol>(?:\d{4}\s*/\s*)?[^\W\d_][\w&]*(?:-[\w&]+)*))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
