using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>Takes in how it went: from whoever copied, with code and secret, and from officers who write it down for them. A picture may prove it.</summary>
public sealed class ReplicationReports(CmsDatabase database, SiteBooks books, ReplicationPhotos photos)
{
    private static readonly EntryProblem closed = new("gui", "Mã hoặc từ khóa chưa đúng. Hãy mở lại từ trang theo dõi.");

    /// <summary>Who has code and secret tells the result; what is amiss, field by field.</summary>
    /// <param name="picture">Looked at only for a report that can be taken.</param>
    public async Task<IReadOnlyList<EntryProblem>> ReceiveAsync(string code, string? secret, ResultEntry entry, IncomingPhoto? picture, CancellationToken cancellation)
    {
        if (await WhyNotAsync(code, secret, cancellation) is { } stranger)
        {
            return [stranger];
        }

        if (entry.Tidy().Check() is { Count: > 0 } problems)
        {
            return problems;
        }

        var (file, bad) = await TakeAsync(picture, cancellation);
        if (bad is not null)
        {
            return [new EntryProblem("anh", bad.Message)];
        }

        var reason = await KeepAsync(code, version: null, entry, file, Actor.Citizen, static (_, row, _) => ReplicationSteps.WhyNot(ReplicationStep.Report, row.State, ReplicationHand.Follower), cancellation);
        return reason is null ? [] : [new EntryProblem("gui", reason.Message)];
    }

    /// <summary>Writes down the result for them; the reason against it, or null when it is done.</summary>
    public async Task<Refusal?> WriteAsync(string code, int version, ResultEntry entry, IncomingPhoto? picture, Actor actor, CancellationToken cancellation)
    {
        if (entry.Tidy().Check() is [var problem, ..])
        {
            return new Refusal("amiss", problem.Message);
        }

        var book = await books.CurrentAsync(cancellation);
        var (file, bad) = await TakeAsync(picture, cancellation);
        return bad ?? await KeepAsync(code, version, entry, file, actor, (work, row, by) => ReplicationSteps.WhyNot(ReplicationStep.Report, row.State, ReplicationInbox.HandOf(by, row, book, work.Now)), cancellation);
    }

    private async Task<EntryProblem?> WhyNotAsync(string code, string? secret, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var row = await db.Replications.SingleOrDefaultAsync(row => row.Code == code, cancellation);
        return row is not { SecretHash: { } hash } || !FollowCode.Opens(hash, secret) ? closed
            : ReplicationSteps.WhyNot(ReplicationStep.Report, row.State, ReplicationHand.Follower) is { } reason ? new EntryProblem("gui", reason.Message)
            : null;
    }

    private async Task<(string? File, Refusal? Reason)> TakeAsync(IncomingPhoto? picture, CancellationToken cancellation)
    {
        if (picture is null)
        {
            return (null, null);
        }

        await using var bytes = picture.Open();
        return await photos.TakeAsync(bytes, picture.Name, cancellation);
    }

    private async Task<Refusal?> KeepAsync(
        string code, int? version, ResultEntry entry, string? file, Actor actor, Func<Work, Replication, Actor, Refusal?> whyNot, CancellationToken cancellation)
    {
        string? left = file;
        try
        {
            await using var work = await database.BeginAsync(actor, cancellation);
            var row = await work.Db.Replications.SingleOrDefaultAsync(row => row.Code == code, cancellation);
            if ((row is null ? ReplicationDesk.Missing : version is { } seen && row.Version != seen ? ReplicationDesk.Stale : whyNot(work, row, actor)) is { } reason)
            {
                return reason;
            }

            var before = row!.EvidenceFile;
            Write(row, entry.Tidy(), file, actor);
            ReplicationDesk.Move(work, row, ReplicationStep.Report);
            await work.CommitAsync(cancellation);
            left = file is null ? null : before;
            return null;
        }
        finally
        {
            // The picture of a report that was not taken, or the one that a newer takes the place of.
            if (left is not null)
            {
                photos.Forget(left);
            }
        }
    }

    private static void Write(Replication row, ResultEntry entry, string? file, Actor actor)
    {
        (row.Result, row.ResultValue, row.ResultUnit) = (entry.Result, Numbers.Quantity(entry.Value), entry.Value.Length > 0 ? entry.Measure : "");
        row.EvidenceFile = file ?? row.EvidenceFile;
        row.ReportedBy = actor.Key;
    }
}
