using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PhongTho.Cms.Model;

/// <summary>Reads what a person typed for a single value, the Vietnamese way of writing numbers and days included.</summary>
internal static partial class FormScalars
{
    /// <summary>The value, or null and what to tell the person.</summary>
    public static object? Parse(Type type, string typed, out string? fault)
    {
        var text = typed.Trim();
        var value = type switch
        {
            _ when type == typeof(int) => Whole(text),
            _ when type == typeof(decimal) => Number(text),
            _ when type == typeof(DateOnly) => Day(text),
            _ when type == typeof(ItemId) => Guid.TryParse(text, out var id) ? new ItemId(id) : null,
            _ when type == typeof(SubjectId) => Guid.TryParse(text, out var id) ? new SubjectId(id) : null,
            _ when type == typeof(MediaId) => Guid.TryParse(text, out var id) ? new MediaId(id) : null,
            { IsEnum: true } => Array.Find((object[])[.. Enum.GetValues(type).Cast<object>()], choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()!) == text),
            _ => throw new NotSupportedException($"Forms have no field for {type.Name}."),
        };
        fault = value is null ? FaultOf(type, Shortened(text)) : null;
        return value;
    }

    public static PartialDate? PartialDay(string day, string month, string year, out string? fault)
    {
        (day, month, year) = (day.Trim(), month.Trim(), year.Trim());
        fault = null;
        if (day.Length + month.Length + year.Length == 0)
        {
            return null;
        }

        fault = Array.Find([day, month, year], static part => part.Length > 0 && !part.All(char.IsAsciiDigit)) is { } odd ? $"«{Shortened(odd)}» không phải là số."
            : year.Length == 0 ? "Thiếu năm. Chỉ biết năm thì điền mình năm."
            : year.Length != 4 ? "Năm viết đủ bốn chữ số."
            : month.Length == 0 && day.Length > 0 ? "Có ngày mà thiếu tháng."
            : null;
        if (fault is null)
        {
            string[] parts = [year, .. month.Length > 0 ? [month.PadLeft(2, '0')] : Array.Empty<string>(), .. day.Length > 0 ? [day.PadLeft(2, '0')] : Array.Empty<string>()];
            if (PartialDate.TryParse(string.Join('-', parts), out var date))
            {
                return date;
            }

            fault = $"Không có ngày {Shortened(string.Join('/', parts.Reverse()))}.";
        }

        return null;
    }

    private static object? Whole(string text) =>
        int.TryParse(WithoutGroups(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 1.500 is fifteen hundred here; 1.5 is what a keypad without a comma makes of 1,5.
    private static object? Number(string text) => decimal.TryParse(
        WithoutGroups(text).Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string WithoutGroups(string text) =>
        Grouped().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : text;

    private static object? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string FaultOf(Type type, string text) => type switch
    {
        _ when type == typeof(int) => $"«{text}» không phải là số nguyên.",
        _ when type == typeof(decimal) => $"«{text}» không phải là số. Phần lẻ viết sau dấu phẩy, ví dụ 1.250,5.",
        _ when type == typeof(DateOnly) => $"«{text}» không phải là ngày. Viết như 20/3/2023.",
        _ when type == typeof(MediaId) => "Không nhận ra tệp đã chọn. Hãy chọn lại từ thư viện.",
        _ when type == typeof(SubjectId) => "Không nhận ra hồ sơ đã chọn. Hãy chọn lại.",
        _ when type == typeof(ItemId) => "Không nhận ra nội dung đã chọn. Hãy chọn lại.",
        _ => $"Không có lựa chọn «{text}».",
    };

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"^[+-]?\d{1,3}([. ]\d{3})+(,\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}
