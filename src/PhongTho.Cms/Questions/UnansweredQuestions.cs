using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Questions;

/// <summary>
/// Counts what readers ask in vain, over all nodes. A reader never waits for it: questions gather in memory, bounded, and are written together
/// every few seconds and at the end. It is no act of anybody, so it records no change and moves no page.
/// </summary>
public sealed partial class UnansweredQuestions(CmsDatabase database, TimeProvider clock, string dataFolder, ILogger<UnansweredQuestions> logger) : BackgroundService
{
    /// <summary>A flood of nonsense leaves the questions that many ask.</summary>
    public const int Most = 1000;

    /// <summary>What nobody asked for so many days is forgotten.</summary>
    public const int KeptDays = 180;

    private const int MostWaiting = 500;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    private readonly Lock noting = new();
    private Dictionary<string, AskedInVain> waiting = new(StringComparer.Ordinal);
    private DateOnly lookedOver;

    /// <summary>Notes a question that found nothing; one that may tell something about a person is not kept, not even in memory.</summary>
    public void Note(string words)
    {
        if (Anonymous.MayKeep(words))
        {
            Wait(new AskedInVain(words.Trim(), 1, Today));
        }
    }

    /// <summary>Writes down what was asked until now; what cannot be written waits on.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        Dictionary<string, AskedInVain> taken;
        lock (noting)
        {
            (taken, waiting) = (waiting, new(StringComparer.Ordinal));
        }

        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await using var db = database.Open();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var (key, asked) in taken)
            {
                await AddAsync(db, key, asked, cancellation);
            }

            await QuestionKeeping.ForgetAsync(db, Today, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch
        {
            Array.ForEach([.. taken.Values], Wait);
            throw;
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellation => FormerQuestionFile.TakeOverAsync(dataFolder, Wait, WriteAsync, cancellation), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(WriteAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Between, clock);
        do
        {
            await TryAsync(WriteAsync, stoppingToken);
            await TryAsync(LookOverAsync, stoppingToken);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    private DateOnly Today => SiteTime.Today(clock);

    private void Wait(AskedInVain asked)
    {
        var key = PlainWords.Of(asked.Words);
        lock (noting)
        {
            if (waiting.TryGetValue(key, out var before))
            {
                waiting[key] = before with { Times = before.Times + asked.Times, LastOn = asked.LastOn > before.LastOn ? asked.LastOn : before.LastOn };
            }
            else if (waiting.Count < MostWaiting)
            {
                waiting[key] = asked;
            }
        }
    }

    // One statement, so that two nodes that hear the same question for the first time count two. Both databases read it alike.
    private static Task AddAsync(CmsDb db, string key, AskedInVain asked, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "UnansweredQuestion" ("Key", "Words", "Times", "LastOn") VALUES ({key}, {asked.Words}, {asked.Times}, {asked.LastOn})
        ON CONFLICT ("Key") DO UPDATE SET
            "Times" = "UnansweredQuestion"."Times" + excluded."Times",
            "LastOn" = CASE WHEN excluded."LastOn" > "UnansweredQuestion"."LastOn" THEN excluded."LastOn" ELSE "UnansweredQuestion"."LastOn" END
        """, cancellation);

    /// <summary>Once a day, also where nobody asks in vain.</summary>
    private async Task LookOverAsync(CancellationToken cancellation)
    {
        if (lookedOver != Today)
        {
            await using var db = database.Open();
            await QuestionKeeping.ForgetAsync(db, Today, cancellation);
            lookedOver = Today;
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        try
        {
            await act(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database may be away; the next round writes it.
            LogFailure(logger, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Questions asked in vain could not be written down for now.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}

/// <summary>A question not yet written down.</summary>
internal sealed record AskedInVain(string Words, int Times, DateOnly LastOn);
