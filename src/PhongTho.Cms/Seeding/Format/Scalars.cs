using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Seeding;

/// <summary>How single values are written in files, and what a person is told when one cannot be read.</summary>
internal static class Scalars
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> EnumNames = new();

    /// <summary>The value, or null and a reason.</summary>
    public static object? Parse(Type type, string text, ReferenceLookup references, out string? fault)
    {
        fault = null;
        var value = type.IsEnum ? ParseEnum(type, text) : ParsePlain(type, text, references);
        if (value is null)
        {
            fault = FaultOf(type, text);
        }

        return value;
    }

    public static string Print(object value, ReferenceNames names) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => Print(SiteTime.Local(time)),
        ItemId id => "/" + names.Item(id),
        MediaId id => names.Media(id),
        SubjectId id => names.Subject(id),
        Enum => NamesOf(value.GetType()).Single(pair => pair.Value.Equals(value)).Key,
        PartialDate date => date.ToString(),
        _ => throw new NotSupportedException($"Files have no form for {value.GetType().Name}."),
    };

    private static object? ParseEnum(Type type, string text) => NamesOf(type).GetValueOrDefault(text);

    private static object? ParsePlain(Type type, string text, ReferenceLookup references) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(bool) => text switch { "true" => true, "false" => false, _ => null },
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        _ when type == typeof(decimal) =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ when type == typeof(PartialDate) => PartialDate.TryParse(text, out var date) ? date : null,
        _ when type == typeof(DateTimeOffset) => ParseTime(text),
        _ when type == typeof(ItemId) => references.Item(text.Trim('/')),
        _ when type == typeof(MediaId) => references.Media(text),
        _ when type == typeof(SubjectId) => references.Subject(text),
        _ => throw new NotSupportedException($"Files have no form for {type.Name}."),
    };

    // A time without its offset would mean another moment on another machine.
    private static object? ParseTime(string text) =>
        text.Contains('T', StringComparison.Ordinal) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static string FaultOf(Type type, string text) => type switch
    {
        _ when type.IsEnum => $"Giá trị «{text}» không có; nhận: {string.Join(", ", NamesOf(type).Keys)}.",
        _ when type == typeof(bool) => $"«{text}» phải là true hoặc false.",
        _ when type == typeof(int) => $"«{text}» không phải số nguyên.",
        _ when type == typeof(decimal) => $"«{text}» không phải số; dấu thập phân là dấu chấm.",
        _ when type == typeof(DateOnly) => $"Ngày «{text}» không hợp lệ; viết 2023-03-20.",
        _ when type == typeof(PartialDate) => $"Ngày «{text}» không hợp lệ; viết 2023, 2023-03 hoặc 2023-03-20.",
        _ when type == typeof(DateTimeOffset) => $"Thời điểm «{text}» không hợp lệ; viết 2023-06-12T07:30:00+07:00.",
        _ when type == typeof(ItemId) => $"Không có nội dung nào ở địa chỉ «{text}».",
        _ when type == typeof(SubjectId) => $"Không có hồ sơ gương nào mang mã «{text}».",
        _ when type == typeof(MediaId) => $"Không có tệp «{text}» trong thư viện.",
        _ => $"Không đọc được «{text}».",
    };

    private static string Print(DateTimeOffset local) =>
        local.ToString(local.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, object> NamesOf(Type type) => EnumNames.GetOrAdd(type, static key =>
        key.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(
            static field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name),
            static field => field.GetValue(null)!));
}
