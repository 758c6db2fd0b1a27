using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Media;

/// <summary>What came of an act on a file: done, or refused with a reason for the person who asked.</summary>
public abstract record MediaOutcome
{
    private MediaOutcome()
    {
    }

    public sealed record Done(MediaFile File) : MediaOutcome;

    public sealed record Refused(Refusal Reason) : MediaOutcome;

    public static implicit operator MediaOutcome(Refusal reason) => new Refused(reason);
}

/// <summary>The files of the portal: taken in after a look at what they are, described, moved, replaced, deleted when nothing shows them.</summary>
public sealed class MediaLibrary(CmsDatabase database, MediaStore store, MediaIntake intake, PictureFiles pictures, PicturePreparation preparation, TimeProvider clock)
{
    private static readonly Refusal Gone = new("missing", "Tệp này không còn trong thư viện.");

    /// <summary>Takes an upload into a folder under a safe name of its own.</summary>
    public async Task<MediaOutcome> UploadAsync(Stream bytes, string folder, string name, Actor actor, CancellationToken cancellation)
    {
        if (MediaRules.WhyNotUpload(actor) is { } notAllowed)
        {
            return notAllowed;
        }

        var (received, reason) = await intake.ReceiveAsync(bytes, name, cancellation);
        using (received)
        {
            if (received is null)
            {
                return reason!;
            }

            await using var work = await database.BeginAsync(actor, cancellation);
            var path = await MediaNames.TakeAsync(work.Db, folder, name, received.ContentType, null, cancellation);
            var file = Create(work, path, received);
            await work.CommitAsync(cancellation);
            preparation.Ask(file);
            return new MediaOutcome.Done(file);
        }
    }

    /// <summary>
    /// Takes a file of a content folder in under exactly this path, or replaces the bytes behind it; inside a work that may hold many.
    /// Refuses what the library does not know.
    /// </summary>
    public async Task<(MediaFile? File, Refusal? Reason)> AddAsync(Work work, string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var (received, reason) = await intake.ReceiveAsync(stream, path, cancellation);
        using (received)
        {
            if (received is null)
            {
                return (null, reason);
            }

            var file = await work.Db.Media.SingleOrDefaultAsync(row => row.Path == path, cancellation);
            if (file is null)
            {
                return (Create(work, path, received), null);
            }

            store.Keep(received.Staged);
            if (file.Hash != received.Staged.Hash)
            {
                await RememberAddressAsync(work.Db, file, cancellation);
                Take(work, file, received);
                work.Record(ChangeVerb.MediaReplaced, subject: SubjectOf(file));
            }

            return (file, null);
        }
    }

