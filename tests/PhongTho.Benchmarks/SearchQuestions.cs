using System.Text;
using PhongTho.Search;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Benchmarks;

/// <summary>Questions cut from texts, in the forms in which people ask.</summary>
internal static class SearchQuestions
{
    public static IEnumerable<(string Form, string Words)> From(IReadOnlyList<SearchDocument> documents, int ofEach)
    {
        var random = new Random(109);
        for (var number = 0; number < ofEach; number++)
        {
            var words = Cut(documents[random.Next(documents.Count)].Body, random, random.Next(2, 6));
            var name = Cut(documents[random.Next(documents.Count)].Names[0], random, 2);
            yield return ("exact", words);
            yield return ("no diacritics", Folding.Fold(words));
            yield return ("decomposed", words.Normalize(NormalizationForm.FormD));
            yield return ("phrase", $"\"{words}\"");
            yield return ("one word", words.Split(' ')[0]);
            yield return ("name", string.Join(' ', name.Split(' ').Reverse()));
            yield return ("unfinished", words[..^1]);
            yield return ("one slip", words.Insert(words.Length / 2, "h"));
            yield return ("question", Cut(documents[random.Next(documents.Count)].Body, random, 12));
            yield return ("Telex", Folding.Fold(words).Replace("d", "dd", StringComparison.Ordinal) + "s");
        }
    }

    private static string Cut(string text, Random random, int count)
    {
        var words = text.Split(' ');
        var from = random.Next(Math.Max(1, words.Length - count));
        return string.Join(' ', words.Skip(from).Take(count));
    }
}
