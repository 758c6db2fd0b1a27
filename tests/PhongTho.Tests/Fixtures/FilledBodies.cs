using PhongTho.Cms.Model;

namespace PhongTho.Tests.Fixtures;

/// <summary>Bodies with something in every field, made from the shape of their record: a field or block nobody thought of is filled too.</summary>
/// <param name="texts">Taken in turn for fields of text.</param>
public sealed class FilledBodies(IReadOnlyList<string> texts, ItemId target, MediaId media, SubjectId subject)
{
    private static readonly Type[] Kinds =
        [.. typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private int turn;

    /// <summary>A body of the type with two blocks of every kind in a row.</summary>
    public ContentBody Of(ContentType type, string title) =>
        (ContentBody)Fill(type.Body) with { Title = title, Blocks = [.. Kinds.SelectMany(kind => new[] { (Block)Fill(kind), (Block)Fill(kind) })] };

    /// <summary>A body of the type with nothing in any field.</summary>
    public static ContentBody Bare(ContentType type)
    {
        var body = (ContentBody)Activator.CreateInstance(type.Body)!;
        foreach (var field in type.Shape.Fields.Where(field => field.IsRequired && field.Property.PropertyType == typeof(string)))
        {
            field.Property.SetValue(body, "");
        }

        return body;
    }

    private object Fill(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var field in Shape.Of(type).Fields)
        {
            field.Property.SetValue(record, field.ElementType is { } element ? ListOf(field, element) : Value(field));
        }

        return record;
    }

    private Array ListOf(ShapeField field, Type element)
    {
        // Columns within columns would never end.
        object[] values = element == typeof(Block)
            ? [.. Kinds.Where(kind => kind != typeof(ColumnsBlock)).Select(Fill)]
            : [Value(field), Value(field)];
        var list = Array.CreateInstance(element, values.Length);
        values.CopyTo(list, 0);
        return list;
    }

    private object Value(ShapeField field) => field.ValueType switch
    {
        _ when field.Taxonomy is { } taxonomy && taxonomy != Taxonomies.Tag => $"muc-{turn++ % 3}",
        var type when type == typeof(string) => Text(field),
        var type when type == typeof(bool) => true,
        var type when type == typeof(int) => 2000 + (turn++ % 30),
        var type when type == typeof(decimal) => -1234.50m,
        var type when type == typeof(DateOnly) => new DateOnly(2024, 2, 29),
        var type when type == typeof(PartialDate) => PartialDate.Parse((turn++ % 3) switch { 0 => "2023", 1 => "2023-03", _ => "2023-03-20" }),
        var type when type == typeof(ItemId) => target,
        var type when type == typeof(MediaId) => media,
        var type when type == typeof(SubjectId) => subject,
        var type when type.IsEnum => Enum.GetValues(type).GetValue(turn++ % Enum.GetValues(type).Length)!,
        var type => Fill(type),
    };

    private string Text(ShapeField field)
    {
        var text = texts[turn++ % texts.Count];
        return text.Length <= (field.MaxLength ?? int.MaxValue) ? text : "Ngắn";
    }
}