    /// <summary>Says what the file shows and who made it.</summary>
    public Task<MediaOutcome> DescribeAsync(MediaId id, MediaDescription description, Actor actor, CancellationToken cancellation) =>
        ActAsync(id, actor, (work, file) =>
        {
            if ((MediaRules.WhyNotDescribe(actor) ?? description.WhyNot(file.IsPicture)) is { } reason)
            {
                return Task.FromResult<Refusal?>(reason);
            }

            description.Apply(file);
            work.Record(ChangeVerb.MediaDescribed, subject: SubjectOf(file));
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Gives the file another folder or name; its old address leads to the new one.</summary>
    public Task<MediaOutcome> MoveAsync(MediaId id, string folder, string name, Actor actor, CancellationToken cancellation) =>
        ActAsync(id, actor, async (work, file) => MediaRules.WhyNotMove(file, actor) ?? (
            await PlaceAsync(work, file, folder, name, cancellation) ? null : new Refusal("unchanged", "Tệp đã ở đúng thư mục và tên này.")), cancellation);

    /// <summary>Puts several files into one folder: all of them, or none and the reason.</summary>
    public async Task<(int Moved, Refusal? Reason)> GatherAsync(IReadOnlyCollection<MediaId> ids, string folder, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var moved = 0;
        foreach (var file in await work.Db.Media.Where(file => ids.Contains(file.Id)).OrderBy(static file => file.Id).ToListAsync(cancellation))
        {
            if (MediaRules.WhyNotMove(file, actor) is { } reason)
            {
                return (0, reason);
            }

            if (file.Folder != MediaNames.Folder(folder) && await PlaceAsync(work, file, folder, file.Name, cancellation))
            {
                await work.Db.SaveChangesAsync(cancellation);
                moved++;
            }
        }

        if (moved == 0)
        {
            return (0, new Refusal("unchanged", "Các tệp được chọn đã ở trong thư mục này."));
        }

        await work.CommitAsync(cancellation);
        return (moved, null);
    }

    /// <summary>Puts other bytes behind the file. Whatever shows it shows the new ones; the old address leads to the new one and the old bytes are forgotten.</summary>
    public async Task<MediaOutcome> ReplaceAsync(MediaId id, Stream bytes, string name, Actor actor, CancellationToken cancellation)
    {
        var (received, refused) = await intake.ReceiveAsync(bytes, name, cancellation);
        using (received)
        {
            if (received is null)
            {
                return refused!;
            }

            string? before = null;
            var outcome = await ActAsync(id, actor, async (work, file) =>
            {
                var uses = await MediaUses.OfAsync(work.Db, id, cancellation);
                if ((MediaRules.WhyNotReplace(file, uses, actor) ?? WhyNotInstead(file, received)) is { } reason)
                {
                    return reason;
                }

                before = file.Hash;
                await RememberAddressAsync(work.Db, file, cancellation);
                MediaNames.Place(file, await MediaNames.TakeAsync(work.Db, file.Folder, file.Name, received.ContentType, id, cancellation));
                Take(work, file, received);
                work.Record(ChangeVerb.MediaReplaced, subject: SubjectOf(file));
                return null;
            }, cancellation);
            if (outcome is MediaOutcome.Done done)
            {
                preparation.Ask(done.File);
                await ForgetAsync(before!, actor, cancellation);
            }

            return outcome;
        }
    }

    /// <summary>Removes the file and its bytes; refused, naming the places, while anything shows it.</summary>
    public async Task<MediaOutcome> DeleteAsync(MediaId id, Actor actor, CancellationToken cancellation)
    {
        var outcome = await ActAsync(id, actor, async (work, file) =>
        {
            if (MediaRules.WhyNotDelete(file, await MediaUses.OfAsync(work.Db, id, cancellation), actor) is { } reason)
            {
                return reason;
            }

            work.Db.Media.Remove(file);
            work.Record(ChangeVerb.MediaDeleted, subject: SubjectOf(file));
            return null;
        }, cancellation);
        if (outcome is MediaOutcome.Done done)
        {
            await ForgetAsync(done.File.Hash, actor, cancellation);
        }

        return outcome;
    }

    private static Refusal? WhyNotInstead(MediaFile file, ReceivedFile received)
    {
        if (file.Kind != MediaKinds.Of(received.ContentType))
        {
            return new Refusal("mediaKind", "Chỉ thay được bằng tệp cùng loại: ảnh bằng ảnh, tài liệu bằng tài liệu, âm thanh bằng âm thanh, phim bằng phim.");
        }

        return file.Hash == received.Staged.Hash ? new Refusal("unchanged", "Tệp mới giống hệt tệp đang có.") : null;
    }

    private static string SubjectOf(MediaFile file)
    {
        var subject = "media:" + file.Path;
        return subject.Length <= 200 ? subject : "media:" + file.Id;
    }

    /// <summary>False when it was there already.</summary>
    private static async Task<bool> PlaceAsync(Work work, MediaFile file, string folder, string name, CancellationToken cancellation)
    {
        var before = file.Path;
        var path = await MediaNames.TakeAsync(work.Db, folder, name, file.ContentType, file.Id, cancellation);
        if (path == before)
        {
            return false;
        }

        await RememberAddressAsync(work.Db, file, cancellation);
        MediaNames.Place(file, path);
        work.Record(ChangeVerb.MediaMoved, subject: SubjectOf(file), note: before);
        return true;
    }

    private static async Task RememberAddressAsync(CmsDb db, MediaFile file, CancellationToken cancellation)
    {
        var hash = file.Hash[..16];
        if (await db.FormerMediaAddresses.FindAsync([hash, file.Name], cancellation) is { } known)
        {
            db.Remove(known);
            await db.SaveChangesAsync(cancellation);
        }

        db.FormerMediaAddresses.Add(new FormerMediaAddress { Hash = hash, Name = file.Name, MediaId = file.Id });
    }

    private MediaFile Create(Work work, string path, ReceivedFile received)
    {
        var file = new MediaFile
        {
            Id = MediaId.New(clock),
            Path = path,
            Hash = received.Staged.Hash,
            ContentType = received.ContentType,
            Size = received.Staged.Size,
            UploadedBy = work.Actor.Key,
            CreatedAt = work.Now,
        };
        MediaNames.Place(file, path);
        Take(work, file, received);
        file.ReplacedAt = null;
        work.Db.Media.Add(file);
        work.Record(ChangeVerb.MediaAdded, subject: SubjectOf(file));
        return file;
    }

    /// <summary>The bytes go into the store while the work holds the clock: nobody can be forgetting the same ones meanwhile.</summary>
    private void Take(Work work, MediaFile file, ReceivedFile received)
    {
        store.Keep(received.Staged);
        (file.Hash, file.ContentType, file.Size) = (received.Staged.Hash, received.ContentType, received.Staged.Size);
        (file.Width, file.Height, file.ReplacedAt) = (received.Width, received.Height, work.Now);
    }

    private async Task<MediaOutcome> ActAsync(MediaId id, Actor actor, Func<Work, MediaFile, Task<Refusal?>> act, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.Media.SingleOrDefaultAsync(file => file.Id == id, cancellation) is not { } file)
        {
            return Gone;
        }

        if (await act(work, file) is { } reason)
        {
            return reason;
        }

        await work.CommitAsync(cancellation);
        return new MediaOutcome.Done(file);
    }

    /// <summary>Bytes nobody refers to any more leave the disk: what was taken back must not lie about. A work without a change is only a lock here.</summary>
    private async Task ForgetAsync(string hash, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (!await work.Db.Media.AnyAsync(file => file.Hash == hash, cancellation))
        {
            store.Forget(hash);
            pictures.Forget(hash);
        }
    }
}
