using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>A step as offered to a person, with the reason beside it when it cannot be taken.</summary>
public sealed record OfferedStep(CommendationStep Step, string Label, Refusal? WhyNot);

/// <summary>A line of a row's log.</summary>
public sealed record CommendationLogLine(DateTimeOffset At, string Who, string What);

/// <summary>An item a row points at, as far as the newsroom names it.</summary>
public sealed record CommendationItem(ItemId Id, string Title, Standing Standing);

/// <summary>One row whole, as the office sees it.</summary>
public sealed record CommendationSheet(CommendationListRow Line, IReadOnlyList<CommendationWarning> Warnings, IReadOnlyList<OfferedStep> Steps, IReadOnlyList<CommendationLogLine> Log)
{
    public Commendation Row => Line.Row;

    /// <summary>Other rows of the same subject.</summary>
    public IReadOnlyList<CommendationListRow> Others { get; init; } = [];

    public CommendationItem? Item { get; init; }

    public CommendationItem? Story { get; init; }

    public CommendationItem? Document { get; init; }

    /// <summary>The document that revoked it.</summary>
    public CommendationItem? Revoking { get; init; }

    public CommendationRegime? Regime { get; init; }

    /// <summary>Why readers do not see it though it is decided; null when they do, or nothing is decided.</summary>
    public string? WhyUnseen { get; init; }
}

/// <summary>Puts together what the office needs to know of one row.</summary>
public sealed class CommendationSheets(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Null when there is none, or it does not concern this person's unit.</summary>
    public async Task<CommendationSheet?> FindAsync(string code, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        if (await CommendationLists.Readable(db, book, reader).SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } row)
        {
            return null;
        }

        var (key, today) = (row.AchievementKey, SiteTime.Today(clock));
        var same = await db.Commendations.Where(other => other.AchievementKey == key).ToListAsync(cancellation);
        var others = await OfSubjectAsync(db, row, cancellation);
        var items = await ItemsAsync(db, row, cancellation);
        var own = Named(items, row.ItemId);
        var isBeingVerified = own is { Standing: Standing.OnHold };
        return new CommendationSheet(
            CommendationLists.Fill(row, book, today, same.Count > 1 ? [key] : []),
            new CommendationWarnings(book).Of(row, same),
            [.. CommendationSteps.Rules.Select(rule => new OfferedStep(rule.Step, rule.Label, CommendationSteps.WhyNot(rule.Step, row.State, row.HeldFrom, isBeingVerified, reader)))],
            await LogAsync(db, code, cancellation))
        {
            Others = [.. others.Select(other => CommendationLists.Fill(other, book, today, []))],
            Item = own,
            Story = Named(items, row.StoryItemId),
            Document = Named(items, row.DecisionItemId),
            Revoking = Named(items, row.RevokingItemId),
            Regime = book.CommendationRules.Regimes.FirstOrDefault(regime => regime.Id == row.Regime),
            WhyUnseen = CommendationDesk.IsPublic(row) ? WhyUnseen(row, own) : null,
        };
    }

    /// <summary>What the warnings would say of an entry that is being written.</summary>
    public async Task<IReadOnlyList<CommendationWarning>> WarnAsync(CommendationEntry entry, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var row = new Commendation { Code = "", CreatedAt = clock.GetUtcNow() };
        entry.CopyTo(row, book.CommendationRules);
        var key = row.AchievementKey;
        var same = key.Length == 0 ? [] : await db.Commendations.Where(other => other.AchievementKey == key).ToListAsync(cancellation);
        return new CommendationWarnings(book).Of(row, same);
    }

    private static string? WhyUnseen(Commendation row, CommendationItem? own) => own switch
    {
        null when CommendationChecks.IsCollective(row.SubjectKind) => null,
        null => "Chưa gắn với gương nào trên cổng nên tên người, hộ gia đình không hiện ra: cần có bài, và sự đồng ý đi cùng bài.",
        { Standing: Standing.Live or Standing.Archived } => null,
        _ => "Bài về người được khen hiện không xem được, nên dòng này cũng không hiện với bạn đọc.",
    };

    private static async Task<IReadOnlyList<Commendation>> OfSubjectAsync(CmsDb db, Commendation row, CancellationToken cancellation)
    {
        var (code, item, subject, name, kind) = (row.Code, row.ItemId, row.SubjectId, row.SubjectName, row.SubjectKind);
        var near = await db.Commendations.Where(other => other.Code != code && ((item != null && other.ItemId == item) || (subject != null && other.SubjectId == subject) || (other.SubjectName == name && other.SubjectKind == kind)))
            .OrderByDescending(static other => other.ListedOn).ToListAsync(cancellation);
        return [.. near.Where(other => SameDecision.IsSameSubject(other, row))];
    }

    private static async Task<IReadOnlyList<CommendationItem>> ItemsAsync(CmsDb db, Commendation row, CancellationToken cancellation)
    {
        ItemId[] ids = [.. new[] { row.ItemId, row.StoryItemId, row.DecisionItemId, row.RevokingItemId }.OfType<ItemId>()];
        return await db.Items.Where(item => ids.Contains(item.Id))
            .Select(static item => new CommendationItem(item.Id, item.DraftTitle == "" ? item.Title : item.DraftTitle, item.Standing)).ToListAsync(cancellation);
    }

    private static CommendationItem? Named(IReadOnlyList<CommendationItem> items, ItemId? id) => items.FirstOrDefault(item => item.Id == id);

    private static async Task<IReadOnlyList<CommendationLogLine>> LogAsync(CmsDb db, string code, CancellationToken cancellation)
    {
        var subject = CommendationDesk.SubjectOf(code);
        var log = await db.Changes.Where(change => change.Subject == subject).OrderBy(static change => change.Position).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, log.Select(static change => change.Actor), cancellation);
        return [.. log.Select(change => new CommendationLogLine(change.At, names.Of(change.Actor), change.Note ?? ""))];
    }
}
