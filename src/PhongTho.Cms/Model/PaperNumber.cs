namespace PhongTho.Cms.Model;

/// <summary>What tells one paper from every other: its number counts anew each year, for each issuer and symbol (rule R9).</summary>
public sealed record PaperNumber(string Number, string Symbol, int Year, string? Issuer)
{
    /// <summary>Field of the form the number is typed into.</summary>
    public const string Field = "Số";

    /// <summary>As it is compared: <c>05</c> is <c>5</c>, <c>kh-ubnd</c> is <c>KH-UBND</c>.</summary>
    public static PaperNumber Of(string number, string? symbol, int year, string? issuer) =>
        new(Compared(number).TrimStart('0'), Compared(symbol ?? ""), year, string.IsNullOrEmpty(issuer) ? null : issuer);

    /// <summary>As papers print it: <c>05/KH-UBND</c>.</summary>
    public override string ToString() =>
        (Number.Length == 1 ? "0" : "") + Number + (Symbol.Length > 0 ? "/" + Symbol : "");

    private static string Compared(string text) => string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}
