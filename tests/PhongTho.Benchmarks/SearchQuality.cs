using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PhongTho.Cms.Questions;
using PhongTho.Search;

namespace PhongTho.Benchmarks;

/// <summary>Scores the search on a set of texts and of questions with known answers, as a table by form of question.</summary>
internal static class SearchQuality
{
    private const int Depth = 10;
    private const int WarmUps = 10;
    private const int MostWarmUps = 1500;

    /// <param name="texts">JSON lines in the shape of the story import.</param>
    /// <param name="questions">JSON lines: <c>form</c>, <c>query</c>, <c>relevant</c>.</param>
    /// <param name="failures">Also prints the questions that were not answered first.</param>
    public static void Run(string texts, string questions, bool failures)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-quality-").FullName;
        using (var index = SearchIndex.Open(folder))
        {
            index.Wording = WordTable.Standard;
            index.Replace(Documents(texts), 1);
            var asked = File.ReadLines(questions).Select(Question).ToList();
            // Until the code is compiled for speed.
            foreach (var (_, words, _) in Enumerable.Repeat(asked, WarmUps).SelectMany(all => all).Take(MostWarmUps))
            {
                Ask(index, words);
            }
            var rows = asked.Select(question => Score(index, question)).ToList();
            Print(rows, failures);
        }
        Directory.Delete(folder, recursive: true);
    }

    public static IEnumerable<SearchDocument> Documents(string texts) =>
        File.ReadLines(texts).Select(line => JsonDocument.Parse(line).RootElement).Select(line => new SearchDocument
        {
            Key = Text(line, "id"),
            Type = "story",
            Title = Text(line, "title"),
            Summary = Text(line, "summary"),
            Body = Text(line, "body"),
        });

    private static SearchResults Ask(SearchIndex index, string words) =>
        index.Search(new SearchQuery { Words = words, Limit = Depth, CountFacets = ["type", "unit", "field", "year"] });

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static (string Form, string Words, HashSet<string> Relevant) Question(string line)
    {
        var question = JsonDocument.Parse(line).RootElement;
        return (Text(question, "form"), Text(question, "query"), [.. question.GetProperty("relevant").EnumerateArray().Select(id => id.GetString()!)]);
    }

    private static Row Score(SearchIndex index, (string Form, string Words, HashSet<string> Relevant) question)
    {
        var started = Stopwatch.GetTimestamp();
        var results = Ask(index, question.Words);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var ranks = results.Hits.Select((hit, rank) => (hit.Key, Rank: rank + 1)).Where(hit => question.Relevant.Contains(hit.Key)).Select(hit => hit.Rank).ToList();
        return new Row(question.Form, question.Words, ranks.Count > 0 ? 1.0 / ranks[0] : 0, (double)ranks.Count / Math.Min(Depth, question.Relevant.Count), time, results, question.Relevant);
    }

    private static void Print(List<Row> rows, bool failures)
    {
        foreach (var row in rows.Where(row => failures && row.Reciprocal < 1))
        {
            Line($"{row.Form} «{row.Words}» {row.Reciprocal:0.00} of {row.Results.Total}, wanted {string.Join(' ', row.Relevant.Take(3))}, got {string.Join(' ', row.Results.Hits.Take(3).Select(hit => hit.Key))}; meant «{row.Results.InterpretedAs ?? row.Results.Suggestion}»");
        }
        Line($"| form | n | MRR@10 | recall@10 |");
        Line($"|---|---|---|---|");
        var forms = rows.GroupBy(row => row.Form).OrderBy(form => form.Key, StringComparer.Ordinal).ToList();
        foreach (var form in forms)
        {
            Line($"| {form.Key} | {form.Count()} | {form.Average(row => row.Reciprocal):0.000} | {form.Average(row => row.Recall):0.000} |");
        }
        Line($"| macro | {rows.Count} | {forms.Average(form => form.Average(row => row.Reciprocal)):0.000} | {forms.Average(form => form.Average(row => row.Recall)):0.000} |");
        var times = rows.Select(row => row.Time).Order().ToList();
        Line($"p50 {times[times.Count / 2]:0.00} ms, p99 {times[(int)(times.Count * 0.99)]:0.00} ms, with snippets and facets");
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Row(string Form, string Words, double Reciprocal, double Recall, double Time, SearchResults Results, HashSet<string> Relevant);
}
