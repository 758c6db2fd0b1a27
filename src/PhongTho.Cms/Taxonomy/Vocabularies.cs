using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Taxonomy;

/// <summary>A vocabulary at a glance.</summary>
public sealed record VocabularyRow(string Key, string Label, int Terms);

/// <summary>A term with how many items readers may see carry it.</summary>
public sealed record TermRow(TermEntry Term, int Items);

/// <summary>What a term says besides its slug.</summary>
public sealed record TermText(string Name, string? ShortName = null, string? Group = null, string? Detail = null);

/// <summary>Vocabularies as their keepers change them: names, order, new terms, unused ones. Each verb gives the reason against it, or null when it is done.</summary>
public sealed class Vocabularies(CmsDatabase database)
{
    /// <summary>Filters that are not words somebody keeps: units have a register of their own, years come with content.</summary>
    public static IReadOnlyList<string> NotKept { get; } = [Taxonomies.Unit, Taxonomies.Issuer, Taxonomies.Year];

    public async Task<IReadOnlyList<VocabularyRow>> ListAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Taxonomies.Where(static row => !NotKept.Contains(row.Key)).OrderBy(static row => row.Order)
            .Select(row => new VocabularyRow(row.Key, row.Label, db.Terms.Count(term => term.Taxonomy == row.Key))).ToListAsync(cancellation);
    }

    /// <summary>All terms of a vocabulary in their order; free tags by name.</summary>
    public async Task<IReadOnlyList<TermRow>> TermsAsync(string taxonomy, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var terms = await db.Terms.Where(term => term.Taxonomy == taxonomy).ToListAsync(cancellation);
        var counts = await db.ItemTerms.Where(term => term.Taxonomy == taxonomy).GroupBy(static term => term.Slug)
            .Select(static group => new { Slug = group.Key, Count = group.Count() }).ToDictionaryAsync(static row => row.Slug, static row => row.Count, cancellation);
        var ordered = taxonomy == Taxonomies.Tag ? terms.OrderBy(static term => term.Slug, StringComparer.Ordinal) : terms.OrderBy(static term => term.Order).ThenBy(static term => term.Slug, StringComparer.Ordinal);
        return [.. ordered.Select(term => new TermRow(new TermEntry(term), counts.GetValueOrDefault(term.Slug)))];
    }

    /// <summary>Everything that carries the term, drafts and sections too.</summary>
    public async Task<IReadOnlyList<TermUse>> UsesAsync(string taxonomy, string slug, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await TermUses.OfAsync(db, taxonomy, slug, cancellation);
    }

    /// <summary>Gives a vocabulary another name.</summary>
    public Task<Refusal?> NameAsync(string taxonomy, string label, Actor actor, CancellationToken cancellation) =>
        KeepAsync(taxonomy, actor, (_, row) =>
        {
            var name = label.Trim();
            if (name.Length is 0 or > 80)
            {
                return Task.FromResult<Refusal?>(new Refusal("name", "Hãy điền tên danh mục, nhiều nhất 80 ký tự."));
            }

            row.Label = name;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Adds a term at the end; its slug is made from its name once and never changes.</summary>
    public Task<Refusal?> AddAsync(string taxonomy, TermText text, Actor actor, CancellationToken cancellation) =>
        KeepAsync(taxonomy, actor, async (work, _) =>
        {
            var terms = await work.Db.Terms.Where(term => term.Taxonomy == taxonomy).ToListAsync(cancellation);
            var slug = Slug.Of(text.Name);
            if (WhyNotWrite(text, terms, null) is { } reason)
            {
                return reason;
            }

            if (terms.Exists(term => term.Slug == slug))
            {
                return new Refusal("exists", $"Danh mục đã có mục mang mã «{slug}» («{terms.Find(term => term.Slug == slug)!.Name}»). Hãy đặt tên khác.");
            }

            var added = new Term { Taxonomy = taxonomy, Slug = slug, Name = "", Order = terms.Select(static term => term.Order + 1).DefaultIfEmpty().Max() };
            Write(added, text);
            work.Db.Terms.Add(added);
            return null;
        }, cancellation);

    /// <summary>Changes what a term is called. Items keep it: they hold its slug.</summary>
    /// <param name="seen">The <see cref="Stamp"/> of the term the person began with.</param>
    public Task<Refusal?> WriteAsync(string taxonomy, string slug, string seen, TermText text, Actor actor, CancellationToken cancellation) =>
        KeepAsync(taxonomy, actor, async (work, _) =>
        {
            var terms = await work.Db.Terms.Where(term => term.Taxonomy == taxonomy).ToListAsync(cancellation);
            if (terms.Find(term => term.Slug == slug) is not { } term)
            {
                return new Refusal("missing", "Mục này không còn trong danh mục.");
            }

            if (Stamp.Of(new TermEntry(term)) != seen)
            {
                return SiteWork.Stale;
            }

            if (WhyNotWrite(text, terms, term) is { } reason)
            {
                return reason;
            }

            var before = term.Name;
            Write(term, text);
            if (term.Name != before)
            {
                await TermUses.TouchAsync(work, ChangeVerb.TermsSaved, [taxonomy], slug, cancellation);
            }

            return null;
        }, cancellation);

    /// <summary>Puts terms in this order; those not named follow.</summary>
    public Task<Refusal?> OrderAsync(string taxonomy, IReadOnlyList<string> slugs, Actor actor, CancellationToken cancellation) =>
        KeepAsync(taxonomy, actor, async (work, _) =>
        {
            var terms = await work.Db.Terms.Where(term => term.Taxonomy == taxonomy).ToListAsync(cancellation);
            var places = slugs.Distinct(StringComparer.Ordinal).Select(static (slug, place) => (slug, place)).ToDictionary(static pair => pair.slug, static pair => pair.place, StringComparer.Ordinal);
            foreach (var (term, place) in terms.OrderBy(term => places.GetValueOrDefault(term.Slug, int.MaxValue)).ThenBy(static term => term.Order).Select(static (term, place) => (term, place)))
            {
                term.Order = place;
            }

            return null;
        }, cancellation);

    /// <summary>Removes a term nobody carries; refused, naming who does, while anybody does.</summary>
    public Task<Refusal?> DeleteAsync(string taxonomy, string slug, Actor actor, CancellationToken cancellation) =>
        KeepAsync(taxonomy, actor, async (work, _) =>
        {
            if (await work.Db.Terms.FindAsync([taxonomy, slug], cancellation) is not { } term)
            {
                return new Refusal("missing", "Mục này không còn trong danh mục.");
            }

            if (TermUses.WhyNotDelete(term.Name, await TermUses.OfAsync(work.Db, taxonomy, slug, cancellation)) is { } reason)
            {
                return reason;
            }

            work.Db.Terms.Remove(term);
            return null;
        }, cancellation);

    /// <summary>Forgets free tags that nothing readers see carries. A draft that says one brings it back when it goes live.</summary>
    public Task<Refusal?> CleanTagsAsync(Actor actor, CancellationToken cancellation) =>
        KeepAsync(Taxonomies.Tag, actor, async (work, _) =>
        {
            var unused = await work.Db.Terms.Where(term => term.Taxonomy == Taxonomies.Tag && !work.Db.ItemTerms.Any(use => use.Taxonomy == term.Taxonomy && use.Slug == term.Slug)).ToListAsync(cancellation);
            work.Db.Terms.RemoveRange(unused);
            return null;
        }, cancellation);

    private static Refusal? WhyNotWrite(TermText text, List<Term> terms, Term? own)
    {
        var name = text.Name.Trim();
        if (name.Length is 0 or > 200)
        {
            return new Refusal("name", "Hãy điền tên mục, nhiều nhất 200 ký tự.");
        }

        // Criteria of different kinds of subject may say the same.
        var same = terms.Find(term => term != own && string.Equals(term.Name, name, StringComparison.OrdinalIgnoreCase) && (term.Group ?? "") == (text.Group?.Trim() ?? ""));
        return same is null ? null : new Refusal("exists", $"Danh mục đã có mục «{same.Name}». Nếu hai mục là một, hãy dùng «Gộp».");
    }

    private static void Write(Term term, TermText text)
    {
        term.Name = text.Name.Trim().Normalize();
        (term.ShortName, term.Group, term.Detail) = (Text(text.ShortName), Text(text.Group), Text(text.Detail));

        static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Normalize();
    }

    private Task<Refusal?> KeepAsync(string taxonomy, Actor actor, Func<Work, TaxonomyRow, Task<Refusal?>> act, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            if (NotKept.Contains(taxonomy) || await work.Db.Taxonomies.FindAsync([taxonomy], cancellation) is not { } row)
            {
                return new Refusal("missing", "Không có danh mục này.");
            }

            if (await act(work, row) is { } reason)
            {
                return reason;
            }

            if (work.Db.ChangeTracker.HasChanges())
            {
                work.Record(ChangeVerb.TermsSaved, subject: "terms:" + taxonomy);
            }

            return null;
        }, cancellation);
}
