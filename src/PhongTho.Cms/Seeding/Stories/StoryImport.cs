using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>
/// Brings in stories of other systems, one JSON object a line, and publishes them. Known by their ids, they come once; a
/// second run brings what changed at the source, and a run after a kill brings the rest.
/// </summary>
public sealed class StoryImport(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    // A transaction holds the clock: editors who save meanwhile wait for one batch, about half a second.
    private const int Batch = 500;

    public async Task<StoryReport> RunAsync(Stream input, IProgress<StoryProgress>? progress, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var notes = new StoryNotes();
        using var reader = new StreamReader(input, leaveOpen: true);
        var batches = new StoryBatches(reader, book.Knows, Batch);
        var writer = new StoryWriter(book, notes, clock);

        // While one batch is written the next one is read: parsing and sanitising cost as much as storing.
        var reading = Task.Run(() => batches.NextAsync(cancellation), cancellation);
        while (await reading is { } batch)
        {
            reading = Task.Run(() => batches.NextAsync(cancellation), cancellation);
            batch.Refused.ForEach(refused => notes.Refused(refused.Line, refused.Message));
            await WriteAsync(writer, batch.Rows, cancellation);
            progress?.Report(notes.ToProgress(batch.LastLine));
        }

        return notes.ToReport();
    }

    private async Task WriteAsync(StoryWriter writer, IReadOnlyList<StoryRow> rows, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(Actor.Import, cancellation);
        await writer.WriteAsync(work, rows, cancellation);
        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }
    }
}

/// <summary>Lines that are written together.</summary>
internal sealed record StoryBatch(List<StoryRow> Rows, List<StoryProblem> Refused, int LastLine);

/// <summary>Reads a file of stories batch by batch. No id is twice in one batch, so a later line finds what an earlier one wrote.</summary>
internal sealed class StoryBatches(StreamReader reader, Func<string, string, bool> knowsTerm, int size)
{
    private StoryRow? waiting;
    private int line;

    public async Task<StoryBatch?> NextAsync(CancellationToken cancellation)
    {
        var batch = new StoryBatch([], [], line);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (batch.Rows.Count < size)
        {
            if (waiting is null && !await ReadAsync(batch, cancellation))
            {
                break;
            }

            if (waiting is not null && !ids.Add(waiting.Id))
            {
                break;
            }

            batch.Rows.AddRange(waiting is null ? [] : [waiting]);
            waiting = null;
        }

        return line == batch.LastLine && batch.Rows.Count == 0 ? null : batch with { LastLine = line };
    }

    /// <summary>Takes the next line; false at the end of the file.</summary>
    private async Task<bool> ReadAsync(StoryBatch batch, CancellationToken cancellation)
    {
        if (await reader.ReadLineAsync(cancellation) is not { } text)
        {
            return false;
        }

        line++;
        if (!string.IsNullOrWhiteSpace(text))
        {
            waiting = StoryLine.Read(line, text, knowsTerm, out var reason);
            batch.Refused.AddRange(reason is null ? [] : [new StoryProblem(line, reason)]);
        }

        return true;
    }
}
