namespace PhongTho.Cms.Model;

/// <summary>Makes a record a type of content: the registry, forms, import, export, lists, search and the API follow from it.</summary>
/// <param name="key">Stable name in data and API answers, English, singular: <c>story</c>.</param>
/// <param name="label">What an editor calls it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContentTypeAttribute(string key, string label) : Attribute
{
    public string Key { get; } = key;

    public string Label { get; } = label;

    /// <summary>Plural in the API's addresses and the folder of its files in <c>content/</c>: <c>stories</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>Path of the section its items live in, without slashes at the ends; empty for items that stand at the root of the site.</summary>
    public string Section { get; init; } = "";

    /// <summary>True when items form a tree and their addresses follow it.</summary>
    public bool IsTree { get; init; }

    /// <summary>True for a way of doing: others register that they copy it, and its page tells who did.</summary>
    public bool IsReplicable { get; init; }
}

/// <summary>A property an editor fills in.</summary>
/// <param name="key">Key in front matter: Vietnamese without marks, kebab-case.</param>
/// <param name="label">Label on the form.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string key, string label) : Attribute
{
    public string Key { get; } = key;

    public string Label { get; } = label;

    public string? Help { get; init; }

    /// <summary>The card of the form it stands on; null for the place its kind gives it.</summary>
    public string? Group { get; init; }

    /// <summary>True for text that runs over several lines.</summary>
    public bool IsLong { get; init; }
}

/// <summary>What an editor calls a value of an enumeration.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ChoiceAttribute(string label) : Attribute
{
    public string Label { get; } = label;
}

/// <summary>Makes a record a block of a body.</summary>
/// <param name="key">Name of the fence in Markdown files.</param>
/// <param name="label">Name in the block picker.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockAttribute(string key, string label) : Attribute
{
    public string Key { get; } = key;

    public string Label { get; } = label;

    /// <summary>What it is for, in a few words, for the block picker.</summary>
    public string? Help { get; init; }
}

/// <summary>The file is of this kind: <c>image</c>, <c>video</c>, <c>audio</c> or <c>file</c> (any).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MediaKindAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}

/// <summary>The item is of this type of content.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemTypeAttribute(string key) : Attribute
{
    public string Key { get; } = key;

    /// <summary>The relation as the other side tells it, when it has a name there: what "replaces" is to the one that is replaced.</summary>
    public string? Answer { get; init; }
}

/// <summary>The value is a slug (or slugs) of this taxonomy: items are listed and counted by it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TermAttribute(string taxonomy) : Attribute
{
    public string Taxonomy { get; } = taxonomy;
}

/// <summary>The text is found by search; <see cref="IsName"/> marks short phrases such as people, numbers and places.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SearchableAttribute : Attribute
{
    public bool IsName { get; init; }
}

/// <summary>Markdown source: rendered by the one pipeline, never printed as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MarkdownTextAttribute : Attribute;

/// <summary>Small semantic HTML: sanitised on save.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RichTextAttribute : Attribute;
