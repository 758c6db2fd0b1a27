using System.Globalization;
using PhongTho.Search;

namespace PhongTho.Benchmarks;

/// <summary>Any number of texts that babble like given ones: each word follows two that it followed there, so that words and neighbours are as common as in life.</summary>
internal sealed class BabbledTexts
{
    private static readonly char[] Spaces = [' ', '\n', '\r', '\t'];

    private readonly Dictionary<(string, string), List<string>> _following = [];
    private readonly List<(string, string)> _beginnings = [];

    public BabbledTexts(IEnumerable<string> models)
    {
        foreach (var model in models)
        {
            var words = model.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
            for (var at = 2; at < words.Length; at++)
            {
                var before = (words[at - 2], words[at - 1]);
                if (!_following.TryGetValue(before, out var following))
                {
                    _following.Add(before, following = []);
                }
                following.Add(words[at]);
                if (char.IsUpper(words[at - 2][0]))
                {
                    _beginnings.Add(before);
                }
            }
        }
    }

    /// <summary>The stories and articles of a folder of Markdown, or of a file in the shape of the story import.</summary>
    public static BabbledTexts Like(string? path) =>
        path is not null
            ? new BabbledTexts(SearchQuality.Documents(path).Select(document => document.Body))
            : new BabbledTexts(Directory.EnumerateFiles(Path.Combine(Root(), "content"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText));

    /// <param name="words">In each body.</param>
    public IEnumerable<SearchDocument> Make(int count, int words)
    {
        var random = new Random(2023);
        for (var number = 0; number < count; number++)
        {
            var body = Babble(random, words);
            yield return new SearchDocument
            {
                Key = number.ToString("00000000", CultureInfo.InvariantCulture),
                Type = number % 5 == 0 ? "exemplar" : "story",
                Title = Babble(random, random.Next(6, 14)),
                Summary = Babble(random, Math.Min(words, 30)),
                Body = body,
                Names = [Babble(random, 3)],
                PublishedAt = DateTimeOffset.UnixEpoch.AddMinutes(random.Next(30_000_000)),
                Facets = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["unit"] = [$"xa-{random.Next(17)}"],
                    ["field"] = [$"linh-vuc-{random.Next(12)}"],
                    ["year"] = [$"{2010 + random.Next(17)}"],
                    ["doi-tuong"] = [$"nhom-{random.Next(5)}"],
                },
            };
        }
    }

    private string Babble(Random random, int count)
    {
        var words = new List<string>(count);
        var last = _beginnings[random.Next(_beginnings.Count)];
        while (words.Count < count)
        {
            if (!_following.TryGetValue(last, out var following) || random.Next(40) == 0)
            {
                last = _beginnings[random.Next(_beginnings.Count)];
                continue;
            }
            var next = following[random.Next(following.Count)];
            words.Add(next);
            last = (last.Item2, next);
        }
        return string.Join(' ', words);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PhongTho.Portal.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The benchmarks are run inside the repository.");
        }
        return folder;
    }
}
