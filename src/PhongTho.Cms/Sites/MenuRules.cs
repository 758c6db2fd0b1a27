using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>A menu entry that readers do not see, or that leads them astray, and why.</summary>
public sealed record MenuWarning(string Label, string Path, string Message);

/// <summary>What menus may hold, and what to tell their keeper about where they lead.</summary>
public static class MenuRules
{
    /// <summary>How many levels the site's header and footer can show.</summary>
    public const int Depth = 2;

    private const int MostEntries = 200;

    /// <summary>What keeps the menus from being saved; null when nothing does.</summary>
    public static Refusal? WhyNot(Menus menus)
    {
        List<Problem> problems = [.. Check(menus.Main, "Menu chính"), .. Check(menus.Footer, "Menu chân trang")];
        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được menu: còn mục cần sửa.") { Problems = problems };
    }

    /// <summary>Entries that lead nowhere, or to what readers cannot see now.</summary>
    public static async Task<IReadOnlyList<MenuWarning>> WarnAsync(CmsDb db, SiteBook book, Menus menus, CancellationToken cancellation)
    {
        MenuEntry[] entries = [.. All(menus).Where(static entry => IsOfSite(entry.Path))];
        var destinations = await Destinations.OfAsync(db, book, entries.Select(static entry => entry.Path), cancellation);
        return
        [
            .. entries.Select(entry => (entry, Destination: destinations[Destinations.PathOf(entry.Path)])).Where(static look => !look.Destination.Works)
                .Select(static look => new MenuWarning(look.entry.Label, look.entry.Path, Sentence(look.Destination))),
        ];
    }

    /// <summary>The same menus with an address changed where it stands alone or with a query.</summary>
    internal static Menus Follow(Menus menus, string from, string to) => menus with { Main = Follow(menus.Main, from, to), Footer = Follow(menus.Footer, from, to) };

    public static IEnumerable<MenuEntry> All(Menus menus) => menus.Main.Concat(menus.Footer).SelectMany(Flatten);

    private static IEnumerable<MenuEntry> Flatten(MenuEntry entry) => entry.Children.SelectMany(Flatten).Prepend(entry);

    private static IEnumerable<Problem> Check(IReadOnlyList<MenuEntry> entries, string menu)
    {
        if (entries.SelectMany(Flatten).Count() > MostEntries)
        {
            yield return new Problem(menu, $"Nhiều nhất {MostEntries} mục.");
        }

        if (entries.Any(static entry => entry.Children.Any(static child => child.Children.Count > 0)))
        {
            yield return new Problem(menu, $"Menu chỉ có {Depth} cấp; hãy đưa mục ở cấp sâu hơn ra ngoài.");
        }

        foreach (var entry in entries.SelectMany(Flatten))
        {
            var name = entry.Label.Length == 0 ? menu : $"{menu} › {entry.Label}";
            if (entry.Label.Length is 0 or > 80)
            {
                yield return new Problem(name, entry.Label.Length == 0 ? "Có mục chưa điền tên." : "Tên dài quá 80 ký tự.");
            }

            if (entry.Path.Length == 0 && entry.Children.Count == 0)
            {
                yield return new Problem(name, "Chưa điền địa chỉ. Chỉ mục có mục con mới được để trống.");
            }
            else if (entry.Path.Length > 0 && !IsOfSite(entry.Path) && !IsElsewhere(entry.Path))
            {
                yield return new Problem(name, "Địa chỉ phải bắt đầu bằng dấu / (trang này) hoặc https:// (trang khác).");
            }
        }
    }

    private static bool IsOfSite(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Any(char.IsWhiteSpace);

    private static bool IsElsewhere(string path) => path.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(path, UriKind.Absolute);

    private static string Sentence(Destination destination) => destination.Kind switch
    {
        DestinationKind.Hidden => $"«{destination.Title}» chưa đăng hoặc đã gỡ, nên mục này đang ẩn với người đọc.",
        DestinationKind.Gone => "Địa chỉ này đã báo là không còn.",
        _ => "Địa chỉ này chưa dẫn tới trang nào.",
    };

    private static MenuEntry[] Follow(IReadOnlyList<MenuEntry> entries, string from, string to) =>
        [.. entries.Select(entry => entry with { Path = Follow(entry.Path, "/" + from, "/" + to), Children = Follow(entry.Children, from, to) })];

    private static string Follow(string path, string from, string to) =>
        path == from || path.StartsWith(from + "?", StringComparison.Ordinal) || path.StartsWith(from + "#", StringComparison.Ordinal) ? to + path[from.Length..] : path;
}
