using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Consents;

/// <summary>
/// Takes the words about somebody who took consent back out of what the newsroom keeps: texts of now and of before, titles, pictures of nobody else, remarks in
/// the log. Ids, times and addresses stay, and the dossier with its consents and their proof, by which it can be shown what was allowed and when (rule R11).
/// A text that names others too keeps its words without the name: they are the others' as well.
/// </summary>
internal static class Erasure
{
    private const string Gone = "Nội dung đã gỡ theo yêu cầu";

    /// <returns>Hashes of files nobody may have any more.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Work work, Subject subject, IEnumerable<ItemId> reached, CancellationToken cancellation)
    {
        var (db, id) = (work.Db, subject.Id);
        string[] names = [.. NamesOf(subject, await db.Consents.Where(row => row.SubjectId == id).Select(static row => row.PersonName).ToListAsync(cancellation))];
        ItemId[] ids = [.. reached, .. await db.RevisionSubjects.Where(row => row.SubjectId == id).Select(static row => row.ItemId).ToListAsync(cancellation)];
        var items = await db.Items.Include(static item => item.Links).Include(static item => item.Terms).Where(item => ids.Contains(item.Id)).ToListAsync(cancellation);
        var named = (await db.RevisionSubjects.Where(row => ids.Contains(row.ItemId)).Select(static row => new { row.ItemId, row.SubjectId }).Distinct().ToListAsync(cancellation)).ToLookup(static row => row.ItemId, static row => row.SubjectId);
        var theirs = items.Where(item => named[item.Id].Any() && named[item.Id].All(one => one == id)).ToList();
        var files = theirs.SelectMany(static item => item.Links).Select(static link => link.TargetMediaId).OfType<MediaId>().ToHashSet();
        foreach (var item in theirs)
        {
            await EmptyAsync(db, item, cancellation);
        }

        string[] marks = [id.ToString(), .. theirs.Select(static item => item.Id.ToString())];
        foreach (var item in items.Except(theirs))
        {
            await UnnameAsync(db, item, names, marks, cancellation);
            await db.RevisionSubjects.Where(row => row.ItemId == item.Id && row.SubjectId == id).ExecuteDeleteAsync(cancellation);
        }

        foreach (var item in items)
        {
            item.Version++;
            work.Record(ChangeVerb.Erased, item.Id);
        }

        await ForgetWordsAsync(db, id, [.. items.Select(static item => (ItemId?)item.Id)], names, cancellation);
        await db.SaveChangesAsync(cancellation);
        return await RemoveFilesAsync(work, files, cancellation);
    }

    /// <summary>As it is written, and without «Gia đình», «Bà» before it.</summary>
    private static IEnumerable<string> NamesOf(Subject subject, IEnumerable<string> persons)
    {
        foreach (var name in persons.Select(static person => person.Split('(')[0].Trim()).Append(subject.Name).Where(static name => name.Contains(' ', StringComparison.Ordinal)).Distinct())
        {
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = words.Length - PlainNames.Of(name).Split(' ').Length;
            yield return name;
            if (start > 0 && words.Length - start > 1)
            {
                yield return string.Join(' ', words[start..]);
            }
        }
    }

    private static async Task EmptyAsync(CmsDb db, ContentItem item, CancellationToken cancellation)
    {
        var type = ContentTypes.Get(item.Type);
        foreach (var revision in await TextsAsync(db, item, cancellation))
        {
            var bare = BodyReading.WithoutWords(type.Read(revision.Body)) with { Title = Gone };
            await WriteAsync(db, revision.Id, ContentJson.Write(bare), cancellation);
            ListColumns.Copy(bare, item);
        }

        (item.DraftTitle, item.ReviewNote, item.StandingNote) = (Gone, null, null);
        item.Links.Clear();
        item.Terms.RemoveAll(static term => term.Taxonomy == Taxonomies.Tag);
    }

