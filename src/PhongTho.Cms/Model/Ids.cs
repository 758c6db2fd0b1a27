using System.Text.Json;
using System.Text.Json.Serialization;

namespace PhongTho.Cms.Model;

/// <summary>Identity of a content item, for life: paths and titles change, this does not.</summary>
[JsonConverter(typeof(ItemIdJson))]
public readonly record struct ItemId(Guid Value)
{
    /// <summary>A new id whose order follows time.</summary>
    public static ItemId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public override string ToString() => Value.ToString("D");
}

/// <summary>Identity of a revision of an item.</summary>
public readonly record struct RevisionId(Guid Value)
{
    public static RevisionId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public override string ToString() => Value.ToString("D");
}

/// <summary>Identity of a dossier: a person, a household or a collective, apart from all that is written about them.</summary>
[JsonConverter(typeof(SubjectIdJson))]
public readonly record struct SubjectId(Guid Value)
{
    /// <summary>A new id whose order follows time.</summary>
    public static SubjectId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public override string ToString() => Value.ToString("D");
}

/// <summary>Identity of a media file; its bytes are addressed by their hash. The order follows time.</summary>
[JsonConverter(typeof(MediaIdJson))]
public readonly record struct MediaId(Guid Value) : IComparable<MediaId>
{
    public static MediaId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public static bool operator <(MediaId left, MediaId right) => left.CompareTo(right) < 0;

    public static bool operator >(MediaId left, MediaId right) => left.CompareTo(right) > 0;

    public static bool operator <=(MediaId left, MediaId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MediaId left, MediaId right) => left.CompareTo(right) >= 0;

    public int CompareTo(MediaId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}

internal sealed class ItemIdJson : JsonConverter<ItemId>
{
    public override ItemId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, ItemId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class MediaIdJson : JsonConverter<MediaId>
{
    public override MediaId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, MediaId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class SubjectIdJson : JsonConverter<SubjectId>
{
    public override SubjectId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, SubjectId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
