using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Taxonomy;

/// <summary>Makes two terms one: whatever carried the first carries the second, drafts and sections too, all at once or not at all.</summary>
public sealed class TermMerge(CmsDatabase database, TimeProvider clock)
{
    /// <param name="from">Slug of the term that ceases to be.</param>
    /// <param name="into">Slug of the term that stays.</param>
    public Task<Refusal?> RunAsync(string taxonomy, string from, string into, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            var old = await work.Db.Terms.FindAsync([taxonomy, from], cancellation);
            var kept = await work.Db.Terms.FindAsync([taxonomy, into], cancellation);
            if (WhyNot(old, kept) is { } reason)
            {
                return reason;
            }

            await FollowAsync(work, old!, kept!, cancellation);
            await FollowInSectionsAsync(work, old!, kept!, cancellation);
            work.Db.Terms.Remove(old!);
            work.Record(ChangeVerb.TermsSaved, subject: "terms:" + taxonomy, note: $"{from} → {into}");
            return null;
        }, cancellation);

    private static Refusal? WhyNot(Term? old, Term? kept)
    {
        if (old is null || kept is null)
        {
            return new Refusal("missing", "Một trong hai mục không còn trong danh mục.");
        }

        return old == kept ? new Refusal("same", "Hãy chọn hai mục khác nhau.") : null;
    }

    private async Task FollowAsync(Work work, Term old, Term kept, CancellationToken cancellation)
    {
        var isTag = old.Taxonomy == Taxonomies.Tag;
        var rewriting = new Rewriting(work, clock);
        foreach (var id in (await TermUses.ItemsAsync(work.Db, old.Taxonomy, old.Slug, cancellation)).Select(static item => item.Id))
        {
            var item = await work.Db.Items.Include(static row => row.Terms).SingleAsync(row => row.Id == id, cancellation);
            await rewriting.ApplyAsync(
                item, body => BodyTerms.Replace(body, old.Taxonomy, old.Slug, isTag ? kept.Name : kept.Slug), $"Gộp «{old.Name}» vào «{kept.Name}»", cancellation);
            if (item.Terms.RemoveAll(term => term.Taxonomy == old.Taxonomy && term.Slug == old.Slug) > 0
                && !item.Terms.Exists(term => term.Taxonomy == kept.Taxonomy && term.Slug == kept.Slug))
            {
                item.Terms.Add(new ItemTerm { ItemId = id, Taxonomy = kept.Taxonomy, Slug = kept.Slug });
            }

            // The index follows items, and this one is found by another name now.
            work.Record(ChangeVerb.TermsSaved, id);
        }
    }

    private static async Task FollowInSectionsAsync(Work work, Term old, Term kept, CancellationToken cancellation)
    {
        var sections = await SectionEditing.ReadAsync(work.Db, cancellation);
        Section[] followed = [.. sections.Select(section => section with { Conditions = Follow(section.Conditions) })];
        if (!sections.Select(Stamp.Of).SequenceEqual(followed.Select(Stamp.Of)))
        {
            await SectionEditing.KeepAsync(work, followed, cancellation);
        }

        IReadOnlyDictionary<string, IReadOnlyList<string>> Follow(IReadOnlyDictionary<string, IReadOnlyList<string>> conditions) => conditions.ToDictionary(
            static pair => pair.Key,
            pair => pair.Key == old.Taxonomy ? (IReadOnlyList<string>)[.. pair.Value.Select(slug => slug == old.Slug ? kept.Slug : slug).Distinct()] : pair.Value);
    }
}
