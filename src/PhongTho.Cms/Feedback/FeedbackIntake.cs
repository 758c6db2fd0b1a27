using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Feedback;

/// <summary>What came of sending a letter: taken, or not with what to mend.</summary>
public abstract record FeedbackOutcome
{
    private FeedbackOutcome()
    {
    }

    /// <param name="Secret">Told this once; only its hash is kept.</param>
    public sealed record Taken(string Code, string Secret) : FeedbackOutcome;

    public sealed record Amiss(IReadOnlyList<EntryProblem> Problems) : FeedbackOutcome;
}

/// <summary>Takes letters in. Difficulties go to the office that answers them at once, as the plan of 2023 has it.</summary>
public sealed class FeedbackIntake(CmsDatabase database, SiteBooks books, IContactSeal seal, TimeProvider clock)
{
    /// <param name="kinds">What the form offers.</param>
    public async Task<FeedbackOutcome> ReceiveAsync(FeedbackEntry entry, IReadOnlyList<FeedbackKind> kinds, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var clean = entry.Tidy();
        var problems = FeedbackChecks.Check(clean, kinds, book);
        return problems.Count > 0 ? new FeedbackOutcome.Amiss(problems) : await KeepAsync(clean, book, cancellation);
    }

    private async Task<FeedbackOutcome> KeepAsync(FeedbackEntry entry, SiteBook book, CancellationToken cancellation)
    {
        var secret = FollowCode.NewSecret();
        await using var work = await database.BeginAsync(Actor.Citizen, cancellation);
        var item = await AboutAsync(work.Db, entry.About, cancellation);
        var letter = new FeedbackLetter
        {
            Code = await NextCodeAsync(work.Db, cancellation),
            SecretHash = Secrets.Hash(secret),
            Kind = entry.Kind!.Value,
            ReceivedAt = work.Now,
            StateAt = work.Now,
            ItemId = item,
            About = item is null ? entry.About : "",
            Unit = entry.Unit.Length > 0 && entry.Unit != UnitChoices.Unknown ? book.Today(entry.Unit, SiteTime.Today(clock))?.Slug ?? entry.Unit : null,
            Text = entry.Text,
            Contact = entry.HasContact ? seal.Seal(ContentJson.Write(entry.Contact)) : null,
        };
        work.Db.Feedback.Add(letter);
        work.Record(ChangeVerb.FeedbackReceived, subject: FeedbackLog.SubjectOf(letter.Code));
        if (letter.Kind == FeedbackKind.Difficulty)
        {
            letter.RoutedTo = (await FeedbackRules.ReadAsync(work.Db, cancellation)).On(DateOnly.FromDateTime(SiteTime.Local(work.Now).DateTime)).Office;
            FeedbackDesk.Take(work, letter, FeedbackStep.Route);
        }

        await work.CommitAsync(cancellation);
        return new FeedbackOutcome.Taken(letter.Code, secret);
    }

    /// <summary>The item of an address as people paste it, or of its title. What readers cannot see now may be written about too: it was seen before.</summary>
    private static async Task<ItemId?> AboutAsync(CmsDb db, string about, CancellationToken cancellation)
    {
        var path = Destinations.PathOf(about);
        return path.Length == 0 ? null : await db.Items.Where(item => item.LiveRevisionId != null && (item.Path == path || item.Title == about))
            .OrderBy(item => item.Path == path ? 0 : 1).Select(static item => (ItemId?)item.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task<string> NextCodeAsync(CmsDb db, CancellationToken cancellation)
    {
        var year = SiteTime.Today(clock).Year;
        var prefix = FeedbackPages.Lane.Codes.PrefixOf(year);
        return FeedbackPages.Lane.Codes.After(await db.Feedback.Where(row => row.Code.StartsWith(prefix)).MaxAsync(row => (string?)row.Code, cancellation), year);
    }
}

/// <summary>How the log names letters: by code and step, never by person.</summary>
internal static class FeedbackLog
{
    public static string SubjectOf(string code) => "feedback:" + code;
}
