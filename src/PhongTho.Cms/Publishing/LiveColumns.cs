using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Publishing;

/// <summary>What of a live body stands in tables of its own, so that lists, counts and "who uses this" never open a body.</summary>
internal static class LiveColumns
{
    public static async Task TakeAsync(CmsDb db, ContentItem item, ContentBody body, CancellationToken cancellation)
    {
        ListColumns.Copy(body, item);
        await TakeTermsAsync(db, item, body, cancellation);
        TakeLinks(item, body);
    }

    private static async Task TakeTermsAsync(CmsDb db, ContentItem item, ContentBody body, CancellationToken cancellation)
    {
        var wanted = new HashSet<(string Taxonomy, string Slug)>();
        foreach (var (taxonomy, value) in await StageMarks.OfAsync(db, body, BodyReading.Terms(body), cancellation))
        {
            var slug = taxonomy == Taxonomies.Tag ? Slug.Of(value) : value;
            if (wanted.Add((taxonomy, slug)) && taxonomy == Taxonomies.Tag)
            {
                await TakeTagAsync(db, slug, value, cancellation);
            }
        }

        wanted.UnionWith(await CommendationMarks.TermsAsync(db, item.Id, cancellation));
        wanted.Add((Taxonomies.Year, ListColumns.YearOf(body, item)));
        item.Terms.RemoveAll(term => !wanted.Contains((term.Taxonomy, term.Slug)));
        wanted.ExceptWith(item.Terms.Select(term => (term.Taxonomy, term.Slug)));
        item.Terms.AddRange(wanted.Select(term => new ItemTerm { ItemId = item.Id, Taxonomy = term.Taxonomy, Slug = term.Slug }));
    }

    private static async Task TakeTagAsync(CmsDb db, string slug, string name, CancellationToken cancellation)
    {
        if (await db.Terms.FindAsync([Taxonomies.Tag, slug], cancellation) is not null)
        {
            return;
        }

        // A portal that started empty has no vocabularies yet, and tags are the one that grows by itself.
        if (await db.Taxonomies.FindAsync([Taxonomies.Tag], cancellation) is null)
        {
            db.Taxonomies.Add(new TaxonomyRow { Key = Taxonomies.Tag, Label = Taxonomies.TagLabel });
        }

        db.Terms.Add(new Term { Taxonomy = Taxonomies.Tag, Slug = slug, Name = name });
    }

    private static void TakeLinks(ContentItem item, ContentBody body)
    {
        item.Links.Clear();
        item.Links.AddRange(BodyReading.Items(body).Select(target => new Link { ItemId = item.Id, TargetItemId = target }));
        item.Links.AddRange(BodyReading.Media(body).Select(target => new Link { ItemId = item.Id, TargetMediaId = target }));
    }
}
