using System.Collections.Frozen;
using System.Reflection;

namespace PhongTho.Cms.Model;

/// <summary>A type of content as the rest of the house sees it: names, addresses, fields. Drawn from the record alone.</summary>
public sealed class ContentType
{
    internal ContentType(Type body)
    {
        var attribute = body.GetCustomAttribute<ContentTypeAttribute>()!;
        Body = body;
        Key = attribute.Key;
        Label = attribute.Label;
        Plural = attribute.Plural;
        Section = attribute.Section;
        IsTree = attribute.IsTree;
        IsReplicable = attribute.IsReplicable;
        Shape = Shape.Of(body);
    }

    /// <summary>The record, a <see cref="ContentBody"/>.</summary>
    public Type Body { get; }

    public string Key { get; }

    public string Label { get; }

    public string Plural { get; }

    public string Section { get; }

    public bool IsTree { get; }

    public bool IsReplicable { get; }

    public Shape Shape { get; }

    /// <summary>True when every item is about one person, household or collective.</summary>
    public bool IsAboutOneSubject =>
        Shape.Fields.Any(static asked => asked is { Taxonomy: Taxonomies.SubjectKind, IsRequired: true }) && Shape.Fields.Any(static asked => FieldKinds.Of(asked) == FieldKind.Subject);

    public ContentBody Read(string json) => (ContentBody)ContentJson.Read(json, Body);

    /// <summary>Address of an item of this type with this slug.</summary>
    public string PathOf(string slug) => Section.Length == 0 ? slug : Section + "/" + slug;
}

/// <summary>All types of content: every record of this assembly that says it is one.</summary>
public static class ContentTypes
{
    private static readonly FrozenDictionary<string, ContentType> ByKey = typeof(ContentBody).Assembly.GetTypes()
        .Where(static type => type.IsDefined(typeof(ContentTypeAttribute)))
        .Select(static type => new ContentType(type))
        .ToFrozenDictionary(static type => type.Key, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, ContentType> ByBody = ByKey.Values.ToFrozenDictionary(static type => type.Body);

    public static IReadOnlyList<ContentType> All { get; } = [.. ByKey.Values.OrderBy(static type => type.Key, StringComparer.Ordinal)];

    public static ContentType Get(string key) => Find(key) ?? throw new ArgumentException($"No content type «{key}».", nameof(key));

    public static ContentType? Find(string key) => ByKey.GetValueOrDefault(key);

    public static ContentType Of(ContentBody body) => ByBody[body.GetType()];
}
