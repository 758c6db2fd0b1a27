using System.Diagnostics;
using System.Globalization;
using PhongTho.Cms.Questions;
using PhongTho.Search;

namespace PhongTho.Benchmarks;

/// <summary>Indexing, size, time of a question by form, questions a second, time until an edit is seen, and memory, beside references over the same texts.</summary>
internal static class SearchBenchmark
{
    private const int ArticleWords = 600;
    private const int StoryWords = 60;
    private const int MostArticles = 100_000;
    private const int OfEachForm = 40;

    private static readonly string[] Facets = ["type", "unit", "field", "year", "doi-tuong"];

    /// <param name="like">A file in the shape of the story import to babble like; null takes the repository's content.</param>
    /// <param name="words">In each body: an article has some hundreds, a short story some dozens.</param>
    public static void Run(int count, string? like, int? words, bool references)
    {
        var texts = BabbledTexts.Like(like);
        var length = words ?? (count > MostArticles ? StoryWords : ArticleWords);
        var questions = SearchQuestions.From([.. texts.Make(500, length)], OfEachForm).ToList();
        Line($"{count:N0} texts of {length} words");
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        using (var index = SearchIndex.Open(folder))
        {
            index.Wording = WordTable.Standard;
            var started = Stopwatch.GetTimestamp();
            index.Replace(texts.Make(count, length), 1);
            Filled("PhongTho.Search", count, started, folder);
            Time("PhongTho.Search", questions, words => index.Search(new SearchQuery { Words = words, CountFacets = Facets, Limit = 10 }).Total, byForm: true);
            TwoAtOnce(index, questions);
            Suggest(index, questions);
            Longest(index, texts);
            Refresh(index, texts, length);
            Line($"memory: {Environment.WorkingSet / 1_000_000:N0} MB resident, {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000:N0} MB of it managed");
        }
        Directory.Delete(folder, recursive: true);
        foreach (var make in references ? new Func<string, ISearchReference>[] { path => new StandardLucene(path), path => new SqliteFts(path) } : [])
        {
            Compare(make, texts.Make(count, length), count, questions);
        }
    }

    private static void Compare(Func<string, ISearchReference> make, IEnumerable<SearchDocument> texts, int count, List<(string Form, string Words)> questions)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        using (var reference = make(folder))
        {
            var started = Stopwatch.GetTimestamp();
            reference.Fill(texts);
            Filled(reference.Name, count, started, folder);
            Time(reference.Name, questions, reference.Ask, byForm: false);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static void Filled(string name, int count, long started, string folder)
    {
        var size = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        Line($"{name}: {count / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} texts/s indexed (making them included), {size / 1_000_000.0:N1} MB");
    }

    private static void Time(string name, List<(string Form, string Words)> questions, Func<string, int> ask, bool byForm)
    {
        foreach (var (_, words) in questions.Concat(questions))
        {
            ask(words);
        }
        var times = questions.Select(question => (question.Form, Time: Measure(() => ask(question.Words)))).ToList();
        Percentiles(name, times.Select(time => time.Time));
        foreach (var form in byForm ? times.GroupBy(time => time.Form) : [])
        {
            Percentiles($"  {form.Key}", form.Select(time => time.Time));
        }
    }

    private static void TwoAtOnce(SearchIndex index, List<(string Form, string Words)> questions)
    {
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEach(questions, new ParallelOptions { MaxDegreeOfParallelism = 2 }, question =>
            index.Search(new SearchQuery { Words = question.Words, CountFacets = Facets, Limit = 10 }));
        Line($"two at once: {questions.Count / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} questions/s");
    }

    private static void Suggest(SearchIndex index, List<(string Form, string Words)> questions) =>
        Percentiles("suggest", questions.SelectMany(question => Enumerable.Range(1, 6).Where(length => length <= question.Words.Length)
            .Select(length => Measure(() => index.Suggest(question.Words[..length], 8)))));

    // As much as is read of what anybody sends: words of the collection, and characters of every kind.
    private static void Longest(SearchIndex index, BabbledTexts texts)
    {
        var random = new Random(2000);
        var anything = Enumerable.Range(0, 60).Select(_ => new string([.. Enumerable.Range(0, 2000).Select(_ => (char)random.Next(1, 0xFFFF))]));
        var words = texts.Make(60, 600).Select(text => text.Body[..2000]);
        Percentiles("2,000 characters", anything.Concat(words).ToList().Select(typed => Measure(() => index.Search(new SearchQuery { Words = typed, CountFacets = Facets, Limit = 10 }))));
    }

    private static void Refresh(SearchIndex index, BabbledTexts texts, int length)
    {
        var edits = texts.Make(60, length).ToList();
        Percentiles("an edit until it is seen", edits.Select(edit => Measure(() =>
        {
            index.Apply([edit], [], index.Position + 1);
            index.Search(new SearchQuery { Words = edit.Title, CountFacets = Facets });
        })));
    }

    private static double Measure(Action act)
    {
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Percentiles(string name, IEnumerable<double> measured)
    {
        var times = measured.Order().ToList();
        Line($"{name}: p50 {times[times.Count / 2]:N2} ms, p99 {times[(int)(times.Count * 0.99)]:N2} ms");
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
