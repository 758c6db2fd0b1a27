using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>What one index is made of: some documents of the database, all of them or those of some items.</summary>
internal interface IIndexSource
{
    IEnumerable<SearchDocument> ReadAll(CmsDb db, SiteBook book);

    Task<IReadOnlyList<SearchDocument>> ReadAsync(CmsDb db, SiteBook book, IReadOnlyList<ItemId> ids, CancellationToken cancellation);
}

/// <summary>
/// Keeps one index at the log's position. The position is part of the index's own commit, so a kill between a database commit and an
/// index commit loses nothing. Applying a change twice is harmless, because what is read is the item as it is now.
/// </summary>
internal sealed class IndexKeeper(CmsDatabase database, SiteBooks books, SearchIndex index, IIndexSource source) : IDisposable
{
    private const int BatchSize = 500;
    private const int TellEvery = 50;

    // So many texts may lie in memory at once.
    private const int MostAtOnce = 2000;

    private readonly SemaphoreSlim applying = new(1, 1);

    private bool hasWords;
    private volatile Reindexing? now;

    /// <summary>How far it has come where it goes through the texts again; null where it does not.</summary>
    public Reindexing? Now => now;

    public void Dispose() => applying.Dispose();

    /// <summary>Brings the index up to the log; builds it anew when it is new, of another shape, or ahead of the database.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await applying.WaitAsync(cancellation);
        try
        {
            await using var db = database.Open();
            var newest = await db.Clocks.Select(row => row.Position).SingleAsync(cancellation);
            if (!hasWords)
            {
                await TakeWordsAsync(db, cancellation);
            }

            if (index.Position == 0 || index.Position > newest)
            {
                await RebuildAsync(db, newest, progress: null, cancellation);
            }

            while (await ApplyNextAsync(db, cancellation))
            {
                // Each batch is one index commit.
            }

            if (index.HasRemains)
            {
                // After the commit that hid them: readers do not wait for the rewriting.
                index.Purge();
            }
        }
        finally
        {
            applying.Release();
        }
    }

    /// <summary>Builds the whole index again from the database, beside the one that answers meanwhile.</summary>
    public async Task RebuildAsync(IProgress<int>? progress, CancellationToken cancellation)
    {
        await applying.WaitAsync(cancellation);
        try
        {
            await using var db = database.Open();
            await RebuildAsync(db, await db.Clocks.Select(row => row.Position).SingleAsync(cancellation), progress, cancellation);
        }
        finally
        {
            applying.Release();
        }
    }

    private async Task RebuildAsync(CmsDb db, long position, IProgress<int>? progress, CancellationToken cancellation)
    {
        await TakeWordsAsync(db, cancellation);
        var book = await books.CurrentAsync(cancellation);
        try
        {
            index.Replace(Telling(source.ReadAll(db, book)), position, progress);
        }
        finally
        {
            now = null;
        }
    }

    private async Task TakeWordsAsync(CmsDb db, CancellationToken cancellation) =>
        (index.Wording, hasWords) = (await WordTable.ReadAsync(db, cancellation), true);

    private IEnumerable<SearchDocument> Telling(IEnumerable<SearchDocument> documents)
    {
        var of = index.Count;
        foreach (var (read, document) in documents.Index())
        {
            now = read % TellEvery == 0 ? new Reindexing(read, Math.Max(of, read)) : now;
            yield return document;
        }
    }

    /// <summary>Applies the next batch of changes; false when there was none.</summary>
    private async Task<bool> ApplyNextAsync(CmsDb db, CancellationToken cancellation)
    {
        var from = index.Position;
        var changes = await db.Changes.Where(change => change.Position > from).OrderBy(change => change.Position).Take(BatchSize).ToListAsync(cancellation);
        if (changes.Count == 0)
        {
            return false;
        }

        var position = changes[^1].Position;
        if (changes.Exists(change => change.Verb is ChangeVerb.TermsSaved or ChangeVerb.UnitsSaved))
        {
            // Names of terms and units stand in many documents.
            await RebuildAsync(db, position, progress: null, cancellation);
            return true;
        }

        if (changes.Exists(static change => change.Verb is ChangeVerb.AbbreviationsSaved or ChangeVerb.SynonymsSaved))
        {
            // Questions are read by them from here on, before any text is.
            await TakeWordsAsync(db, cancellation);
        }

        ItemId[] touched = [.. changes.Select(change => change.ItemId).OfType<ItemId>().Distinct()];
        var book = await books.CurrentAsync(cancellation);
        var documents = await source.ReadAsync(db, book, touched, cancellation);
        if (Respelled(changes) is { } letters)
        {
            if (Having(letters, source.ReadAll(db, book)) is not { } respelled)
            {
                await RebuildAsync(db, position, progress: null, cancellation);
                return true;
            }

            documents = [.. documents.UnionBy(respelled, static document => document.Key)];
        }

        var kept = documents.Select(document => document.Key).ToHashSet(StringComparer.Ordinal);
        index.Apply(documents, [.. touched.Select(id => id.ToString()).Where(key => !kept.Contains(key))], position, LeavesNothingBehind(changes));
        return true;
    }

    /// <summary>The abbreviations whose meaning changed; null for none, empty for all of them.</summary>
    private static string[]? Respelled(List<Change> changes)
    {
        var saved = changes.Where(static change => change.Verb == ChangeVerb.AbbreviationsSaved).ToList();
        return saved.Count == 0 ? null : saved.Exists(static change => change.Note is null) ? [] : [.. saved.Select(static change => change.Note!).Distinct()];
    }

    /// <summary>The documents that have the letters, for only they were indexed otherwise; null where it is as well to take them all.</summary>
    private List<SearchDocument>? Having(string[] letters, IEnumerable<SearchDocument> all)
    {
        try
        {
            var having = letters.Length == 0 ? null : Telling(all).Where(document => letters.Any(word => Has(document, word))).Take(MostAtOnce + 1).ToList();
            return having?.Count > MostAtOnce ? null : having;
        }
        finally
        {
            now = null;
        }
    }

    // Case and word ends are for the index to judge: a document too many is only indexed as it was.
    private static bool Has(SearchDocument document, string letters) =>
        document.Title.Contains(letters, StringComparison.OrdinalIgnoreCase) || document.Summary.Contains(letters, StringComparison.OrdinalIgnoreCase)
        || document.Body.Contains(letters, StringComparison.OrdinalIgnoreCase) || document.Names.Any(name => name.Contains(letters, StringComparison.OrdinalIgnoreCase));

    // A person who took consent back, and a story that was false: hidden in a segment is not gone (rule R11).
    private static bool LeavesNothingBehind(List<Change> changes) =>
        changes.Exists(change => change.Verb is ChangeVerb.Withdrawn or ChangeVerb.Retracted or ChangeVerb.Deleted or ChangeVerb.Erased);
}

/// <summary>How many documents were gone through, of about how many.</summary>
public sealed record Reindexing(int Read, int Of);
