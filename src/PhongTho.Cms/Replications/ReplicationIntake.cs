using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>What came of registering: taken, or not with what to mend.</summary>
public abstract record ReplicationOutcome
{
    private ReplicationOutcome()
    {
    }

    /// <param name="Secret">Told this once; only its hash is kept.</param>
    public sealed record Taken(string Code, string Secret) : ReplicationOutcome;

    public sealed record Amiss(IReadOnlyList<EntryProblem> Problems) : ReplicationOutcome;
}

/// <summary>Takes registrations in: from anybody, who gets a code to follow it, and from members.</summary>
public sealed class ReplicationIntake(CmsDatabase database, SiteBooks books, IContactSeal seal, TimeProvider clock)
{
    /// <param name="model">The way of doing that is to be copied.</param>
    /// <param name="member">Who registers with an account; null for a citizen.</param>
    public async Task<ReplicationOutcome> ReceiveAsync(ItemId model, ReplicationEntry entry, Actor? member, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var today = SiteTime.Today(clock);
        var clean = entry.Tidy();
        if (clean.Check(book, today, member is not null) is { Count: > 0 } problems)
        {
            return new ReplicationOutcome.Amiss(problems);
        }

        var secret = FollowCode.NewSecret();
        await using var work = await database.BeginAsync(member ?? Actor.Citizen, cancellation);
        var code = await ReplicationCodes.NextAsync(work.Db, today.Year, [], cancellation);
        work.Db.Replications.Add(new Replication
        {
            Code = code,
            SecretHash = Secrets.Hash(secret),
            ItemId = model,
            RegisteredAt = work.Now,
            StateAt = work.Now,
            Version = 1,
            Kind = clean.Kind!.Value,
            Who = clean.Who,
            ShowsName = clean.ShowsName,
            Households = clean.CountOfHouseholds ?? 1,
            // Who remembers an old name means the commune that holds its ground today.
            Unit = book.Today(clean.Unit, today)?.Slug ?? clean.Unit,
            Village = clean.Village,
            StartedOn = clean.Start(today),
            Plan = clean.Plan,
            Contact = member is null ? seal.Seal(ContentJson.Write(clean.Contact)) : null,
        });
        work.Record(ChangeVerb.ReplicationReceived, item: model, subject: ReplicationLog.SubjectOf(code));
        await work.CommitAsync(cancellation);
        return new ReplicationOutcome.Taken(code, secret);
    }
}
