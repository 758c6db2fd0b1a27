using System.Diagnostics;
using System.Globalization;
using PhongTho.Search;

namespace PhongTho.Benchmarks;

/// <summary>Texts indexed a second and time of a query, beside reading the same texts without indexing.</summary>
internal static class SearchBenchmark
{
    private static readonly string[] Queries = ["hien dat mo duong", "hiến đất mở đường", "gương sáng", "thoát nghèo", "tuan tra bien phong", "\"nhà văn hóa\"", "cô giáo trẻ em vùng cao"];

    public static void Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        var documents = SampleTexts.Make(count)
            .Select(text => new SearchDocument { Key = text.Id, Type = "story", Title = text.Title, Summary = text.Summary, Body = text.Body }).ToList();
        using var index = SearchIndex.Open(folder);
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in documents.Chunk(500))
        {
            index.Apply(batch, [], index.Position + batch.Length);
        }

        var indexing = Stopwatch.GetElapsedTime(started);
        var times = new List<double>();
        for (var round = 0; round < 40; round++)
        {
            foreach (var words in Queries)
            {
                started = Stopwatch.GetTimestamp();
                index.Search(new SearchQuery { Words = words, CountFacets = ["type"] });
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var warm = times.Skip(times.Count / 4).Order().ToList();
        var size = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"search: {count / indexing.TotalSeconds:N0} texts/s indexed, {size / 1_000_000.0:N1} MB; query p50 {warm[warm.Count / 2]:N2} ms, p99 {warm[(int)(warm.Count * 0.99)]:N2} ms"));
        index.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
