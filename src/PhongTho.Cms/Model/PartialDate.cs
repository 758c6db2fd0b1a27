using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PhongTho.Cms.Model;

/// <summary>
/// A day that may be known only to the month or the year, as on papers whose day was left blank
/// (<c>2023</c>, <c>2023-03</c>, <c>2023-03-20</c>).
/// </summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The first day it can mean.</summary>
    public DateOnly FirstDay => new(Year, Month ?? 1, Day ?? 1);

    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"Ngày «{text}» không hợp lệ; viết 2023, 2023-03 hoặc 2023-03-20.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
        {
            return false;
        }

        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] == 0)
            {
                return false;
            }
        }

        var month = parts.Length > 1 ? numbers[1] : (int?)null;
        var day = parts.Length > 2 ? numbers[2] : (int?)null;
        if (month > 12 || (day is { } d && d > DateTime.DaysInMonth(numbers[0], month!.Value)))
        {
            return false;
        }

        date = new PartialDate(numbers[0], month, day);
        return true;
    }

    /// <summary>The last day it can mean.</summary>
    public DateOnly LastDay => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>As machines write it: <c>2023-03</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>As readers see it: <c>20/3/2023</c>, <c>tháng 3 năm 2023</c>, <c>năm 2023</c>.</summary>
    public string ToVietnamese() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"năm {Year}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"tháng {Month} năm {Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Day:00}/{Month:00}/{Year}"),
    };

    /// <summary>Unknown parts sort before known ones of the same year and month.</summary>
    public int CompareTo(PartialDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}

internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a date: " + reader.GetString());

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
