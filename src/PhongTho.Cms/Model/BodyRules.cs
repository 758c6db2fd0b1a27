using System.Buffers;
using System.Globalization;
using System.Text;
using PhongTho.Cms.Markdown;

namespace PhongTho.Cms.Model;

/// <summary>A broken rule, said to the editor: where, and what to do.</summary>
public sealed record Problem(string Field, string Message);

/// <summary>Brings what was typed into the one form we store, and says what still stands against publishing it.</summary>
public static class BodyRules
{
    // Characters that no reader sees and that feeds (XML) and PostgreSQL refuse.
    private static readonly SearchValues<char> Stray = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(static code => (char)code).Where(static letter => char.IsControl(letter) && letter is not ('\n' or '\t')), '\uFFFE', '\uFFFF']);

    /// <summary>
    /// A clean copy: NFC, trimmed, line ends as <c>\n</c>, rich text sanitised, every block with an id of its own.
    /// Idempotent; the given body is not touched.
    /// </summary>
    public static ContentBody Normalise(ContentBody body)
    {
        var copy = ContentTypes.Of(body).Read(ContentJson.Write(body));
        Clean(copy);
        foreach (var block in copy.Blocks)
        {
            Clean(block);
        }

        return copy with { Blocks = WithIds(copy.Blocks) };
    }

    /// <summary>A clean copy of a record that is not content: settings, menus. Texts as in <see cref="Normalise"/>.</summary>
    public static T Tidy<T>(T record)
        where T : notnull
    {
        var copy = ContentJson.Read<T>(ContentJson.Write(record));
        Clean(copy);
        return copy;
    }

    /// <summary>What keeps the body from being published, in the order of the form; empty when nothing does.</summary>
    /// <param name="knowsTerm">Says whether a taxonomy has a term.</param>
    public static IReadOnlyList<Problem> Check(ContentBody body, Func<string, string, bool> knowsTerm)
    {
        var problems = new List<Problem>();
        Check(body, "", knowsTerm, problems);
        foreach (var block in body.Blocks)
        {
            Check(block, "", knowsTerm, problems);
        }

        return problems;
    }

    private static void Clean(object record)
    {
        foreach (var field in Shape.Of(record.GetType()).Fields)
        {
            if (field.IsNested)
            {
                foreach (var value in field.Values(record))
                {
                    Clean(value);
                }
            }
            else if (field.ValueType == typeof(string))
            {
                CleanText(field, record);
            }
        }
    }

    // The copy was made a moment ago and nobody else holds it, so setting its init properties breaks no promise.
    private static void CleanText(ShapeField field, object record)
    {
        if (field.ElementType is not null)
        {
            string[] texts = [.. field.Values(record).Cast<string>().Select(text => CleanText(field, text)).Where(static text => text.Length > 0)];
            field.Property.SetValue(record, texts);
        }
        else if (field.Property.GetValue(record) is string text)
        {
            field.Property.SetValue(record, CleanText(field, text));
        }
    }

    private static string CleanText(ShapeField field, string text)
    {
        var clean = WithoutStray(text.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Trim();
        return field.IsRichText ? Sanitizer.Clean(clean).Html.Trim() : clean;
    }

    private static string WithoutStray(string text) =>
        text.AsSpan().ContainsAny(Stray) ? string.Concat(text.Where(static letter => !Stray.Contains(letter))) : text;

    private static Block[] WithIds(IReadOnlyList<Block> blocks)
    {
        var taken = blocks.Select(static block => block.Id).Where(static id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        var next = 1;
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. blocks.Select(block => block.Id.Length > 0 && used.Add(block.Id) ? block : block with { Id = Next() })];

        string Next()
        {
            string id;
            do
            {
                id = string.Create(CultureInfo.InvariantCulture, $"b{next++}");
            }
            while (!taken.Add(id));
            used.Add(id);
            return id;
        }
    }

    private static void Check(object record, string under, Func<string, string, bool> knowsTerm, List<Problem> problems)
    {
        foreach (var field in Shape.Of(record.GetType()).Fields)
        {
            var label = under + field.Label;
            var isEmpty = true;
            foreach (var value in field.Values(record))
            {
                isEmpty &= value is string { Length: 0 };
                if (field.IsNested)
                {
                    Check(value, label + " › ", knowsTerm, problems);
                }
                else if (value is string { Length: > 0 } text)
                {
                    CheckText(field, label, text, knowsTerm, problems);
                }
                else if (value is MediaId { Value: var file } && file == Guid.Empty)
                {
                    problems.Add(new Problem(label, "Chưa chọn tệp."));
                }
            }

            if (field.IsRequired && isEmpty)
            {
                problems.Add(new Problem(label, "Chưa điền."));
            }
        }
    }

    private static void CheckText(ShapeField field, string label, string text, Func<string, string, bool> knowsTerm, List<Problem> problems)
    {
        if (text.Length > field.MaxLength)
        {
            problems.Add(new Problem(label, string.Create(CultureInfo.InvariantCulture, $"Dài {text.Length} ký tự, tối đa {field.MaxLength}.")));
        }

        if (field.Taxonomy is { } taxonomy && taxonomy != Taxonomies.Tag && !knowsTerm(taxonomy, text))
        {
            problems.Add(new Problem(label, $"Không có mục «{text}» trong danh mục «{taxonomy}»."));
        }
    }
}
