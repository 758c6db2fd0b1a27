using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>The tree as it is to be, compared with the tree as it is.</summary>
internal sealed class TreePlan
{
    private readonly Dictionary<ItemId, TreePage> pages;
    private readonly List<TreePlace> places;
    private readonly Dictionary<ItemId, ItemId?> parents;

    /// <summary>Pages nobody spoke of stay under their parents, after those that were named.</summary>
    public TreePlan(IReadOnlyList<TreePage> pages, IReadOnlyList<TreePlace> places)
    {
        this.pages = pages.ToDictionary(static page => page.Id);
        this.places = [.. places.Where(place => this.pages.ContainsKey(place.Id)).DistinctBy(static place => place.Id)];
        var named = this.places.Select(static place => place.Id).ToHashSet();
        this.places.AddRange(pages.Where(page => !named.Contains(page.Id)).Select(static page => new TreePlace(page.Id, page.Parent)));
        parents = this.places.ToDictionary(static place => place.Id, static place => place.Parent);
    }

    public Refusal? WhyNot()
    {
        foreach (var place in places)
        {
            if (place.Parent is { } parent && !pages.ContainsKey(parent))
            {
                return SiteWork.Stale;
            }

            var above = Above(place.Id);
            if (above.Contains(place.Id))
            {
                return new Refusal("circle", $"«{pages[place.Id].Name}» không thể nằm trong chính nó hoặc trong trang con của nó.");
            }

            if (above.Count >= PageTree.Depth)
            {
                return new Refusal("deep", $"«{pages[place.Id].Name}» nằm quá sâu: cây trang có nhiều nhất {PageTree.Depth} cấp.");
            }
        }

        return null;
    }

    /// <summary>New addresses, parents before children. A page that stays under its parent keeps its own address, whatever its parent's is.</summary>
    public IReadOnlyList<(ItemId Id, string From, string To)> Moves()
    {
        var to = new Dictionary<ItemId, string>();
        foreach (var place in places.OrderBy(place => Above(place.Id).Count))
        {
            var page = pages[place.Id];
            var name = page.Path[(page.Path.LastIndexOf('/') + 1)..];
            var hasMoved = place.Parent != page.Parent || (place.Parent is { } known && to[known] != pages[known].Path);
            to[place.Id] = !hasMoved ? page.Path : place.Parent is { } parent ? to[parent] + "/" + name : name;
        }

        return [.. to.Where(move => move.Value != pages[move.Key].Path).Select(move => (move.Key, pages[move.Key].Path, move.Value))];
    }

    /// <summary>Places among brothers that are not what they are today; brothers who already stand right are left alone.</summary>
    public IEnumerable<(ItemId Id, int Order)> Orders()
    {
        foreach (var brothers in places.GroupBy(static place => place.Parent))
        {
            ItemId[] ids = [.. brothers.Select(static place => place.Id)];
            var isInOrder = ids.Zip(ids.Skip(1)).All(pair => IsBefore(pages[pair.First], pages[pair.Second]));
            for (var i = 0; i < ids.Length && !isInOrder; i++)
            {
                if (pages[ids[i]].Order != i + 1)
                {
                    yield return (ids[i], i + 1);
                }
            }
        }
    }

    private static bool IsBefore(TreePage left, TreePage right) =>
        left.Order < right.Order || (left.Order == right.Order && left.Parent == right.Parent && string.CompareOrdinal(left.Path, right.Path) < 0);

    private List<ItemId> Above(ItemId id)
    {
        var above = new List<ItemId>();
        for (var at = parents[id]; at is { } parent && !above.Contains(parent); at = parents.GetValueOrDefault(parent))
        {
            above.Add(parent);
        }

        return above;
    }
}
