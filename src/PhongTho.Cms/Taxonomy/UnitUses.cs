using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Taxonomy;

/// <summary>Who speaks of a unit: content, other units, people bound to it, and every register whose rows lie in it.</summary>
internal static class UnitUses
{
    public static async Task<IReadOnlyList<TermUse>> OfAsync(CmsDb db, string slug, IReadOnlyList<Unit> all, CancellationToken cancellation)
    {
        var places = await TermUses.OfAsync(db, Taxonomies.Unit, slug, cancellation);
        var issuers = await TermUses.OfAsync(db, Taxonomies.Issuer, slug, cancellation);
        var members = await db.Users.Where(member => member.Unit == slug && member.ClosedAt == null).Select(static member => member.Name).ToListAsync(cancellation);
        return
        [
            .. places.Concat(issuers).Distinct(),
            .. all.Where(unit => unit.Parent == slug || unit.Successors.Contains(slug)).Select(static unit => new TermUse(null, "đơn vị " + unit.FullName, false)),
            .. members.Select(static name => new TermUse(null, "thành viên " + name, false)),
            .. await RegistersAsync(db, slug, cancellation),
        ];
    }

    private static async Task<IReadOnlyList<TermUse>> RegistersAsync(CmsDb db, string slug, CancellationToken cancellation)
    {
        (int Count, string Name)[] rows =
        [
            (await db.Subjects.CountAsync(row => row.Unit == slug, cancellation), "hồ sơ gương"),
            (await db.Replications.CountAsync(row => row.Unit == slug, cancellation), "lượt làm theo"),
            (await db.Contributions.CountAsync(row => row.Unit == slug, cancellation), "dòng của sổ đóng góp"),
            (await db.Commendations.CountAsync(row => row.Unit == slug || row.AuthorityUnit == slug, cancellation), "dòng của sổ khen thưởng"),
            (await db.Nominations.CountAsync(row => row.Unit == slug, cancellation), "lời giới thiệu gương"),
            (await db.Registrations.CountAsync(row => row.Unit == slug, cancellation), "bản đăng ký phấn đấu"),
            (await db.UnitPlans.CountAsync(row => row.Unit == slug, cancellation), "kế hoạch của đơn vị"),
            (await db.Inspections.CountAsync(row => row.Unit == slug, cancellation), "cuộc kiểm tra"),
        ];
        return [.. rows.Where(static row => row.Count > 0).Select(static row => new TermUse(null, $"{row.Count} {row.Name}", false))];
    }
}
