using System.Text.Json;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Indexing;

/// <summary>What readers asked in vain, so that editors can write it or name it otherwise. Holds words and counts, never who asked.</summary>
public sealed class UnansweredQuestions(string dataFolder, TimeProvider clock)
{
    private const int Most = 500;
    private const int LongestWords = 80;

    // Telephone and identity numbers are longer; years and document numbers are not.
    private const int LongestNumber = 5;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    private readonly Lock noting = new();
    private readonly string file = Path.Combine(dataFolder, "search-unanswered.json");
    private Dictionary<string, UnansweredQuestion>? questions;
    private DateTimeOffset savedAt;

    /// <summary>Notes a question that found nothing; one that may tell something about a person is not kept.</summary>
    public void Note(string words)
    {
        var syllables = Syllables.Read(words.Length > LongestWords ? "" : words);
        if (syllables.Count == 0 || words.Contains('@', StringComparison.Ordinal) || syllables.Any(IsLongNumber))
        {
            return;
        }

        lock (noting)
        {
            var known = questions ??= Load();
            var key = string.Join(' ', syllables.Select(syllable => syllable.Folded));
            var today = DateOnly.FromDateTime(Publishing.SiteTime.Local(clock.GetUtcNow()).DateTime);
            known[key] = known.TryGetValue(key, out var before) ? before with { Times = before.Times + 1, LastOn = today } : new UnansweredQuestion(words.Trim(), 1, today);
            if (known.Count > Most)
            {
                known.Remove(known.MinBy(question => (question.Value.Times, question.Value.LastOn.DayNumber)).Key);
            }

            Save(known);
        }
    }

    /// <summary>The most often asked first.</summary>
    public IReadOnlyList<UnansweredQuestion> List()
    {
        lock (noting)
        {
            return [.. (questions ??= Load()).Values.OrderByDescending(question => question.Times).ThenByDescending(question => question.LastOn).ThenBy(question => question.Words, StringComparer.Ordinal)];
        }
    }

    /// <summary>Forgets one, when it has been seen to.</summary>
    public void Forget(string words)
    {
        lock (noting)
        {
            var known = questions ??= Load();
            known.Remove(string.Join(' ', Syllables.Read(words).Select(syllable => syllable.Folded)));
            savedAt = default;
            Save(known);
        }
    }

    private static bool IsLongNumber(Syllable syllable) => syllable.Folded.Count(char.IsAsciiDigit) > LongestNumber;

    private Dictionary<string, UnansweredQuestion> Load()
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, UnansweredQuestion>>(File.ReadAllText(file)) ?? [] : [];
        }
        catch (JsonException)
        {
            // A list of wishes is not worth a start that fails.
            return [];
        }
    }

    // Not at every question: a crash may cost some seconds of wishes.
    private void Save(Dictionary<string, UnansweredQuestion> known)
    {
        var now = clock.GetUtcNow();
        if (now - savedAt < Between)
        {
            return;
        }

        savedAt = now;
        Directory.CreateDirectory(dataFolder);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(known));
        File.Move(file + ".new", file, overwrite: true);
    }
}

/// <param name="Words">As it was typed first.</param>
public sealed record UnansweredQuestion(string Words, int Times, DateOnly LastOn);
