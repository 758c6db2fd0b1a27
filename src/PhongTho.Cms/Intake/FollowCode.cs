using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PhongTho.Cms.Members;

namespace PhongTho.Cms.Intake;

/// <summary>The code of what was sent in and the word that opens it, as people read them from paper and type them.</summary>
/// <param name="Letters">What the codes of one lane begin with: <c>GT</c> for <c>GT-2026-000123</c>.</param>
public sealed record FollowCode(string Letters)
{
    /// <summary>Letters and digits nobody takes for one another on a hand-written note; ten of them are 49 bits.</summary>
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int SecretLength = 10;

    public string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(year)}{number:000000}");

    public string PrefixOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Letters}-{year:0000}-");

    public static int NumberOf(string code) => int.Parse(code.AsSpan(code.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The code as it is kept, however it was typed; null for what cannot be one of this lane.</summary>
    public string? Read(string? typed)
    {
        var parts = (typed ?? "").Trim().ToUpperInvariant().Split(['-', ' ', '–', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var letters, { Length: 4 } year, { Length: > 0 and <= 6 } number] && letters == Letters && year.All(char.IsAsciiDigit) && number.All(char.IsAsciiDigit)
            ? $"{Letters}-{year}-{number.PadLeft(6, '0')}"
            : null;
    }

    /// <summary>The code after the last one of the year. Ask inside a work, which holds the clock, so that nobody else is counting.</summary>
    /// <param name="last">The greatest code of the year; null for the first.</param>
    public string After(string? last, int year) => Of(year, last is null ? 1 : NumberOf(last) + 1);

    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, SecretLength);

    /// <summary>The secret without what people put between its letters.</summary>
    public static string ReadSecret(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>In two groups, for reading aloud.</summary>
    public static string Spaced(string secret) => secret.Length == SecretLength ? $"{secret[..5]}-{secret[5..]}" : secret;

    /// <summary>Compared in constant time.</summary>
    public static bool Opens(string secretHash, string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secretHash), Encoding.ASCII.GetBytes(Secrets.Hash(ReadSecret(typed))));
}
