using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>The site's sections as its keepers change them: one at a time, and their order.</summary>
public sealed class SectionEditing(CmsDatabase database, SiteBooks books)
{
    /// <summary>Adds a section, or changes the one at an address. A new address leaves the old one leading to it, and menus follow.</summary>
    /// <param name="path">Where the section is now; null for a new one.</param>
    /// <param name="seen">The <see cref="Stamp"/> of the section the person began with; ignored for a new one.</param>
    public async Task<Refusal?> SaveAsync(string? path, string? seen, Section section, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return await database.KeepSiteAsync(actor, async work =>
        {
            var all = await ReadAsync(work.Db, cancellation);
            var before = all.FirstOrDefault(known => known.Path == path);
            if (path is not null && (before is null || Stamp.Of(before) != seen))
            {
                return SiteWork.Stale;
            }

            var clean = BodyRules.Tidy(section);
            if (await SectionRules.WhyNotSaveAsync(work.Db, book, all, before, clean, cancellation) is { } reason)
            {
                return reason;
            }

            if (before is null || Stamp.Of(before) != Stamp.Of(clean))
            {
                await KeepAsync(work, before is null ? [.. all, clean] : [.. all.Select(known => known == before ? clean : known)], cancellation);
                await LeadOnAsync(work, before?.Path, clean.Path, cancellation);
            }

            return null;
        }, cancellation);
    }

    /// <summary>Removes a section; what was listed in it stays at its own addresses.</summary>
    public Task<Refusal?> DeleteAsync(string path, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            var all = await ReadAsync(work.Db, cancellation);
            var menus = await SiteEditing.ReadAsync(work.Db, Menus.Key, new Menus(), cancellation);
            if (SectionRules.WhyNotDelete(all.FirstOrDefault(section => section.Path == path), menus) is { } reason)
            {
                return reason;
            }

            await KeepAsync(work, [.. all.Where(section => section.Path != path)], cancellation);
            return null;
        }, cancellation);

    /// <summary>Puts the sections in this order; those not named keep theirs, after the named ones.</summary>
    public Task<Refusal?> OrderAsync(IReadOnlyList<string> paths, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            var all = await ReadAsync(work.Db, cancellation);
            Section[] ordered = [.. all.OrderBy(section => paths.Contains(section.Path) ? paths.TakeWhile(path => path != section.Path).Count() : int.MaxValue)];
            if (!ordered.SequenceEqual(all))
            {
                await KeepAsync(work, ordered, cancellation);
            }

            return null;
        }, cancellation);

    internal static async Task<IReadOnlyList<Section>> ReadAsync(CmsDb db, CancellationToken cancellation) =>
        (await SiteEditing.ReadAsync(db, Sections.Key, new Sections(), cancellation)).All;

    internal static Task KeepAsync(Work work, IReadOnlyList<Section> sections, CancellationToken cancellation) =>
        SiteEditing.KeepAsync(work, Sections.Key, new Sections { All = sections }, cancellation);

    private static async Task LeadOnAsync(Work work, string? from, string to, CancellationToken cancellation)
    {
        if (from is null || from == to)
        {
            return;
        }

        work.Db.Aliases.Add(new Alias { Path = from, Target = "/" + to });
        if (await work.Db.Aliases.FindAsync([to], cancellation) is { } back)
        {
            work.Db.Aliases.Remove(back);
        }

        var menus = await SiteEditing.ReadAsync(work.Db, Menus.Key, new Menus(), cancellation);
        if (MenuRules.All(menus).Any(entry => Destinations.PathOf(entry.Path) == from))
        {
            await SiteEditing.KeepAsync(work, Menus.Key, MenuRules.Follow(menus, from, to), cancellation);
        }
    }
}
