using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Reads relations from their other side. A link does not say by which field it was made, so the few bodies that point here are opened.</summary>
internal static class Backlinks
{
    private const int Shown = 60;

    public static async Task<IReadOnlyList<Backlink>> ReadAsync(CmsDb db, SiteBook book, ContentItem item, DateOnly today, CancellationToken cancellation)
    {
        string[] types = [.. ContentTypes.All.Where(type => Answers(type.Shape, item.Type)).Select(static type => type.Key)];
        if (types.Length == 0)
        {
            return [];
        }

        var rows = await db.LiveItems().Where(row => row.Id != item.Id && types.Contains(row.Type) && row.Links.Any(link => link.TargetItemId == item.Id))
            .NewestFirst().ToListAsync(cancellation);
        RevisionId?[] revisions = [.. rows.Select(static row => row.LiveRevisionId)];
        var bodies = rows.Count == 0 ? [] : await db.Revisions.Where(revision => revisions.Contains(revision.Id))
            .ToDictionaryAsync(static revision => revision.ItemId, static revision => revision.Body, cancellation);
        var found = rows.Select(row => (Row: row, Body: ContentTypes.Get(row.Type).Read(bodies[row.Id])))
            .SelectMany(row => BodyReading.AnswersTo(row.Body, item.Id).Select(answer => (Answer: answer, row.Row, row.Body)))
            .GroupBy(static row => row.Answer).SelectMany(static group => group.Take(Shown)).ToList();
        var entries = (await Teasers.FillAsync(db, book, [.. found.Select(static row => row.Row).Distinct()], today, cancellation)).ToDictionary(static entry => entry.Id);
        return [.. found.Select(row => new Backlink(row.Answer, entries[row.Row.Id], row.Body))];
    }

    private static bool Answers(Shape shape, string type) => shape.Fields.Any(field =>
        (field.Answer is not null && field.ItemType == type) || (field.IsNested && field.ValueType != typeof(Block) && Answers(Shape.Of(field.ValueType), type)));
}
