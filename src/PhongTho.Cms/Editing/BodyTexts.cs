using System.Globalization;
using PhongTho.Cms.Markdown;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>Fields as plain text a person can read and compare: names for slugs and ids, lines for lists.</summary>
/// <param name="term">Name of a term.</param>
/// <param name="item">Title of an item.</param>
/// <param name="file">Name of a file.</param>
internal sealed class BodyTexts(Func<string, string, string> term, Func<ItemId, string> item, Func<MediaId, string> file)
{
    private static readonly CultureInfo Vietnamese = new("vi-VN");

    /// <summary>The value of the field, one line an element.</summary>
    public string Of(ShapeField field, object owner) => string.Join('\n', field.Values(owner).Select(value => field.IsNested ? OfRecord(value) : OfValue(field, value)));

    /// <summary>All fields of a record that hold something; the label first, unless there is only one.</summary>
    public string OfRecord(object record)
    {
        var fields = Shape.Of(record.GetType()).Fields;
        return string.Join('\n', fields.Select(field => (field.Label, Text: Of(field, record))).Where(static part => part.Text.Length > 0)
            .Select(part => fields.Count == 1 ? part.Text : $"{part.Label}: {part.Text}"));
    }

    private string OfValue(ShapeField field, object value) => value switch
    {
        string text when field.Taxonomy is { } taxonomy && taxonomy != Taxonomies.Tag => term(taxonomy, text),
        string text when field.IsMarkdown => MarkdownText.ToPlainText(text),
        string text when field.IsRichText => MarkdownText.HtmlToPlainText(text),
        string text => text,
        bool isSo => isSo ? "Có" : "Không",
        PartialDate date => date.ToVietnamese(),
        ItemId id => item(id),
        MediaId id => file(id),
        IFormattable number => number.ToString(null, Vietnamese),
        _ => value.ToString() ?? "",
    };
}
