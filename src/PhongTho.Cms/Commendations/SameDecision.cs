using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Commendations;

/// <summary>A number is unique within its year and issuer, so one decision names one subject once (rule R9).</summary>
internal static class SameDecision
{
    /// <summary>Code of the row that records the same decision for the same subject, or null.</summary>
    public static async Task<string?> FindAsync(CmsDb db, Commendation row, CancellationToken cancellation)
    {
        if (row.DecisionNumber.Length == 0)
        {
            return null;
        }

        var (code, number, symbol) = (row.Code, row.DecisionNumber, row.DecisionSymbol);
        var others = await db.Commendations.AsNoTracking().Where(other => other.Code != code && other.DecisionNumber == number && other.DecisionSymbol == symbol).ToListAsync(cancellation);
        return others.Find(other => other.DecidedOn?.Year == row.DecidedOn?.Year && Slug.Of(other.Authority) == Slug.Of(row.Authority) && IsSameSubject(other, row))?.Code;
    }

    public static bool IsSameSubject(Commendation left, Commendation right) => (left.ItemId is not null && left.ItemId == right.ItemId)
        || (left.SubjectId is not null && left.SubjectId == right.SubjectId)
        || (Slug.Of(left.SubjectName) == Slug.Of(right.SubjectName) && left.Unit == right.Unit && left.SubjectKind == right.SubjectKind);
}
