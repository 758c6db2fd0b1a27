using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Rankings;

/// <summary>What the office and the units do with scores. Each verb gives the reason against it, or null when it is done.</summary>
public sealed class ScoreDesk(CmsDatabase database, TimeProvider clock)
{
    private static readonly Refusal missing = new("missing", "Không có khối, cụm hoặc tập thể này trong năm ấy.");

    private static readonly Refusal stale = new("stale", "Người khác vừa sửa ở đây. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Issues the table of a year or mends it. Once a block of the year is closed, what it was scored by stays.</summary>
    /// <param name="version">Nought for a new year.</param>
    public async Task<Refusal?> SaveTableAsync(ScoreTable table, int version, Actor actor, CancellationToken cancellation)
    {
        if ((ScoreRules.WhyNotKeep(actor) ?? Amiss(ScoreRules.Check(table))) is { } reason)
        {
            return reason;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var row = await work.Db.ScoreTables.FindAsync([table.Year], cancellation);
        if ((row?.Version ?? 0) != version)
        {
            return version == 0 ? new Refusal("taken", $"Năm {table.Year} đã có bảng điểm; hãy mở bảng ấy để sửa.") : stale;
        }

        if (await work.Db.EmulationBlocks.AnyAsync(block => block.Year == table.Year && block.ClosedOn != null, cancellation))
        {
            return new Refusal("closed", "Năm này đã có khối, cụm công bố kết quả, nên bảng điểm giữ nguyên.");
        }

        if (row is null)
        {
            work.Db.ScoreTables.Add(row = new ScoreTable { Year = table.Year });
        }

        (row.Source, row.Criteria, row.IsSample) = (table.Source, [.. table.Criteria], table.IsSample);
        row.Version++;
        work.Record(ChangeVerb.ScoresKept, subject: $"scores:{table.Year}", note: "Ghi bảng điểm");
        await work.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Puts a block together, or mends it.</summary>
    /// <param name="version">Nought for a new block.</param>
    public async Task<(string? Slug, Refusal? Reason)> SaveBlockAsync(EmulationBlock block, int version, Actor actor, CancellationToken cancellation)
    {
        if ((ScoreRules.WhyNotKeep(actor) ?? Amiss(ScoreRules.Check(block))) is { } reason)
        {
            return (null, reason);
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var slug = version == 0 ? Slug.Of(block.Name) : block.Slug;
        var row = await work.Db.EmulationBlocks.FindAsync([block.Year, slug], cancellation);
        if ((row?.Version ?? 0) != version)
        {
            return (null, version == 0 ? new Refusal("taken", $"Năm {block.Year} đã có khối, cụm mang tên này.") : stale);
        }

        if (row is not null && ScoreRules.WhyNotChange(row) is { } closed)
        {
            return (null, closed);
        }

        if (!await work.Db.ScoreTables.AnyAsync(table => table.Year == block.Year, cancellation))
        {
            return (null, new Refusal("table", $"Năm {block.Year} chưa có bảng điểm; hãy ghi bảng điểm trước."));
        }

        if (row is null)
        {
            work.Db.EmulationBlocks.Add(row = new EmulationBlock { Year = block.Year, Slug = slug, Name = block.Name });
        }

        (row.Name, row.Kind, row.Lead, row.Members, row.IsSample) = (block.Name, block.Kind, block.Lead, [.. block.Members], block.IsSample);
        Record(work, row, "Ghi khối, cụm");
        await work.CommitAsync(cancellation);
        return (slug, null);
    }

    /// <summary>A collective's own points.</summary>
    /// <param name="version">Of the sheet; nought for the first time.</param>
    public Task<Refusal?> ScoreAsync(int year, string block, string member, IReadOnlyList<Score> scores, int version, Actor actor, CancellationToken cancellation) =>
        SheetAsync(year, block, member, version, actor, (work, table, held, who, sheet) =>
        {
            if ((ScoreRules.WhyNotScore(held, who, sheet, actor) ?? Amiss(ScoreRules.Check(table, scores))) is { } reason)
            {
                return reason;
            }

            (sheet.Own, sheet.OwnAt) = ([.. scores], work.Now);
            return null;
        }, "Tự chấm điểm", cancellation);

    /// <summary>The points as they were checked: these count.</summary>
    /// <param name="remark">Needed where they differ from the own ones.</param>
    public Task<Refusal?> CheckAsync(int year, string block, string member, IReadOnlyList<Score> scores, string remark, int version, Actor actor, CancellationToken cancellation) =>
        SheetAsync(year, block, member, version, actor, (work, table, held, _, sheet) =>
        {
            var said = remark.Trim();
            if ((ScoreRules.WhyNotCheck(held, sheet, actor) ?? Amiss(ScoreRules.Check(table, scores))
                ?? (table.Total(scores) != table.Total(sheet.Own) && said.Length == 0 ? new Refusal("remark", "Điểm khác với điểm tự chấm: hãy ghi lý do để đơn vị biết.") : null)
                ?? (said.Length > 1000 ? new Refusal("remark", "Lời ghi dài quá; tối đa 1.000 chữ.") : null)) is { } reason)
            {
                return reason;
            }

            (sheet.Checked, sheet.CheckedAt, sheet.CheckedBy, sheet.Remark) = ([.. scores], work.Now, actor.Key, said);
            return null;
        }, "Kiểm tra điểm", cancellation);

    /// <summary>The block agreed: from now on nothing of it changes, and readers see it.</summary>
    public async Task<Refusal?> CloseAsync(int year, string slug, DateOnly on, string decision, int version, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.EmulationBlocks.FindAsync([year, slug], cancellation) is not { } block)
        {
            return missing;
        }

        var sheets = await work.Db.ScoreSheets.Where(sheet => sheet.Year == year && sheet.Block == slug).ToListAsync(cancellation);
        var reason = block.Version != version ? stale
            : ScoreRules.WhyNotClose(block, sheets, actor)
            ?? (on > SiteTime.Today(clock) ? new Refusal("day", "Ngày thống nhất không thể sau hôm nay.") : null)
            ?? (decision.Trim().Length > 300 ? new Refusal("decision", "Văn bản công nhận dài quá 300 chữ.") : null);
        if (reason is not null)
        {
            return reason;
        }

        (block.ClosedOn, block.Decision) = (on, decision.Trim());
        block.Version++;
        work.Record(ChangeVerb.RankingShown, subject: SubjectOf(block), note: "Thống nhất kết quả");
        await work.CommitAsync(cancellation);
        return null;
    }

    private async Task<Refusal?> SheetAsync(
        int year, string slug, string key, int version, Actor actor, Func<Work, ScoreTable, EmulationBlock, BlockMember, ScoreSheet, Refusal?> change, string note, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var table = await work.Db.ScoreTables.FindAsync([year], cancellation);
        var block = await work.Db.EmulationBlocks.FindAsync([year, slug], cancellation);
        if (table is null || block?.Members.FirstOrDefault(member => member.Key == key) is not { } member)
        {
            return missing;
        }

        var sheet = await work.Db.ScoreSheets.FindAsync([year, slug, key], cancellation);
        if ((sheet?.Version ?? 0) != version)
        {
            return stale;
        }

        if (sheet is null)
        {
            work.Db.ScoreSheets.Add(sheet = new ScoreSheet { Year = year, Block = slug, Member = key });
        }

        if (change(work, table, block, member, sheet) is { } reason)
        {
            return reason;
        }

        sheet.Version++;
        work.Record(ChangeVerb.ScoresKept, subject: SubjectOf(block), note: note);
        await work.CommitAsync(cancellation);
        return null;
    }

    private static Refusal? Amiss(IReadOnlyList<Problem> problems) => problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems };

    private static void Record(Work work, EmulationBlock block, string note)
    {
        block.Version++;
        work.Record(ChangeVerb.ScoresKept, subject: SubjectOf(block), note: note);
    }

    private static string SubjectOf(EmulationBlock block) => $"scores:{block.Year}:{block.Slug}";
}
