using System.Globalization;

namespace PhongTho.Portal.Manager;

/// <summary>Stretches of days in words.</summary>
public static class Periods
{
    public static string Of(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "không ghi",
        ({ } start, null) => "từ " + Day(start),
        (null, { } end) => "đến " + Day(end),
        ({ } start, { } end) => $"{Day(start)} – {Day(end)}",
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
