using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>Evidence in a folder of its own, beside the library: no public address leads into it, and no list of files shows it.</summary>
public sealed class SubjectFiles(string dataFolder, CmsDatabase database, MediaIntake intake, TimeProvider clock)
{
    private readonly string folder = Path.Combine(dataFolder, "dossiers");

    /// <param name="criterion">The criterion it proves; null with a consent.</param>
    /// <param name="consent">The consent it proves; null with a criterion.</param>
    public async Task<Refusal?> AddAsync(SubjectId subject, string? criterion, Guid? consent, Stream bytes, string name, Actor actor, CancellationToken cancellation)
    {
        if (SubjectSteps.WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        var (received, reason) = await intake.ReceiveAsync(bytes, name, cancellation);
        using (received)
        {
            if (received is null)
            {
                return reason;
            }

            var file = new SubjectFile
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                SubjectId = subject,
                Criterion = criterion,
                ConsentId = consent,
                Name = NameOf(name),
                ContentType = received.ContentType,
                Size = received.Staged.Size,
                AddedAt = clock.GetUtcNow(),
                AddedBy = actor.Key,
            };
            await using var work = await database.BeginAsync(actor, cancellation);
            if (await work.Db.Subjects.SingleOrDefaultAsync(row => row.Id == subject, cancellation) is not { } dossier
                || (consent is not null && !await work.Db.Consents.AnyAsync(row => row.Id == consent && row.SubjectId == subject, cancellation)))
            {
                return new Refusal("missing", "Không có hồ sơ này.");
            }

            // From here on the dossier is in the hands of people: no file of an import writes over it.
            (dossier.ChangedAt, dossier.ChangedBy) = (work.Now, actor.Key);

            // The bytes first: a row without a file would be a lie, a file without a row is only in the way.
            Directory.CreateDirectory(folder);
            await using (var target = File.Create(PathOf(file.Id)))
            {
                received.Staged.Content.Position = 0;
                await received.Staged.Content.CopyToAsync(target, cancellation);
            }

            work.Db.SubjectFiles.Add(file);
            work.Record(ChangeVerb.SubjectChanged, subject: SubjectLog.SubjectOf(subject), note: "Thêm tệp minh chứng");
            await work.CommitAsync(cancellation);
            return null;
        }
    }

    /// <summary>The file and where it lies; null when it is not of this dossier.</summary>
    public async Task<(SubjectFile File, string Path)?> FindAsync(SubjectId subject, Guid id, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var file = SubjectSteps.WhyNotKeep(actor) is null ? await db.SubjectFiles.SingleOrDefaultAsync(row => row.Id == id && row.SubjectId == subject, cancellation) : null;
        return file is not null && File.Exists(PathOf(id)) ? (file, PathOf(id)) : null;
    }

    public async Task<Refusal?> RemoveAsync(SubjectId subject, Guid id, Actor actor, CancellationToken cancellation)
    {
        if (SubjectSteps.WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.SubjectFiles.SingleOrDefaultAsync(row => row.Id == id && row.SubjectId == subject, cancellation) is not { } file)
        {
            return new Refusal("missing", "Không còn tệp này.");
        }

        if (file.ConsentId is not null)
        {
            return new Refusal("proof", "Bằng chứng của sự đồng ý được giữ cùng bản ghi, không xóa riêng.");
        }

        work.Db.SubjectFiles.Remove(file);
        work.Record(ChangeVerb.SubjectChanged, subject: SubjectLog.SubjectOf(subject), note: "Bỏ tệp minh chứng");
        await work.CommitAsync(cancellation);
        File.Delete(PathOf(id));
        return null;
    }

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));

    private static string NameOf(string name)
    {
        var plain = Path.GetFileName(name.Replace('\\', '/')).Trim();
        return plain.Length is > 0 and <= 200 ? plain : "tep";
    }
}
