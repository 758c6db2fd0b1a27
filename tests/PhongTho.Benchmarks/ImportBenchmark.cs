using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;

namespace PhongTho.Benchmarks;

/// <summary>Texts a second through the editor's verbs, beside bare inserts of the same texts into one table.</summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        var lines = SampleTexts.JsonLines(count);
        await ImportAsync(Path.Combine(folder, "warm-up"), SampleTexts.JsonLines(500));

        var import = await ImportAsync(Path.Combine(folder, "import"), lines);
        var bare = Bare(Path.Combine(folder, "bare.db"), count);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"import: {count / import.TotalSeconds:N0} texts/s; bare inserts {count / bare.TotalSeconds:N0} texts/s; ratio {bare / import:N3}"));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TimeSpan> ImportAsync(string folder, byte[] lines)
    {
        Directory.CreateDirectory(folder);
        var signal = new ChangeSignal();
        var database = new CmsDatabase(null, folder, signal, TimeProvider.System);
        await database.MigrateAsync(CancellationToken.None);
        using var books = new SiteBooks(database, signal);
        using var input = new MemoryStream(lines);
        var started = Stopwatch.GetTimestamp();
        var report = await new StoryImport(database, books, TimeProvider.System).RunAsync(input, null, CancellationToken.None);
        return report.IsComplete ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException(report.Refused[0].ToString());
    }

    private static TimeSpan Bare(string file, int count)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE Text (Id TEXT PRIMARY KEY, Title TEXT, Summary TEXT, Body TEXT)";
        create.ExecuteNonQuery();
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in SampleTexts.Make(count).Chunk(500))
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO Text VALUES ($id, $title, $summary, $body)";
            string[] names = ["$id", "$title", "$summary", "$body"];
            var parameters = names.Select(name => insert.Parameters.Add(name, SqliteType.Text)).ToArray();
            foreach (var (id, title, summary, body) in batch)
            {
                (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (id, title, summary, body);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
