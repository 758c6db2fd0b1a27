using System.Reflection;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>A field or a block that is not the same in two texts.</summary>
/// <param name="Label">As on the form.</param>
/// <param name="BlockId">Null for fields.</param>
/// <param name="IsMoved">The block also stands at another place.</param>
public sealed record Difference(string Label, string? BlockId, DifferenceKind Kind, IReadOnlyList<WordRun> Runs, bool IsMoved = false);

public enum DifferenceKind
{
    Changed,
    Added,
    Removed,

    /// <summary>Same content at another place.</summary>
    Moved,

    /// <summary>Same words, dressed differently.</summary>
    Dressed,
}

/// <summary>Compares two bodies of one type field by field, and their blocks by the ids they keep for life.</summary>
internal sealed class Comparison(BodyTexts texts)
{
    public IReadOnlyList<Difference> Between(ContentBody older, ContentBody newer) =>
    [
        .. Shape.Of(newer.GetType()).Fields.Select(field => Field(field, older, newer)).OfType<Difference>(),
        .. Blocks(older.Blocks, newer.Blocks),
    ];

    private Difference? Field(ShapeField field, ContentBody older, ContentBody newer)
    {
        var (before, after) = (texts.Of(field, older), texts.Of(field, newer));
        if ((before.Length == 0 && after.Length == 0) || Same(field.Property.GetValue(older), field.Property.GetValue(newer)))
        {
            return null;
        }

        var kind = before.Length == 0 ? DifferenceKind.Added : after.Length == 0 ? DifferenceKind.Removed : KindOf(before, after);
        return new Difference(field.Label, null, kind, Words.Compare(before, after));
    }

    /// <summary>In the order of the newer text; what was removed stands after what it followed.</summary>
    private List<Difference> Blocks(IReadOnlyList<Block> older, IReadOnlyList<Block> newer)
    {
        var before = older.ToDictionary(static block => block.Id, StringComparer.Ordinal);
        var kept = newer.Where(block => before.ContainsKey(block.Id)).Select(static block => block.Id).ToHashSet(StringComparer.Ordinal);
        var still = InPlace([.. older.Select(static block => block.Id).Where(kept.Contains)], [.. newer.Select(static block => block.Id).Where(kept.Contains)]);
        var found = older.TakeWhile(block => !kept.Contains(block.Id)).Select(Removed).ToList();
        foreach (var block in newer)
        {
            var was = before.GetValueOrDefault(block.Id);
            found.AddRange((was is null ? Added(block) : Changed(was, block, !still.Contains(block.Id))) is { } difference ? [difference] : []);
            if (was is not null)
            {
                found.AddRange(older.SkipWhile(other => other.Id != block.Id).Skip(1).TakeWhile(other => !kept.Contains(other.Id)).Select(Removed));
            }
        }

        return found;
    }

    private Difference Added(Block block) => new(LabelOf(block), block.Id, DifferenceKind.Added, Words.Compare("", texts.OfRecord(block)));

    private Difference Removed(Block block) => new(LabelOf(block), block.Id, DifferenceKind.Removed, Words.Compare(texts.OfRecord(block), ""));

    private Difference? Changed(Block was, Block block, bool isMoved)
    {
        var (before, after) = (texts.OfRecord(was), texts.OfRecord(block));
        return was.GetType() == block.GetType() && Same(was, block)
            ? isMoved ? new Difference(LabelOf(block), block.Id, DifferenceKind.Moved, Words.Compare(before, after), IsMoved: true) : null
            : new Difference(LabelOf(block), block.Id, KindOf(before, after), Words.Compare(before, after), isMoved);
    }

    private static DifferenceKind KindOf(string before, string after) => before == after ? DifferenceKind.Dressed : DifferenceKind.Changed;

    private static string LabelOf(Block block) => block.GetType().GetCustomAttribute<BlockAttribute>()!.Label;

    private static bool Same(object? one, object? other) =>
        one is null || other is null ? one is null && other is null : ContentJson.Write(one) == ContentJson.Write(other);

    /// <summary>The most blocks that keep their order; all others were moved.</summary>
    private static HashSet<string> InPlace(string[] older, string[] newer)
    {
        var places = older.Select((id, place) => (id, place)).ToDictionary(static row => row.id, static row => row.place, StringComparer.Ordinal);
        var (longest, before) = (new int[newer.Length], new int[newer.Length]);
        var best = -1;
        for (var i = 0; i < newer.Length; i++)
        {
            (longest[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[newer[j]] < places[newer[i]] && longest[j] >= longest[i])
                {
                    (longest[i], before[i]) = (longest[j] + 1, j);
                }
            }

            best = best < 0 || longest[i] > longest[best] ? i : best;
        }

        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (; best >= 0; best = before[best])
        {
            kept.Add(newer[best]);
        }

        return kept;
    }
}
