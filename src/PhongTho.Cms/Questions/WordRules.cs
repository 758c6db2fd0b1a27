using PhongTho.Cms.Changes;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Questions;

/// <summary>What may be an abbreviation, and what a group of synonyms.</summary>
internal static class WordRules
{
    private const int LongestShort = 12;
    private const int LongestText = 120;
    private const int MostSyllables = 10;
    private const int MostPhrases = 6;

    public static Refusal? WhyNotKeep(string written, string meaning) => (Syllables.Read(written), Syllables.Read(meaning)) switch
    {
        ({ Count: 0 }, _) or (_, { Count: 0 }) => new Refusal("empty", "Hãy điền cả chữ viết tắt và nghĩa đầy đủ."),
        ({ Count: > 1 }, _) => new Refusal("short", "Chữ viết tắt phải viết liền, không dấu cách: UBND, HTX, ThS."),
        _ when written.Length is < 2 or > LongestShort => new Refusal("short", $"Chữ viết tắt dài từ 2 đến {LongestShort} chữ."),
        _ when !written.Any(char.IsUpper) || !written.All(char.IsLetterOrDigit) => new Refusal("short", "Hãy ghi chữ viết tắt đúng như trong bài, bằng chữ hoa: UBND, HTX, ThS."),
        (_, { Count: > MostSyllables }) => new Refusal("meaning", $"Nghĩa đầy đủ không quá {MostSyllables} tiếng."),
        _ when meaning.Length > LongestText => new Refusal("meaning", $"Nghĩa đầy đủ không quá {LongestText} ký tự."),
        (_, { Count: 1 }) when PlainWords.Of(meaning) == PlainWords.Of(written) => new Refusal("meaning", "Nghĩa phải khác chữ viết tắt."),
        _ => null,
    };

    public static Refusal? WhyNotKeep(IReadOnlyList<string> phrases)
    {
        if (phrases.Any(static phrase => phrase.Length > LongestText || Syllables.Read(phrase).Count is 0 or > MostSyllables))
        {
            return new Refusal("phrase", $"Mỗi cách gọi là một cụm chữ, không quá {MostSyllables} tiếng.");
        }

        return phrases.DistinctBy(static phrase => phrase.ToUpperInvariant()).Count() < phrases.Count || phrases.Count is < 2 or > MostPhrases
            ? new Refusal("group", $"Một nhóm có từ 2 đến {MostPhrases} cách gọi khác nhau, mỗi cách một dòng.")
            : null;
    }
}
