using System.Globalization;

namespace PhongTho.Search.Vietnamese;

/// <summary>Which characters make words, looked up: the category of a character is asked for at every letter of every text.</summary>
internal static class Characters
{
    private const int TableSize = 0x2000;

    private static readonly bool[] Words = [.. Enumerable.Range(0, TableSize).Select(code => char.IsLetterOrDigit((char)code))];
    private static readonly bool[] Inside = [.. Enumerable.Range(0, TableSize).Select(code => IsInside((char)code))];

    /// <summary>A letter or a digit.</summary>
    public static bool IsOfWord(char character) => character < TableSize ? Words[character] : char.IsLetterOrDigit(character);

    /// <summary>The same or, once a word has begun, a mark over its letters or something unseen.</summary>
    public static bool ContinuesWord(char character) => character < TableSize ? Inside[character] : IsInside(character);

    private static bool IsInside(char character) =>
        char.IsLetterOrDigit(character)
        || (character > '\u007f' && char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);
}
