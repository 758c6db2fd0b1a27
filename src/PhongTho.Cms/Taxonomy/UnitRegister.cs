using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Taxonomy;

/// <summary>The register of units in time as its keepers change it. Each verb gives the reason against it, or null when it is done.</summary>
public sealed class UnitRegister(CmsDatabase database)
{
    /// <summary>Adds a unit under a slug of its own, which never changes: codes and names of units do.</summary>
    /// <returns>The slug, or the reason against it.</returns>
    public async Task<(string? Slug, Refusal? Reason)> AddAsync(UnitEntry unit, Actor actor, CancellationToken cancellation)
    {
        string? slug = null;
        var reason = await database.KeepSiteAsync(actor, async work =>
        {
            var all = await work.Db.Units.ToListAsync(cancellation);
            var clean = Tidy(unit) with { Slug = Free(unit, all) };
            if (UnitRules.WhyNotSave(clean, all) is { } broken)
            {
                return broken;
            }

            var row = new Unit { Slug = clean.Slug, Name = clean.Name, FullName = clean.FullName, Order = all.Select(static known => known.Order + 1).DefaultIfEmpty().Max() };
            Write(row, clean);
            work.Db.Units.Add(row);
            Record(work, clean.Slug);
            slug = clean.Slug;
            return null;
        }, cancellation);
        return (reason is null ? slug : null, reason);
    }

    /// <param name="seen">The <see cref="Stamp"/> of the unit the person began with.</param>
    public Task<Refusal?> SaveAsync(UnitEntry unit, string seen, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            var all = await work.Db.Units.ToListAsync(cancellation);
            if (all.Find(known => known.Slug == unit.Slug) is not { } row)
            {
                return new Refusal("missing", "Đơn vị này không còn trong sổ.");
            }

            if (Stamp.Of(new UnitEntry(row)) != seen)
            {
                return SiteWork.Stale;
            }

            var clean = Tidy(unit);
            if (UnitRules.WhyNotSave(clean, all) is { } broken)
            {
                return broken;
            }

            Write(row, clean);
            if (work.Db.ChangeTracker.HasChanges())
            {
                Record(work, unit.Slug);
                await TermUses.TouchAsync(work, ChangeVerb.UnitsSaved, [Taxonomies.Unit, Taxonomies.Issuer], unit.Slug, cancellation);
            }

            return null;
        }, cancellation);

    /// <summary>Removes a unit nobody speaks of; refused, naming who does, while anybody does.</summary>
    public Task<Refusal?> DeleteAsync(string slug, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            var all = await work.Db.Units.ToListAsync(cancellation);
            if (all.Find(unit => unit.Slug == slug) is not { } row)
            {
                return new Refusal("missing", "Đơn vị này không còn trong sổ.");
            }

            if (TermUses.WhyNotDelete(row.FullName, await UnitUses.OfAsync(work.Db, slug, all, cancellation)) is { } reason)
            {
                return reason;
            }

            work.Db.Units.Remove(row);
            Record(work, slug);
            return null;
        }, cancellation);

    /// <summary>Everything that speaks of the unit: content, registers, other units, people bound to it.</summary>
    public async Task<IReadOnlyList<TermUse>> UsesAsync(string slug, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await UnitUses.OfAsync(db, slug, await db.Units.ToListAsync(cancellation), cancellation);
    }

    private static string Free(UnitEntry unit, List<Unit> all)
    {
        var wished = Slug.Of(unit.FullName.Length > 0 ? unit.FullName : unit.Name);
        return Enumerable.Range(1, all.Count + 1).Select(number => number == 1 ? wished : $"{wished}-{number}").First(slug => !all.Exists(known => known.Slug == slug));
    }

    private static UnitEntry Tidy(UnitEntry unit)
    {
        var (name, full) = (Text(unit.Name), Text(unit.FullName));
        return unit with
        {
            Name = name,
            Kind = Text(unit.Kind),
            FullName = full.Length == 0 ? name : full,
            Code = Text(unit.Code ?? "") is { Length: > 0 } code ? code : null,
            Parent = string.IsNullOrEmpty(unit.Parent) ? null : unit.Parent,
            Spellings = [.. unit.Spellings.Select(Text).Where(static text => text.Length > 0).Distinct()],
            Successors = [.. unit.Successors.Where(static slug => slug.Length > 0).Distinct()],
        };

        static string Text(string typed) => typed.Trim().Normalize();
    }

    private static void Write(Unit row, UnitEntry unit)
    {
        (row.Name, row.Kind, row.FullName, row.Code, row.Parent) = (unit.Name, unit.Kind, unit.FullName, unit.Code, unit.Parent);
        (row.ValidFrom, row.ValidTo, row.Spellings, row.Successors) = (unit.ValidFrom, unit.ValidTo, unit.Spellings, unit.Successors);
    }

    private static void Record(Work work, string slug) => work.Record(ChangeVerb.UnitsSaved, subject: "unit:" + slug);
}
