using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;

namespace PhongTho.Cms.Replications;

/// <summary>The codes of replications, counted within a year.</summary>
internal static class ReplicationCodes
{
    public static FollowCode Letters { get; } = new("NR");

    /// <summary>The next code of the year. Ask inside a work, which holds the clock, so that nobody else is counting.</summary>
    /// <param name="added">What this work has added already, and not yet saved.</param>
    public static async Task<string> NextAsync(CmsDb db, int year, IEnumerable<Replication> added, CancellationToken cancellation)
    {
        var prefix = Letters.PrefixOf(year);
        var saved = await db.Replications.Where(row => row.Code.StartsWith(prefix)).MaxAsync(row => (string?)row.Code, cancellation);
        var last = added.Select(static row => row.Code).Where(code => code.StartsWith(prefix, StringComparison.Ordinal)).Append(saved).Max(StringComparer.Ordinal);
        return Letters.After(last, year);
    }
}
