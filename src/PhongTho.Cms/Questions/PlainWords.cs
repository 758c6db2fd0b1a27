using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Questions;

/// <summary>Words as they are compared where marks, case and signs make no difference.</summary>
public static class PlainWords
{
    public static string Of(string text) => string.Join(' ', Syllables.Read(text).Select(static syllable => syllable.Folded));

    /// <summary>Whether one is among the other's words, whole and in order. Both plain.</summary>
    public static bool Contain(string plain, string sought) => $" {plain} ".Contains($" {sought} ", StringComparison.Ordinal);
}
