using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>An item with all that the rules ask about it. What is decided on is its draft; without one, what is or was live.</summary>
public sealed record WorkflowCase(ContentItem Item, ContentBody Body)
{
    /// <summary>Keys of all who wrote since the last live revision.</summary>
    public IReadOnlySet<string> Writers { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True when it names a private person, itself or through what it is about (rule R8).</summary>
    public bool NamesPrivatePerson { get; init; }

    /// <summary>What the form still lacks.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whom it names, and what they agreed to (rule R1).</summary>
    public NamedSubjects Named { get; init; } = NamedSubjects.Nobody;

    /// <summary>What readers have, or had: the text that an act shows again as it was. Itself while nobody works on another one.</summary>
    public WorkflowCase AsItWas => Earlier ?? this;

    public bool WasPublic => Item.LiveRevisionId is not null;

    private WorkflowCase? Earlier { get; init; }

    /// <summary>Null when nothing was ever written: an item between the two passes of an import.</summary>
    public static async Task<WorkflowCase?> ReadAsync(CmsDb db, SiteBook book, ContentItem item, CancellationToken cancellation)
    {
        if (await ReadAsync(db, book, item, item.DraftRevisionId ?? item.LiveRevisionId, cancellation) is not { } of)
        {
            return null;
        }

        return item is { DraftRevisionId: not null, LiveRevisionId: { } live } ? of with { Earlier = await ReadAsync(db, book, item, live, cancellation) } : of;
    }

    /// <summary>The same for a text that is not saved yet.</summary>
    public static async Task<WorkflowCase> OfAsync(CmsDb db, SiteBook book, ContentItem item, ContentBody body, CancellationToken cancellation) => new(item, body)
    {
        Writers = await WritersAsync(db, item, cancellation),
        NamesPrivatePerson = body.NamesPrivatePerson || await IsAboutOneAsync(db, body, cancellation),
        Problems = [.. BodyRules.Check(body, book.Knows), .. await SameNumber.CheckAsync(db, book, item, body, cancellation)],
        Named = await NamedSubjects.ReadAsync(db, body, cancellation),
        IsErased = item.Standing == Standing.Withdrawn && await db.Changes.AnyAsync(row => row.ItemId == item.Id && row.Verb == ChangeVerb.Erased, cancellation),
    };

    /// <summary>True when who took consent back is not in the text any more.</summary>
    public bool IsErased { get; init; }

    /// <summary>True when what was withdrawn may be worked on again: everybody it names agreed anew since, or only those are left in it who never took anything back.</summary>
    public bool IsAgreedAnew(DateTimeOffset now) =>
        Item.Standing == Standing.Withdrawn && (Named.AgreedSince(Item.UpdatedAt, SiteTime.DayOf(now)) || (IsErased && Named.WhyNotShow(SiteTime.DayOf(now)) is null));

    private static async Task<WorkflowCase?> ReadAsync(CmsDb db, SiteBook book, ContentItem item, RevisionId? revision, CancellationToken cancellation)
    {
        var json = await db.Revisions.Where(row => row.Id == revision).Select(row => row.Body).SingleOrDefaultAsync(cancellation);
        return json is null ? null : await OfAsync(db, book, item, ContentTypes.Get(item.Type).Read(json), cancellation);
    }

    private static async Task<HashSet<string>> WritersAsync(CmsDb db, ContentItem item, CancellationToken cancellation)
    {
        var authors = await db.Revisions
            .Where(row => row.ItemId == item.Id && row.Number > db.Revisions.Where(live => live.Id == item.LiveRevisionId).Select(live => live.Number).FirstOrDefault())
            .Select(row => row.Author).Distinct().ToListAsync(cancellation);
        return authors.ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<bool> IsAboutOneAsync(CmsDb db, ContentBody body, CancellationToken cancellation)
    {
        ItemId[] targets = [.. BodyReading.Items(body)];
        if (targets.Length == 0)
        {
            return false;
        }

        var rows = await db.Items.Where(row => targets.Contains(row.Id))
            .Join(db.Revisions, row => row.LiveRevisionId ?? row.DraftRevisionId, revision => revision.Id, (row, revision) => new { row.Type, revision.Body })
            .ToListAsync(cancellation);
        return rows.Exists(row => ContentTypes.Get(row.Type).Read(row.Body).NamesPrivatePerson);
    }
}
