using System.Globalization;

namespace PhongTho.Portal.Manager;

/// <summary>A branch of a tree that is put in order on a screen.</summary>
/// <param name="Order">Its place among all, for those without script.</param>
public sealed record TreeNode<T>(string Id, T Value, string? Parent, int Order, IReadOnlyList<TreeNode<T>> Children);

/// <summary>
/// Trees as forms carry them: a repeated <c>order</c> holds the ids in the order of the page, <c>parent.{id}</c> above whom each stands.
/// Without script people type numbers (<c>place.{id}</c>) and choose parents (<c>under.{id}</c>) instead.
/// </summary>
public static class TreeForm
{
    /// <summary>What the form says: ids in order, each with the id it stands under.</summary>
    public static IReadOnlyList<(string Id, string? Parent)> Read(IFormCollection form)
    {
        string[] ids = [.. form["order"].OfType<string>().Distinct(StringComparer.Ordinal)];
        return
        [
            .. ids.OrderBy(id => decimal.TryParse(form["place." + id], NumberStyles.Number, CultureInfo.InvariantCulture, out var place) ? place : Array.IndexOf(ids, id) + 1)
                .Select(id => (id, Parent(form, id) is { } parent && ids.Contains(parent) && parent != id ? parent : null)),
        ];
    }

    /// <summary>The tree of a flat list in order. A circle, which only a hand-made form can hold, is cut.</summary>
    public static IReadOnlyList<TreeNode<T>> Grow<T>(IReadOnlyList<(string Id, string? Parent, T Value)> flat)
    {
        var parents = flat.ToDictionary(static row => row.Id, static row => row.Parent, StringComparer.Ordinal);
        return Below(null);

        IReadOnlyList<TreeNode<T>> Below(string? parent) =>
        [
            .. flat.Select(static (row, place) => (row, place)).Where(at => Effective(at.row.Id) == parent)
                .Select(at => new TreeNode<T>(at.row.Id, at.row.Value, parent, at.place + 1, Below(at.row.Id))),
        ];

        string? Effective(string id)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { id };
            for (var at = parents[id]; at is not null; at = parents.GetValueOrDefault(at))
            {
                if (!seen.Add(at))
                {
                    return null;
                }
            }

            return parents[id];
        }
    }

    private static string? Parent(IFormCollection form, string id)
    {
        var typed = form.TryGetValue("under." + id, out var under) ? under : form["parent." + id];
        return string.IsNullOrEmpty(typed) ? null : typed.ToString();
    }
}
