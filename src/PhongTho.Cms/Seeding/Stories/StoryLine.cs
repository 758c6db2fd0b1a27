using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhongTho.Cms.Markdown;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Seeding;

/// <summary>A line that can be taken: the story in its clean form, and the JSON it is stored as.</summary>
internal sealed record StoryRow(int Line, string Id, ContentBody Body, string Json, DateTimeOffset? PublishedAt);

/// <summary>One line of a file of stories, as other systems write it.</summary>
internal sealed record StoryLine
{
    private const int MaxIdLength = 200;

    [JsonConverter(typeof(TextOrNumber))]
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Body { get; init; }

    /// <summary>Instead of <see cref="Body"/>.</summary>
    public string? Html { get; init; }

    public string? Source { get; init; }

    public string? PublishedAt { get; init; }

    public string? Unit { get; init; }

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string>? Field { get; init; }

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>The row, or null and the reason in Vietnamese.</summary>
    public static StoryRow? Read(int line, string json, Func<string, string, bool> knowsTerm, out string? reason)
    {
        try
        {
            var read = JsonSerializer.Deserialize<StoryLine>(json, ContentJson.Options);
            return read is null ? Refuse("Dòng trống.", out reason) : read.ToRow(line, knowsTerm, out reason);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            // Half a surrogate pair passes the JSON grammar and fails later, in reading or in normalising the text.
            return Refuse("Không đọc được JSON: " + broken.Message, out reason);
        }
    }

    private static StoryRow? Refuse(string message, out string? reason)
    {
        reason = message;
        return null;
    }

    private StoryRow? ToRow(int line, Func<string, string, bool> knowsTerm, out string? reason)
    {
        var id = Id?.Normalize(NormalizationForm.FormC).Trim() ?? "";
        if (id.Length is 0 or > MaxIdLength || id.Any(char.IsControl))
        {
            return Refuse(id.Length == 0 ? "Thiếu «id»." : $"«id» phải là chữ, tối đa {MaxIdLength} ký tự.", out reason);
        }

        DateTimeOffset? publishedAt = null;
        if (PublishedAt is { Length: > 0 } && (publishedAt = ParseTime(PublishedAt)) is null)
        {
            return Refuse($"«publishedAt» không phải thời điểm ISO 8601: «{PublishedAt}».", out reason);
        }

        var body = BodyRules.Normalise(ToStory());
        if (BodyRules.Check(body, knowsTerm) is [var problem, ..])
        {
            return Refuse($"{problem.Field}: {problem.Message}", out reason);
        }

        reason = null;
        return new StoryRow(line, id, body, ContentJson.Write(body), publishedAt);
    }

    private Story ToStory() => new()
    {
        Title = Title ?? "",
        Summary = Summary ?? "",
        Tags = Tags ?? [],
        Fields = Field ?? [],
        Unit = Unit is { Length: > 0 } ? Unit : null,
        Authors = Authors ?? [],
        Source = Source is { Length: > 0 } ? Source : null,
        Blocks = Html is { Length: > 0 } ? [new RichTextBlock { Html = Html }]
            : Body is { Length: > 0 } ? [new RichTextBlock { Html = MarkdownText.FromPlainText(Body).Html }]
            : [],
    };

    // A time without an offset is the newsroom's own.
    private static DateTimeOffset? ParseTime(string text)
    {
        if (text.Length < 10 || text[4] != '-' || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return null;
        }

        return time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, SiteTime.Zone.GetUtcOffset(time))
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class OneOrMany : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? [reader.GetString()!]
                : JsonSerializer.Deserialize<List<string?>>(ref reader, options)?.OfType<string>().ToList();

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, options);
    }
}