    /// <param name="marks">Ids of the dossier and of what was only about it: nothing points at them any more.</param>
    private static async Task UnnameAsync(CmsDb db, ContentItem item, string[] names, string[] marks, CancellationToken cancellation)
    {
        foreach (var revision in await TextsAsync(db, item, cancellation))
        {
            var body = JsonNode.Parse(Unnamed(revision.Body))!;
            Unmark(body, marks);
            await WriteAsync(db, revision.Id, body.ToJsonString(ContentJson.Options), cancellation);
        }

        (item.Title, item.Summary, item.DraftTitle) = (Unnamed(item.Title), Unnamed(item.Summary), Unnamed(item.DraftTitle));
        item.Card = item.Card with { PictureAlt = Unnamed(item.Card.PictureAlt), Subject = item.Card.Subject is { } shown ? Unnamed(shown) : null };
        (item.ReviewNote, item.StandingNote) = (item.ReviewNote is { } note ? Unnamed(note) : null, item.StandingNote is { } said ? Unnamed(said) : null);

        string Unnamed(string text) => names.Aggregate(text, static (left, name) => left.Replace(name, "…", StringComparison.OrdinalIgnoreCase));
    }

    private static void Unmark(JsonNode node, string[] marks)
    {
        if (node is JsonArray list)
        {
            list.RemoveAll(entry => IsMark(entry, marks));
        }
        else if (node is JsonObject record)
        {
            foreach (var field in record.Where(field => IsMark(field.Value, marks)).Select(static field => field.Key).ToList())
            {
                record.Remove(field);
            }
        }

        foreach (var child in (node as JsonArray)?.ToList() ?? (node as JsonObject)?.Select(static field => field.Value).ToList() ?? [])
        {
            if (child is JsonArray or JsonObject)
            {
                Unmark(child, marks);
            }
        }
    }

    private static bool IsMark(JsonNode? node, string[] marks) => node is JsonValue value && value.TryGetValue<string>(out var text) && marks.Contains(text);

    private static Task<List<Revision>> TextsAsync(CmsDb db, ContentItem item, CancellationToken cancellation) =>
        db.Revisions.AsNoTracking().Where(row => row.ItemId == item.Id).OrderBy(static row => row.Number).ToListAsync(cancellation);

    private static Task WriteAsync(CmsDb db, RevisionId id, string body, CancellationToken cancellation) =>
        db.Revisions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(static row => row.Body, body).SetProperty(static row => row.Note, static row => row.Note == Revision.AutosaveNote ? row.Note : null), cancellation);

    /// <summary>Remarks of the log, and tags, which are words of their own.</summary>
    private static async Task ForgetWordsAsync(CmsDb db, SubjectId id, ItemId?[] items, string[] names, CancellationToken cancellation)
    {
        var dossier = SubjectLog.SubjectOf(id);
        await db.Changes.Where(row => row.Note != null && (items.Contains(row.ItemId) || row.Subject == dossier)).ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Note, (string?)null), cancellation);
        foreach (var name in names)
        {
            await db.Changes.Where(row => row.Note != null && row.Note.Contains(name)).ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Note, (string?)null), cancellation);
            await db.Terms.Where(row => row.Taxonomy == Taxonomies.Tag && row.Name.Contains(name)).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>Pictures, sounds and films that stood only in what was emptied. Papers stay: a decision is kept by who decided.</summary>
    private static async Task<IReadOnlyList<string>> RemoveFilesAsync(Work work, IReadOnlyCollection<MediaId> files, CancellationToken cancellation)
    {
        var hashes = new List<string>();
        foreach (var file in await work.Db.Media.Where(row => files.Contains(row.Id)).ToListAsync(cancellation))
        {
            if (file.Kind is MediaKind.File || (await MediaUses.OfAsync(work.Db, file.Id, cancellation)).Count > 0)
            {
                continue;
            }

            work.Db.Media.Remove(file);
            work.Record(ChangeVerb.MediaDeleted, subject: "media:" + file.Id);
            if (!await work.Db.Media.AnyAsync(row => row.Hash == file.Hash && row.Id != file.Id, cancellation))
            {
                hashes.Add(file.Hash);
            }
        }

        return hashes;
    }
}
