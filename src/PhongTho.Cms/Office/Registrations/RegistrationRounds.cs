using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>The years of registering, as the office opens and moves them.</summary>
public sealed class RegistrationRounds(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Newest year first.</summary>
    public async Task<IReadOnlyList<RegistrationRound>> ListAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.RegistrationRounds.OrderByDescending(static round => round.Year).ToListAsync(cancellation);
    }

    /// <summary>Units of a day that usually register: communes, and organisations of the register that stand alone.</summary>
    public static IReadOnlyList<UnitEntry> UsualUnits(SiteBook book, DateOnly day) => [.. book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(day))];

    /// <summary>Opens a year, or moves its days and units. Moving the deadline opens what it had locked.</summary>
    /// <param name="version">Null for a new year.</param>
    public async Task<Refusal?> SaveAsync(RegistrationRound round, int? version, Actor actor, CancellationToken cancellation)
    {
        if (!RegistrationSteps.IsOfTheOffice(actor))
        {
            return new Refusal("right", "Đợt đăng ký do cán bộ thi đua, khen thưởng mở.");
        }

        var book = await books.CurrentAsync(cancellation);
        if (WhyNot(round, book) is { } broken)
        {
            return broken;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var row = await work.Db.RegistrationRounds.FindAsync([round.Year], cancellation);
        if (version is null && row is not null)
        {
            return new Refusal("taken", $"Năm {round.Year} đã có đợt đăng ký; hãy mở đợt ấy để sửa.");
        }

        if (row is not null && row.Version != version)
        {
            return new Refusal("stale", "Người khác vừa sửa đợt đăng ký này. Hãy tải lại trang rồi sửa tiếp.");
        }

        if (row is null)
        {
            work.Db.RegistrationRounds.Add(row = new RegistrationRound { Year = round.Year, OpensOn = round.OpensOn, Deadline = round.Deadline });
        }

        (row.OpensOn, row.Deadline, row.PlansDueOn, row.Units) = (round.OpensOn, round.Deadline, round.PlansDueOn, [.. round.Units.Distinct()]);
        row.Version++;
        work.Record(ChangeVerb.RegistrationKept, subject: $"registration:{round.Year}", note: $"Hạn {round.Deadline:dd'/'MM'/'yyyy}");
        await work.CommitAsync(cancellation);
        return null;
    }

    private Refusal? WhyNot(RegistrationRound round, SiteBook book)
    {
        var thisYear = SiteTime.Today(clock).Year;
        return round.Year < 2000 || round.Year > thisYear + 2 ? new Refusal("year", $"Năm phải từ 2000 đến {thisYear + 2}.")
            : round.OpensOn > round.Deadline ? new Refusal("days", "Ngày mở phải trước hạn đăng ký.")
            : round.Units.Count == 0 ? new Refusal("units", "Hãy chọn ít nhất một đơn vị phải đăng ký.")
            : round.Units.Any(slug => book.Unit(slug) is null) ? new Refusal("units", "Có đơn vị không còn trong sổ; hãy chọn lại.")
            : null;
    }
}
