using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Publishing;

/// <summary>What each act does to an item, after the workflow had nothing against it.</summary>
internal static class ActSteps
{
    public static Task TakeAsync(Work work, WorkflowCase of, Act act, ActDetails details, TimeProvider clock, CancellationToken cancellation)
    {
        var item = of.Item;
        switch (act)
        {
            case Act.Submit:
                (item.SubmittedBy, item.SubmittedAt) = (work.Actor.Key, work.Now);
                Go(work, item, Stage.InReview, ChangeVerb.Submitted, details.Note);
                break;
            case Act.Recall:
                (item.SubmittedBy, item.SubmittedAt) = (null, null);
                Go(work, item, Stage.Draft, ChangeVerb.Recalled, null);
                break;
            case Act.RequestChanges:
                Go(work, item, Stage.ChangesRequested, ChangeVerb.ChangesRequested, details.Note);
                break;
            case Act.Approve:
                Go(work, item, Stage.Approved, ChangeVerb.Approved, details.Note);
                break;
            case Act.Schedule:
                Publisher.Schedule(work, item, details.At!.Value);
                break;
            case Act.Unschedule:
                Go(work, item, item.DraftRevisionId is null ? Stage.Idle : Stage.Approved, ChangeVerb.Unscheduled, null);
                break;
            case Act.Publish:
                return PublishAsync(work, of, clock, cancellation);
            case Act.Correct:
                return CorrectAsync(work, of, details.Note!.Trim(), clock, cancellation);
            case Act.Expire:
                Publisher.Expire(work, item, details.At);
                break;
            case Act.Release:
                return ReleaseAsync(work, of, clock, cancellation);
            case Act.Republish:
                return RepublishAsync(work, of, clock, cancellation);
            case Act.Hold or Act.Withdraw or Act.Retract or Act.Archive or Act.Unpublish:
                Leave(work, item, act, details.Note?.Trim());
                break;
            case Act.Forward:
                item.ForwardTo = details.ForwardTo;
                Told(work, item, ChangeVerb.Forwarded, details.ForwardTo);
                break;
            case Act.Trash:
                (item.TrashedAt, item.TrashedBy) = (work.Now, work.Actor.Key);
                Told(work, item, ChangeVerb.Trashed, null);
                break;
            case Act.Restore:
                (item.TrashedAt, item.TrashedBy) = (null, null);
                Told(work, item, ChangeVerb.Restored, null);
                break;
            case Act.Delete:
                return DeleteAsync(work, item, cancellation);
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "Writing and moving are acts of the drafts.");
        }

        return Task.CompletedTask;
    }

    /// <summary>What its hour found not fit to be published goes back to its editors.</summary>
    public static void GiveBack(Work work, ContentItem item, string reason) =>
        Go(work, item, item.DraftRevisionId is null ? Stage.Idle : Stage.ChangesRequested, ChangeVerb.ChangesRequested, reason);

    private static void Go(Work work, ContentItem item, Stage stage, ChangeVerb verb, string? note)
    {
        item.Stage = stage;
        item.PublishAt = null;
        item.ReviewNote = note is { Length: > 0 } ? note : null;
        Told(work, item, verb, item.ReviewNote);
    }

    private static void Told(Work work, ContentItem item, ChangeVerb verb, string? note)
    {
        item.Version++;
        work.Record(verb, item.Id, note: note);
    }

    /// <summary>What nobody agreed to and the text can do without stays behind, and the history says so.</summary>
    private static Task PublishAsync(Work work, WorkflowCase of, TimeProvider clock, CancellationToken cancellation)
    {
        var shown = of.Named.Shown(of.Body, SiteTime.DayOf(work.Now));
        var body = ReferenceEquals(shown, of.Body) ? shown : Drafts.Save(work, of.Item, shown, clock, NamedSubjects.LeftOutNote);
        return Publisher.PublishAsync(work, of.Item, body, cancellation: cancellation);
    }

    private static Task CorrectAsync(Work work, WorkflowCase of, string note, TimeProvider clock, CancellationToken cancellation)
    {
        var correction = new Correction { On = PartialDate.Of(DateOnly.FromDateTime(SiteTime.Local(work.Now).DateTime)), Text = note };
        var body = Drafts.Save(work, of.Item, of.Named.Shown(of.Body, SiteTime.DayOf(work.Now)) with { Corrections = [.. of.Body.Corrections, correction] }, clock, "Đính chính");
        return Publisher.PublishAsync(work, of.Item, body, note: note, cancellation: cancellation);
    }

    private static async Task ReleaseAsync(Work work, WorkflowCase of, TimeProvider clock, CancellationToken cancellation)
    {
        var item = of.Item;

        // What was archived before it was held must not come back into the lists.
        var before = await work.Db.Changes
            .Where(change => change.ItemId == item.Id && (change.Verb == ChangeVerb.Published || change.Verb == ChangeVerb.Released || change.Verb == ChangeVerb.Archived))
            .OrderByDescending(change => change.Position).Select(change => (ChangeVerb?)change.Verb).FirstOrDefaultAsync(cancellation);
        Publisher.Stand(work, item, before == ChangeVerb.Archived ? Standing.Archived : Standing.Live, null);
        await ShowAgainAsync(work, of, clock, cancellation);
    }

    private static async Task RepublishAsync(Work work, WorkflowCase of, TimeProvider clock, CancellationToken cancellation)
    {
        var item = of.Item;
        Publisher.Stand(work, item, Standing.Live, null);
        if (item.DraftRevisionId is null)
        {
            (item.Stage, item.PublishAt) = (Stage.Idle, null);
        }

        await ShowAgainAsync(work, of, clock, cancellation);
    }

    /// <summary>What was agreed to then and is not now stays away.</summary>
    private static async Task ShowAgainAsync(Work work, WorkflowCase of, TimeProvider clock, CancellationToken cancellation)
    {
        var was = of.AsItWas;
        if (was.Named.Shown(was.Body, SiteTime.DayOf(work.Now)) is var less && !ReferenceEquals(less, was.Body))
        {
            await Publisher.ReplaceLiveAsync(work, of.Item, less, clock, cancellation);
        }
    }

    private static void Leave(Work work, ContentItem item, Act act, string? note)
    {
        var standing = act switch
        {
            Act.Hold => Standing.OnHold,
            Act.Withdraw => Standing.Withdrawn,
            Act.Retract => Standing.Retracted,
            Act.Archive => Standing.Archived,
            _ => Standing.Private,
        };
        Publisher.Stand(work, item, standing, standing is Standing.OnHold or Standing.Retracted ? note : null);
        if (standing == Standing.Withdrawn)
        {
            // Nothing of it may go on its way to the public any more.
            (item.Stage, item.PublishAt) = (item.DraftRevisionId is null ? Stage.Idle : Stage.Draft, null);
        }
    }

    private static async Task DeleteAsync(Work work, ContentItem item, CancellationToken cancellation)
    {
        await work.Db.Revisions.Where(row => row.ItemId == item.Id).ExecuteDeleteAsync(cancellation);
        await work.Db.Aliases.Where(row => row.ItemId == item.Id).ExecuteDeleteAsync(cancellation);
        work.Db.Items.Remove(item);
        work.Record(ChangeVerb.Deleted, item.Id, note: item.DraftTitle);
    }
}
