using System.Globalization;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Intake;

/// <summary>Numbers and days as people here type them: dots between thousands, a comma before decimals, the day first.</summary>
public static class Numbers
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static int? Whole(string text) => Quantity(text) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : null;

    /// <summary><c>1.200</c>, <c>2,9</c> and <c>2.9</c>; null for what is no number.</summary>
    public static decimal? Quantity(string text)
    {
        var clean = text.Trim();

        // One dot before one or two digits is a decimal point of who learned numbers on a telephone.
        var isPoint = clean.Count(static letter => letter == '.') == 1 && !clean.Contains(',', StringComparison.Ordinal) && clean.Length - clean.IndexOf('.', StringComparison.Ordinal) - 1 is 1 or 2;
        return decimal.TryParse(isPoint ? clean.Replace('.', ',') : clean, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, Vietnamese, out var number)
            ? number
            : null;
    }

    /// <summary><c>2026</c>, <c>3/2026</c>, <c>20/3/2026</c>, and as machines write it; null for what is no day.</summary>
    public static PartialDate? Day(string text)
    {
        if (PartialDate.TryParse(text.Trim(), out var written))
        {
            return written;
        }

        var parts = text.Split(['/', '-', '.'], StringSplitOptions.TrimEntries);
        return parts.Length is >= 1 and <= 3 && parts.All(static part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit))
            && PartialDate.TryParse(string.Join('-', parts.Reverse().Select(static (part, index) => index == 0 ? part : part.PadLeft(2, '0'))), out var day)
            ? day
            : null;
    }
}
