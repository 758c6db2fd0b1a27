using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Desk;

/// <summary>An item on somebody's desk: its text, where it stands, and what this person may do with it.</summary>
public sealed record DeskItem
{
    public required DeskRow Row { get; init; }

    /// <summary>The draft; without one, what is or was live.</summary>
    public required ContentBody Body { get; init; }

    /// <summary>Every act with the reason against it, for this person, now.</summary>
    public required IReadOnlyList<OfferedAct> Acts { get; init; }

    /// <summary>True when the body is a draft that differs from what readers have.</summary>
    public required bool HasDraft { get; init; }

    /// <summary>True when whoever wrote it may not decide on it (rule R8).</summary>
    public required bool NamesPrivatePerson { get; init; }

    /// <summary>What the form still lacks before it can be published.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    public required string CreatedBy { get; init; }

    public string? SubmittedBy { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? StandingNote { get; init; }

    public string? ForwardTo { get; init; }

    public Refusal? WhyNot(Act act) => Acts.Single(offered => offered.Act == act).WhyNot;
}

/// <summary>One item at a time, for those within whose reach it is.</summary>
public sealed class DeskItems(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Null when it is not there, or not for this person to see.</summary>
    public async Task<DeskItem?> FindAsync(ItemId id, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null || !actor.May(Right.Write) || !Workflow.IsWithinReach(item, actor) || await WorkflowCase.ReadAsync(db, book, item, cancellation) is not { } of)
        {
            return null;
        }

        var names = await ActorNames.OfAsync(db, [item.CreatedBy, item.DraftedBy, item.SubmittedBy], cancellation);
        return new DeskItem
        {
            Row = DeskLists.Row(item, names.Of(item.DraftedBy), item.DraftedAt),
            Body = of.Body,
            Acts = Workflow.Acts(of, actor, clock.GetUtcNow()),
            HasDraft = item.DraftRevisionId is not null,
            NamesPrivatePerson = of.NamesPrivatePerson,
            Problems = of.Problems,
            CreatedBy = names.Of(item.CreatedBy),
            SubmittedBy = item.SubmittedBy is { } submitter ? names.Of(submitter) : null,
            SubmittedAt = item.SubmittedAt,
            PublishedAt = item.PublishedAt,
            StandingNote = item.StandingNote,
            ForwardTo = item.ForwardTo,
        };
    }

    /// <summary>Who points at an item: asked before it goes into the trash.</summary>
    public async Task<IReadOnlyList<ItemUse>> UsesAsync(ItemId id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ItemUses.OfAsync(db, id, cancellation);
    }
}
