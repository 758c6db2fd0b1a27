using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Nominations;

/// <summary>«Viết bài»: from a confirmed nomination to a draft that holds all that is known, its pictures taken into the library.</summary>
public sealed partial class NominationArticle(
    CmsDatabase database, SiteBooks books, MediaLibrary library, NominationPhotos photos, PicturePreparation preparation, TimeProvider clock)
{
    // The type of content whose every item is about one kind of subject is what nominations are about; known by its shape, not by its name.
    internal static ContentType Type { get; } =
        ContentTypes.All.Single(static type => type.Shape.Fields.Any(static field => field is { Taxonomy: Taxonomies.SubjectKind, IsRequired: true }));

    /// <summary>The draft, or why it is not begun.</summary>
    public async Task<(ItemId? Item, Refusal? Reason)> BeginAsync(string code, int version, Actor actor, CancellationToken cancellation)
    {
        if (Workflow.WhyNotCreate(Type, actor) is { } right)
        {
            return (null, right);
        }

        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var (nomination, missing) = await NominationDesk.LoadAsync(work, code, version, cancellation);
        if (nomination is null)
        {
            return (null, missing);
        }

        if (NominationSteps.WhyNot(NominationStep.Write, nomination.State, actor) is { } reason)
        {
            return (null, reason);
        }

        var files = await TakePhotosAsync(work, nomination, cancellation);
        var subject = await DossierAsync(work, nomination, cancellation);
        var title = "Gương " + nomination.Name;
        var path = await new Paths(work.Db).TakeAsync(Type, title, path => book.Section(path) is not null, cancellation);
        var item = Drafts.Create(work, ItemId.New(clock), Type, path);
        Drafts.Save(work, item, Body(nomination, subject, title, files), clock, $"Từ lời giới thiệu {code}");
        nomination.ItemId = item.Id;
        NominationDesk.Take(work, nomination, NominationStep.Write);
        await work.CommitAsync(cancellation);
        files.ForEach(preparation.Ask);
        return (item.Id, null);
    }

    /// <summary>The dossier of the one who was told about: the one there is by that name in that place, or a new one with what the unit confirmed.</summary>
    private async Task<SubjectId> DossierAsync(Work work, Nomination nomination, CancellationToken cancellation)
    {
        var plain = PlainNames.Fold(nomination.Name);
        var known = await work.Db.Subjects.Where(row => row.PlainName == plain && row.Kind == nomination.Kind && row.Unit == nomination.Unit).Select(static row => row.Id).ToListAsync(cancellation);
        if (known is [var one])
        {
            return one;
        }

        var identity = new SubjectIdentity { Kind = nomination.Kind, Name = nomination.Name, Unit = nomination.Unit, Village = nomination.Village };
        var subject = await SubjectDesk.BeginAsync(work, identity, clock, cancellation);
        subject.Stage = SubjectStage.Verified;
        subject.Criteria.AddRange(nomination.Telling.Criteria.DistinctBy(static row => row.Criterion).Select(row => new SubjectCriterion
        {
            SubjectId = subject.Id,
            Criterion = row.Criterion,
            Result = row.Result,
            Evidence = row.Evidence ?? "",
            ChangedAt = work.Now,
            ChangedBy = work.Actor.Key,
        }));
        return subject.Id;
    }

    private async Task<List<MediaFile>> TakePhotosAsync(Work work, Nomination nomination, CancellationToken cancellation)
    {
        var files = new List<MediaFile>();
        foreach (var photo in nomination.Photos.OrderBy(static photo => photo.Number))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"gioi-thieu-guong/{Slug.Of(nomination.Code)}-{photo.Number}.jpg");
            var bytes = await File.ReadAllBytesAsync(photos.PathOf(photo.FileName), cancellation);
            if ((await library.AddAsync(work, path, bytes, cancellation)).File is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <summary>Written by the keys of content files, as a seed file would be: what the type does not ask for is left out.</summary>
    private static ContentBody Body(Nomination nomination, SubjectId subject, string title, List<MediaFile> files)
    {
        var telling = nomination.Telling;
        var known = new JsonObject();
        Put(Key("tieu-de"), title);
        Put(Type.Shape.Fields.FirstOrDefault(static field => FieldKinds.Of(field) == FieldKind.Subject), subject);
        Put(Key("ten"), nomination.Name);
        Put(Of(Taxonomies.SubjectKind), nomination.Kind);
        Put(Of(Taxonomies.Unit), nomination.Unit);
        Put(Key("ban"), nomination.Village.Length > 0 ? nomination.Village : null);
        Put(Key("nam"), YearOf(telling.When));
        Put(Of(Taxonomies.Field), telling.Fields);
        Put(Key("tieu-chi"), telling.Criteria);
        var body = Type.Read(known.ToJsonString(ContentJson.Options));
        Picture[] pictures = [.. files.Select(static file => new Picture { Media = file.Id })];
        return body with
        {
            Picture = pictures.FirstOrDefault(),
            Blocks = pictures.Length > 1 ? [Text(telling), new GalleryBlock { Pictures = pictures[1..] }] : [Text(telling)],
        };

        static ShapeField? Key(string key) => Type.Shape.Fields.FirstOrDefault(field => field.Key == key);
        static ShapeField? Of(string taxonomy) => Type.Shape.Fields.FirstOrDefault(field => field.Taxonomy == taxonomy);
        void Put(ShapeField? field, object? value)
        {
            if (field is not null && value is not null)
            {
                known[field.Name] = JsonNode.Parse(ContentJson.Write(value));
            }
        }
    }

    private static int? YearOf(string when) =>
        Year().Match(when) is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static RichTextBlock Text(NominationTelling telling)
    {
        var parts = new[] { ("", telling.Deed), ("Thời gian: ", telling.When), ("Kết quả: ", telling.Result), ("Nguồn tin: ", telling.Source) };
        var paragraphs = parts.Where(static part => part.Item2.Length > 0)
            .SelectMany(static part => part.Item2.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, index) => index == 0 ? part.Item1 + line : line));
        return new RichTextBlock { Html = string.Concat(paragraphs.Select(static line => $"<p>{WebUtility.HtmlEncode(line)}</p>")) };
    }

    [GeneratedRegex(@"\b(?:19|20)\d{2}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
