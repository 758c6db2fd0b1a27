using System.Globalization;
using System.Security.Cryptography;
using PhongTho.Cms.Members;

namespace PhongTho.Cms.Nominations;

/// <summary>The code of a nomination and the word that opens it, as people read them from paper and type them.</summary>
public static class NominationCode
{
    /// <summary>Letters and digits nobody takes for one another on a hand-written note; ten of them are 49 bits.</summary>
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int SecretLength = 10;

    public static string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(year)}{number:000000}");

    public static string PrefixOf(int year) => string.Create(CultureInfo.InvariantCulture, $"GT-{year:0000}-");

    public static int NumberOf(string code) => int.Parse(code.AsSpan(code.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The code as it is kept, however it was typed; null for what cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var parts = (typed ?? "").Trim().ToUpperInvariant().Split(['-', ' ', '–', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts is ["GT", { Length: 4 } year, { Length: > 0 and <= 6 } number] && year.All(char.IsAsciiDigit) && number.All(char.IsAsciiDigit)
            ? $"GT-{year}-{number.PadLeft(6, '0')}"
            : null;
    }

    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, SecretLength);

    /// <summary>The secret without what people put between its letters.</summary>
    public static string ReadSecret(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>In two groups, for reading aloud.</summary>
    public static string Spaced(string secret) => secret.Length == SecretLength ? $"{secret[..5]}-{secret[5..]}" : secret;

    /// <summary>Compared in constant time.</summary>
    public static bool Opens(Nomination nomination, string? typed) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.ASCII.GetBytes(nomination.SecretHash), System.Text.Encoding.ASCII.GetBytes(Secrets.Hash(ReadSecret(typed))));
}
