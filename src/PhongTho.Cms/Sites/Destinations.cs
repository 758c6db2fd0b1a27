using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Consultations;

namespace PhongTho.Cms.Sites;

/// <summary>What readers find at an address of the site.</summary>
public enum DestinationKind
{
    /// <summary>A page the house makes by itself: home, search, places, feeds.</summary>
    House,
    Section,
    Live,

    /// <summary>An item that readers cannot see now.</summary>
    Hidden,

    /// <summary>An old address that leads on.</summary>
    Moved,
    Gone,
    Nowhere,
}

/// <summary>Where an address leads.</summary>
public sealed record Destination(DestinationKind Kind, string? Title = null, ItemId? Item = null)
{
    /// <summary>False when a reader who follows it is disappointed.</summary>
    public bool Works => Kind is DestinationKind.House or DestinationKind.Section or DestinationKind.Live or DestinationKind.Moved;
}

/// <summary>Looks where addresses lead, for menus and redirects that must not lead astray.</summary>
public static class Destinations
{
    /// <summary>First parts of addresses that the house answers itself; nothing else can ever stand under them.</summary>
    private static readonly HashSet<string> HouseRoots = new(StringComparer.Ordinal)
    {
        "", "api", "dia-phuong", "dong-gop", "dong-gop.csv", "gioi-thieu-guong", "health", "khen-thuong.csv", "lam-theo", "luu-tru", "manager", "media", "nhung", "oembed", "openapi", "robots.txt", "rss.xml", "sitemap.xml", "so-do-trang", "theme", "tim-kiem",
    };

    /// <summary>Single addresses that the house answers, between pages of the editors.</summary>
    private static readonly HashSet<string> HousePages = new(StringComparer.Ordinal)
    {
        "bang-xep-hang", "gioi-thieu/hoi-dong-tdkt", "gop-y-phan-anh", "gop-y-phan-anh/da-tra-loi", "gop-y-phan-anh/dinh-chinh", "gop-y-phan-anh/theo-doi", "gop-y-phan-anh/ve",
    };

    /// <summary>True when the house answers the address itself.</summary>
    public static bool IsOfTheHouse(string path) => HouseRoots.Contains(path.Split('/', 2)[0]) || HousePages.Contains(path) || IsOfConsultations(path) || path.EndsWith("/rss.xml", StringComparison.Ordinal);

    private static bool IsOfConsultations(string path) => path == ConsultationPages.Path || path.StartsWith(ConsultationPages.Path + "/", StringComparison.Ordinal);

    /// <summary>The bare path of an address as people paste it: without scheme, host, query, fragment and outer slashes.</summary>
    public static string PathOf(string address)
    {
        var text = address.Trim();
        if (Uri.TryCreate(text, UriKind.Absolute, out var full) && full.Scheme is "http" or "https")
        {
            text = Uri.UnescapeDataString(full.AbsolutePath);
        }

        return text.Split('?', '#')[0].Trim('/');
    }

    public static async Task<IReadOnlyDictionary<string, Destination>> OfAsync(CmsDb db, SiteBook book, IEnumerable<string> addresses, CancellationToken cancellation)
    {
        string[] paths = [.. addresses.Select(PathOf).Distinct()];
        var items = await db.Items.Where(item => paths.Contains(item.Path))
            .Select(static item => new { item.Path, item.Id, item.Standing, Title = item.DraftTitle == "" ? item.Title : item.DraftTitle }).ToDictionaryAsync(static item => item.Path, cancellation);
        var aliases = await db.Aliases.Where(alias => paths.Contains(alias.Path)).ToDictionaryAsync(static alias => alias.Path, cancellation);
        return paths.ToDictionary(static path => path, Look, StringComparer.Ordinal);

        Destination Look(string path)
        {
            if (items.TryGetValue(path, out var item))
            {
                return new Destination(item.Standing == Standing.Live ? DestinationKind.Live : DestinationKind.Hidden, item.Title, item.Id);
            }

            if (book.Section(path) is { } section)
            {
                return new Destination(DestinationKind.Section, section.Name);
            }

            if (IsOfTheHouse(path))
            {
                return new Destination(DestinationKind.House);
            }

            return aliases.TryGetValue(path, out var alias)
                ? new Destination(alias.IsGone ? DestinationKind.Gone : DestinationKind.Moved, alias.Target, alias.ItemId)
                : new Destination(DestinationKind.Nowhere);
        }
    }
}
