using System.Net.Mail;
using System.Text;

namespace PhongTho.Cms.Intake;

/// <summary>What is amiss, at which field of the form.</summary>
/// <param name="Field">Id of the field on the page.</param>
public sealed record EntryProblem(string Field, string Message);

/// <summary>What strangers typed, as it is kept: NFC, trimmed, without control characters.</summary>
public static class Typed
{
    /// <summary>The most letters of a name, a place, a way to reach somebody.</summary>
    public const int MostOfLine = 160;

    public static string Line(string text) => string.Join(' ', Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Text(string text) => new string(
        [.. text.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal).Where(static letter => letter is '\n' || !char.IsControl(letter))]).Trim();

    /// <summary>True for what may be a telephone or an e-mail. Numbers are written in many ways; an address must only look like one.</summary>
    public static bool IsReach(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return text.Length <= MostOfLine
            && (text.Contains('@', StringComparison.Ordinal)
                ? MailAddress.TryCreate(text, out var mail) && mail.Host.Contains('.', StringComparison.Ordinal)
                : digits is >= 8 and <= 15 && text.All(static letter => char.IsAsciiDigit(letter) || letter is ' ' or '.' or '-' or '+' or '(' or ')'));
    }
}
