using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Where the site stands in the world: told by the host, the core cannot know it.</summary>
public sealed class SiteAddress
{
    /// <summary>Scheme and host, no slash at the end.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>Address of a file of the theme, with its fingerprint.</summary>
    public Func<string, string> Asset { get; set; } = static name => "/theme/" + name;
}

/// <summary>Builds what stands around every page. Menus lead only to what readers may see.</summary>
public sealed class SiteFrames(SiteAddress address, TimeProvider clock)
{
    public async Task<SiteFrame> BuildAsync(CmsDb db, SiteBook book, CancellationToken cancellation)
    {
        var settings = book.Settings;
        var owner = OwnerOn(settings, SiteTime.Today(clock));
        var hidden = await HiddenPathsAsync(db, book.Menus, cancellation);
        return new SiteFrame
        {
            Name = settings.Name,
            Tagline = settings.Tagline,
            Description = settings.Description,
            BaseUrl = address.BaseUrl,
            MainMenu = Visible(book.Menus.Main, hidden),
            FooterMenu = Visible(book.Menus.Footer, hidden),
            Owner = owner?.Name,
            OwnerFacts = Facts(owner),
            SourceNote = settings.SourceNote,
            ShareImage = await ShareImageAsync(db, settings, cancellation),
            Asset = address.Asset,
        };
    }

    private static SiteOwner? OwnerOn(SiteSettings settings, DateOnly day) =>
        settings.Owners.LastOrDefault(owner => (owner.From is null || owner.From <= day) && (owner.To is null || day <= owner.To));

    /// <summary>Menu addresses of items that are not live: a scheduled page enters the menu at its minute, by itself.</summary>
    private static async Task<HashSet<string>> HiddenPathsAsync(CmsDb db, Menus menus, CancellationToken cancellation)
    {
        string[] paths = [.. menus.Main.Concat(menus.Footer).SelectMany(Flatten).Select(entry => entry.Path.Trim('/')).Distinct()];
        var hidden = await db.Items.Where(item => paths.Contains(item.Path) && item.Standing != Editing.Standing.Live)
            .Select(item => item.Path).ToListAsync(cancellation);
        return [.. hidden];
    }

    private static IEnumerable<MenuEntry> Flatten(MenuEntry entry) => entry.Children.SelectMany(Flatten).Prepend(entry);

    private static IReadOnlyList<MenuLink> Visible(IReadOnlyList<MenuEntry> entries, HashSet<string> hidden) =>
    [
        .. entries.Where(entry => !hidden.Contains(entry.Path.Trim('/')))
            .Select(entry => new MenuLink(entry.Label, entry.Path, Visible(entry.Children, hidden))),
    ];

    private static IReadOnlyList<ListFact> Facts(SiteOwner? owner) =>
    [
        .. new (string Label, string? Value)[]
        {
            ("Chịu trách nhiệm nội dung", owner?.Responsible),
            ("Địa chỉ", owner?.Address),
            ("Điện thoại", owner?.Phone),
            ("Thư điện tử", owner?.Email),
            ("Giấy phép", owner?.License),
        }.Where(fact => fact.Value is { Length: > 0 }).Select(fact => new ListFact(fact.Label, fact.Value!)),
    ];

    private static async Task<PublicImage?> ShareImageAsync(CmsDb db, SiteSettings settings, CancellationToken cancellation)
    {
        if (settings.ShareImage is not { } id || await db.Media.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } file)
        {
            return null;
        }

        return PublicImage.Of(file, settings.Name);
    }
}
