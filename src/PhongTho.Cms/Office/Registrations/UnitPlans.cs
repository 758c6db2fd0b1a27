using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>A unit on the board.</summary>
/// <param name="Plan">Null when none was told of.</param>
public sealed record UnitPlanRow(string Slug, string Name, UnitPlan? Plan, bool IsOverdue)
{
    public bool IsIssued => Plan is { State: UnitPlanState.Issued };
}

/// <summary>Who has issued a plan of the year, and who not yet.</summary>
public sealed record UnitPlanBoard(int Year, DateOnly? DueOn, IReadOnlyList<UnitPlanRow> Rows)
{
    public int Issued => Rows.Count(static row => row.IsIssued);
}

/// <summary>Plans that units issue by themselves each year: told by the unit or taken in by the office; the board shows who has one.</summary>
public sealed class UnitPlans(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>The whole board for the office, the own row for a unit; null when nobody asked for plans of the year.</summary>
    public async Task<UnitPlanBoard?> BoardAsync(int year, Actor reader, CancellationToken cancellation)
    {
        if (RegistrationSteps.WhyNotKeep(reader, null) is not null)
        {
            return null;
        }

        await using var db = database.Open();
        var board = await ReadAsync(db, await books.CurrentAsync(cancellation), year, SiteTime.Today(clock), cancellation);
        return board is null || RegistrationSteps.IsOfTheOffice(reader) ? board : board with { Rows = [.. board.Rows.Where(row => row.Slug == reader.Unit)] };
    }

    /// <param name="version">Nought for a plan nobody told of before.</param>
    public async Task<Refusal?> SaveAsync(UnitPlan plan, int version, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if ((RegistrationSteps.WhyNotKeep(actor, plan.Unit) ?? WhyNot(plan, book)) is { } reason)
        {
            return reason;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var row = await work.Db.UnitPlans.FindAsync([plan.Year, plan.Unit], cancellation);
        if ((row?.Version ?? 0) != version)
        {
            return new Refusal("stale", "Người khác vừa ghi kế hoạch của đơn vị này. Hãy tải lại trang rồi ghi tiếp.");
        }

        if (row is null)
        {
            work.Db.UnitPlans.Add(row = new UnitPlan { Unit = plan.Unit, Year = plan.Year });
        }

        (row.State, row.Number, row.IssuedOn, row.Link, row.Text) = (plan.State, plan.Number, plan.IssuedOn, plan.Link, plan.Text);
        row.Version++;
        work.Record(ChangeVerb.UnitPlanKept, subject: $"plan:{plan.Year}:{plan.Unit}", note: plan.State == UnitPlanState.Issued ? "Đã ban hành" : "Đang soạn");
        await work.CommitAsync(cancellation);
        return null;
    }

    internal static async Task<UnitPlanBoard?> ReadAsync(CmsDb db, SiteBook book, int year, DateOnly today, CancellationToken cancellation)
    {
        if (await db.RegistrationRounds.SingleOrDefaultAsync(round => round.Year == year, cancellation) is not { } round)
        {
            return null;
        }

        var plans = await db.UnitPlans.Where(plan => plan.Year == year).ToDictionaryAsync(static plan => plan.Unit, cancellation);
        return new UnitPlanBoard(year, round.PlansDueOn,
        [
            .. round.Units.Union(plans.Keys).Select(slug => Row(slug, plans.GetValueOrDefault(slug)))
                .OrderBy(row => book.Unit(row.Slug) is { } unit ? book.Units.IndexOf(unit) : int.MaxValue),
        ]);

        UnitPlanRow Row(string slug, UnitPlan? plan) =>
            new(slug, book.NameOf(Taxonomies.Unit, slug), plan, plan is not { State: UnitPlanState.Issued } && round.PlansDueOn < today);
    }

    private Refusal? WhyNot(UnitPlan plan, SiteBook book) =>
        book.Unit(plan.Unit) is null ? new Refusal("unit", "Hãy chọn đơn vị.")
        : plan.State == UnitPlanState.Issued && plan.IssuedOn is null ? new Refusal("day", "Kế hoạch đã ban hành cần có ngày ban hành.")
        : plan.IssuedOn > SiteTime.Today(clock) ? new Refusal("day", "Ngày ban hành không thể sau hôm nay.")
        : plan.Number.Length > 80 || plan.Text.Length > 4000 ? new Refusal("long", "Số, ký hiệu tối đa 80 chữ; tóm tắt tối đa 4.000 chữ.")
        : plan.Link.Length > 400 || (plan.Link.Length > 0 && !plan.Link.StartsWith('/') && !plan.Link.StartsWith("https://", StringComparison.Ordinal))
            ? new Refusal("link", "Liên kết phải là địa chỉ trong trang này (bắt đầu bằng /) hoặc https://…") : null;
}
