using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace PhongTho.Cms.Model;

/// <summary>A kind of block as forms and the block picker see it. Drawn from the record alone.</summary>
public sealed class BlockType
{
    internal BlockType(JsonDerivedTypeAttribute derived)
    {
        var attribute = derived.DerivedType.GetCustomAttribute<BlockAttribute>()!;
        Record = derived.DerivedType;
        Key = (string)derived.TypeDiscriminator!;
        Label = attribute.Label;
        Help = attribute.Help ?? "";
        Words = attribute.Key.Replace('-', ' ');
        Shape = Shape.Of(Record);
    }

    /// <summary>The record, a <see cref="Block"/>.</summary>
    public Type Record { get; }

    /// <summary>Name in JSON and in forms: <c>richText</c>.</summary>
    public string Key { get; }

    public string Label { get; }

    public string Help { get; }

    /// <summary>Words without marks that find it too.</summary>
    public string Words { get; }

    public Shape Shape { get; }

    /// <summary>True when blocks stand inside it.</summary>
    public bool IsGroup => Shape.Fields.Any(static part => part.IsNested && Shape.Of(part.ValueType).Fields.Any(static inner => inner.ElementType == typeof(Block)));
}

/// <summary>All kinds of block, in the order of the picker.</summary>
public static class BlockTypes
{
    public static IReadOnlyList<BlockType> All { get; } =
        [.. typeof(Block).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(static derived => new BlockType(derived))];

    private static FrozenDictionary<string, BlockType> ByKey { get; } = All.ToFrozenDictionary(static type => type.Key, StringComparer.Ordinal);

    private static FrozenDictionary<Type, BlockType> ByRecord { get; } = All.ToFrozenDictionary(static type => type.Record);

    public static BlockType? Find(string key) => ByKey.GetValueOrDefault(key);

    public static BlockType Of(Block block) => ByRecord[block.GetType()];
}
