using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Menus;

/// <summary>An entry as its row in the form holds it.</summary>
public sealed record MenuRow(string Label, string Path);

/// <summary>The menus as one form: keys of the main menu begin with m, those of the footer with f.</summary>
public static class MenuForm
{
    public const char Main = 'm';

    public const char Footer = 'f';

    public static IReadOnlyList<TreeNode<MenuRow>> Of(IReadOnlyList<MenuEntry> entries, char menu)
    {
        var flat = new List<(string, string?, MenuRow)>();
        Add(entries, null);
        return TreeForm.Grow(flat);

        void Add(IReadOnlyList<MenuEntry> branch, string? parent)
        {
            foreach (var entry in branch)
            {
                var key = $"{menu}{flat.Count + 1}";
                flat.Add((key, parent, new MenuRow(entry.Label, entry.Path)));
                Add(entry.Children, key);
            }
        }
    }

    /// <summary>The menus the form holds, without rows that are to go or were never filled in.</summary>
    public static Cms.Sites.Menus Read(IFormCollection form)
    {
        var rows = TreeForm.Read(form).Where(row => !form.ContainsKey("remove." + row.Id))
            .Select(row => (row.Id, row.Parent, Value: new MenuRow(form["label." + row.Id].ToString().Trim(), form["path." + row.Id].ToString().Trim()))).ToList();
        var kept = rows.Where(row => row.Value.Label.Length > 0 || row.Value.Path.Length > 0 || rows.Exists(child => child.Parent == row.Id)).ToList();
        return new Cms.Sites.Menus { Main = Entries(kept, Main), Footer = Entries(kept, Footer) };
    }

    private static IReadOnlyList<MenuEntry> Entries(List<(string Id, string? Parent, MenuRow Value)> rows, char menu)
    {
        // A child of an entry that goes stays, one level up.
        var own = rows.Where(row => row.Id[0] == menu).ToList();
        return Entries(TreeForm.Grow<MenuRow>([.. own.Select(row => (row.Id, own.Exists(parent => parent.Id == row.Parent) ? row.Parent : null, row.Value))]));
    }

    private static IReadOnlyList<MenuEntry> Entries(IReadOnlyList<TreeNode<MenuRow>> nodes) =>
        [.. nodes.Select(static node => new MenuEntry { Label = node.Value.Label, Path = node.Value.Path, Children = Entries(node.Children) })];
}
