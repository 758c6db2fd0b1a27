using System.Globalization;
using System.Text;

namespace PhongTho.Cms.Seeding;

/// <summary>Text as a YAML scalar: plain where that is safe for every reader, a literal block for several lines, quoted otherwise.</summary>
internal static class YamlText
{
    // What other readers of YAML take for something else than text.
    private static readonly HashSet<string> NotText = new(["true", "false", "yes", "no", "on", "off", "null", "y", "n"], StringComparer.OrdinalIgnoreCase);

    /// <param name="indent">Column of the lines of a block.</param>
    public static string Of(string text, int indent)
    {
        if (IsPlain(text))
        {
            return text;
        }

        return indent > 0 && IsBlock(text) ? Block(text, indent) : Quoted(text);
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '/' or '“' or '(' or '«') && !char.IsWhiteSpace(text[^1]) && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !text.Any(MustEscape) && !text.Contains('\n', StringComparison.Ordinal) && !text.Contains('\t', StringComparison.Ordinal) && !NotText.Contains(text);

    // A block keeps its text as it is when no line of it could be taken for indentation and its last line ends it.
    private static bool IsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Any(MustEscape)
        && !text.Split('\n').Any(static line => line.Length > 0 && string.IsNullOrWhiteSpace(line));

    private static string Block(string text, int indent) =>
        "|-" + string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : "\n" + new string(' ', indent) + line));

    private static bool MustEscape(char letter) =>
        (char.IsControl(letter) && letter is not ('\n' or '\t')) || letter is '\u2028' or '\u2029' or '\ufeff';

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when MustEscape(letter) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
