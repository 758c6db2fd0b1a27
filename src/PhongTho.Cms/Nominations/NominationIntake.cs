using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Nominations;

/// <summary>What came of sending a nomination: taken, or not with what to mend.</summary>
public abstract record NominationOutcome
{
    private NominationOutcome()
    {
    }

    /// <param name="Secret">Told this once; only its hash is kept.</param>
    public sealed record Taken(string Code, string Secret) : NominationOutcome;

    public sealed record Amiss(IReadOnlyList<EntryProblem> Problems) : NominationOutcome;
}

/// <summary>Takes nominations in: from citizens, who get a code to follow it, and from members on behalf of their unit.</summary>
public sealed class NominationIntake(CmsDatabase database, SiteBooks books, NominationPhotos photos, IContactSeal seal, TimeProvider clock)
{
    /// <param name="member">Who nominates with an account; null for a citizen.</param>
    public async Task<NominationOutcome> ReceiveAsync(NominationEntry entry, IReadOnlyList<IncomingPhoto> pictures, Actor? member, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var clean = Tidy(entry, book);
        var problems = NominationChecks.Check(clean, book, member is not null).ToList();
        if (pictures.Count > NominationEntry.MostPhotos)
        {
            problems.Add(new EntryProblem("anh", $"Chỉ gửi được tối đa {NominationEntry.MostPhotos} ảnh; bạn đang chọn {pictures.Count}."));
        }

        if (problems.Count > 0)
        {
            return new NominationOutcome.Amiss(problems);
        }

        var kept = new List<string>();
        try
        {
            foreach (var picture in pictures)
            {
                if (await TakePhotoAsync(picture, kept, cancellation) is { } reason)
                {
                    kept.ForEach(photos.Forget);
                    return new NominationOutcome.Amiss([new EntryProblem("anh", reason.Message)]);
                }
            }

            return await KeepAsync(clean, kept, book, member, cancellation);
        }
        catch
        {
            kept.ForEach(photos.Forget);
            throw;
        }
    }

    /// <summary>The entry as it is kept: trimmed, NFC, only criteria of its kind.</summary>
    private static NominationEntry Tidy(NominationEntry entry, SiteBook book) => entry with
    {
        Name = Typed.Line(entry.Name),
        Village = Typed.Line(entry.Village),
        Deed = Typed.Text(entry.Deed),
        When = Typed.Line(entry.When),
        Result = Typed.Text(entry.Result),
        Source = Typed.Text(entry.Source),
        Fields = [.. entry.Fields.Distinct(StringComparer.Ordinal)],
        Criteria = [.. entry.Criteria.Where(row => book.Term(Taxonomies.Criterion, row.Criterion)?.Group == entry.Kind).Select(static row => row with { Evidence = row.Evidence is { } evidence && Typed.Text(evidence) is { Length: > 0 } said ? said : null })],
        Contact = entry.Contact is { } contact ? new NominatorContact(Typed.Line(contact.Name), Typed.Line(contact.Reach), Typed.Line(contact.Relation)) : null,
    };

    private async Task<Refusal?> TakePhotoAsync(IncomingPhoto picture, List<string> kept, CancellationToken cancellation)
    {
        await using var bytes = picture.Open();
        var (name, reason) = await photos.TakeAsync(bytes, picture.Name, cancellation);
        if (name is not null)
        {
            kept.Add(name);
        }

        return reason;
    }

    private async Task<NominationOutcome> KeepAsync(NominationEntry entry, List<string> kept, SiteBook book, Actor? member, CancellationToken cancellation)
    {
        var secret = FollowCode.NewSecret();
        await using var work = await database.BeginAsync(member ?? Actor.Citizen, cancellation);
        var code = await NextCodeAsync(work.Db, SiteTime.Today(clock).Year, cancellation);
        var nomination = new Nomination
        {
            Code = code,
            SecretHash = Secrets.Hash(secret),
            ReceivedAt = work.Now,
            StateAt = work.Now,
            Kind = entry.Kind,
            Name = entry.Name,
            PlainName = PlainNames.Of(entry.Name),
            Unit = UnitOf(entry, book),
            Village = entry.Village,
            Telling = TellingOf(entry),
            NominatedBy = member?.Key,
            NominatedFor = member?.Unit,
            Contact = member is null ? seal.Seal(ContentJson.Write(entry.Contact!)) : null,
        };
        nomination.Photos.AddRange(kept.Select((file, index) => new NominationPhoto { Code = code, Number = index + 1, FileName = file }));
        work.Db.Nominations.Add(nomination);
        work.Record(ChangeVerb.NominationReceived, subject: NominationLog.SubjectOf(code));
        await work.CommitAsync(cancellation);
        return new NominationOutcome.Taken(code, secret);
    }

    /// <summary>The work holds the clock, so nobody else is counting.</summary>
    private static async Task<string> NextCodeAsync(CmsDb db, int year, CancellationToken cancellation)
    {
        var prefix = NominationPages.Lane.Codes.PrefixOf(year);
        var last = await db.Nominations.Where(row => row.Code.StartsWith(prefix)).MaxAsync(row => (string?)row.Code, cancellation);
        return NominationPages.Lane.Codes.After(last, year);
    }

    /// <summary>Who remembers an old name means the commune that holds its ground today.</summary>
    private string? UnitOf(NominationEntry entry, SiteBook book) =>
        entry.Unit == UnitChoices.Unknown ? null : book.Today(entry.Unit, SiteTime.Today(clock))?.Slug ?? entry.Unit;

    private static NominationTelling TellingOf(NominationEntry entry) => new()
    {
        Deed = entry.Deed,
        When = entry.When,
        Result = entry.Result,
        Fields = entry.Fields,
        Criteria = entry.Criteria,
        Source = entry.Source,
        IsSubjectAware = entry.IsSubjectAware ?? false,
    };
}
