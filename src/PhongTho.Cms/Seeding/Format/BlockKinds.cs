using System.Collections.Frozen;
using System.Reflection;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>The kinds of block by the names they have in files.</summary>
internal static class BlockKinds
{
    /// <summary>What a block inside another one calls itself by.</summary>
    public const string NameKey = "loai";

    private static readonly FrozenDictionary<string, Type> ByName = typeof(Block).Assembly.GetTypes()
        .Where(static type => type.IsDefined(typeof(BlockAttribute)))
        .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static string Names { get; } = string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal));

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    public static string NameOf(Type block) => block.GetCustomAttribute<BlockAttribute>()!.Key;
}
