using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace PhongTho.Cms.Model;

/// <summary>The fields of a record, in the order of its source, base record first. Import, export, forms, search and checks read it.</summary>
public sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private Shape(Type type)
    {
        Type = type;
        Fields =
        [
            .. Lineage(type).SelectMany(static owner => owner.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(static property => property.IsDefined(typeof(FieldAttribute)))
                .Select(static property => new ShapeField(property)),
        ];
    }

    public Type Type { get; }

    public IReadOnlyList<ShapeField> Fields { get; }

    public static Shape Of(Type type) => Known.GetOrAdd(type, static key => new Shape(key));

    private static IEnumerable<Type> Lineage(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) ? Lineage(parent).Append(type) : [type];
}

/// <summary>One field: its key in files, its label on forms, and what its value means.</summary>
public sealed class ShapeField
{
    internal ShapeField(PropertyInfo property)
    {
        var field = property.GetCustomAttribute<FieldAttribute>()!;
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Key = field.Key;
        Label = field.Label;
        Help = field.Help;
        Group = field.Group;
        IsLong = field.IsLong;
        MediaKind = property.GetCustomAttribute<MediaKindAttribute>()?.Kind;
        ItemType = property.GetCustomAttribute<ItemTypeAttribute>()?.Key;
        Answer = property.GetCustomAttribute<ItemTypeAttribute>()?.Answer;
        Taxonomy = property.GetCustomAttribute<TermAttribute>()?.Taxonomy;
        Searchable = property.GetCustomAttribute<SearchableAttribute>();
        IsMarkdown = property.IsDefined(typeof(MarkdownTextAttribute));
        IsRichText = property.IsDefined(typeof(RichTextAttribute));
        IsRequired = property.IsDefined(typeof(RequiredAttribute));
        MaxLength = property.GetCustomAttribute<MaxLengthAttribute>()?.Length;
        ElementType = ListElement(property.PropertyType);
        AllowsNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
    }

    public PropertyInfo Property { get; }

    /// <summary>Name in forms and in JSON: the property in camelCase.</summary>
    public string Name { get; }

    public string Key { get; }

    public string Label { get; }

    public string? Help { get; }

    /// <summary>The card of the form it stands on, when the record says so.</summary>
    public string? Group { get; }

    public bool IsLong { get; }

    /// <summary>What kind of file it takes, when it takes a file and the record says so.</summary>
    public string? MediaKind { get; }

    /// <summary>Of what type the item must be, when it takes an item and the record says so.</summary>
    public string? ItemType { get; }

    /// <summary>What the page of the item it points at calls the relation, when the record says so.</summary>
    public string? Answer { get; }

    public string? Taxonomy { get; }

    public SearchableAttribute? Searchable { get; }

    public bool IsMarkdown { get; }

    public bool IsRichText { get; }

    public bool IsRequired { get; }

    public int? MaxLength { get; }

    /// <summary>True when nothing at all may stand here.</summary>
    public bool AllowsNull { get; }

    /// <summary>Type of the elements when the field is a list; else null.</summary>
    public Type? ElementType { get; }

    public Type ValueType => ElementType ?? Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>True when the value is a record with fields of its own.</summary>
    public bool IsNested => IsRecordType(ValueType);

    /// <summary>The value, or the list's elements, one by one; nothing for null.</summary>
    public IEnumerable<object> Values(object owner) => Property.GetValue(owner) switch
    {
        null => [],
        string text => [text],
        IEnumerable list when ElementType is not null => list.Cast<object>(),
        var value => [value],
    };

    internal static bool IsRecordType(Type type) =>
        type == typeof(Block) || (type.IsClass && type != typeof(string) && Shape.Of(type).Fields.Count > 0);

    private static Type? ListElement(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
