using System.Globalization;
using System.Text.Json;

namespace PhongTho.Cms.Model;

/// <summary>Fills a form with a record; <see cref="FormReader"/> makes the same record of it again.</summary>
public static class FormWriter
{
    /// <summary>Field of an element that is one value and no record.</summary>
    public const string ValueName = "value";

    public const string BlocksName = "blocks";

    public static FormValues Write(ContentBody body)
    {
        var values = new FormValues();
        WriteRecord(values, body, "");
        WriteBlocks(values, body.Blocks, BlocksName);
        return values;
    }

    /// <summary>How a single value stands in its field.</summary>
    public static string Print(object? value) => value switch
    {
        null => "",
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()),
        ItemId id => id.Value == Guid.Empty ? "" : id.ToString(),
        SubjectId id => id.Value == Guid.Empty ? "" : id.ToString(),
        MediaId id => id.Value == Guid.Empty ? "" : id.ToString(),
        _ => throw new NotSupportedException($"Forms have no field for {value.GetType().Name}."),
    };

    private static void WriteRecord(FormValues values, object record, string prefix)
    {
        foreach (var field in Shape.Of(record.GetType()).Fields)
        {
            WriteField(values, field, record, prefix + field.Name);
        }
    }

    private static void WriteField(FormValues values, ShapeField field, object record, string name)
    {
        object[] all = [.. field.Values(record)];
        switch (FieldKinds.Of(field))
        {
            case FieldKind.Blocks:
                WriteBlocks(values, all.Cast<Block>(), name);
                break;
            case FieldKind.Records:
                WriteList(values, all, name, static (values, value, path) => WriteRecord(values, value, path + "."));
                break;
            case FieldKind.Items or FieldKind.Subjects:
                WriteList(values, all, name, static (values, value, path) => values.Add($"{path}.{ValueName}", Print(value)));
                break;
            case FieldKind.Record when all.Length > 0:
                WriteRecord(values, all[0], name + ".");
                break;
            case FieldKind.Record:
                break;
            case FieldKind.Terms:
                values.Set(name, all.Cast<string>());
                break;
            case FieldKind.Texts:
                WriteTexts(values, [.. all.Cast<string>()], name);
                break;
            case FieldKind.Flag:
                values.Set(name, all is [true] ? ["true"] : []);
                break;
            case FieldKind.PartialDay:
                WriteDay(values, all.Length > 0 ? (PartialDate)all[0] : null, name);
                break;
            default:
                values.Add(name, Print(all.FirstOrDefault()));
                break;
        }
    }

    private static void WriteBlocks(FormValues values, IEnumerable<Block> blocks, string name)
    {
        foreach (var block in blocks)
        {
            var key = FormValues.IsKey(block.Id) && !values.All(name).Contains(block.Id) ? block.Id : values.NewKey(name, 'b');
            values.Add(name, key);
            values.Add($"{name}.{key}.type", BlockTypes.Of(block).Key);
            WriteRecord(values, block, $"{name}.{key}.");
        }
    }

    private static void WriteList(FormValues values, object[] elements, string name, Action<FormValues, object, string> write)
    {
        foreach (var element in elements)
        {
            var key = values.NewKey(name, 'r');
            values.Add(name, key);
            write(values, element, $"{name}.{key}");
        }
    }

    /// <summary>A line each in one field; texts that have lines themselves get fields of their own, and an empty one more tells the two apart.</summary>
    private static void WriteTexts(FormValues values, string[] texts, string name) => values.Set(
        name, Array.Exists(texts, static text => text.AsSpan().ContainsAny('\n', '\r')) ? [.. texts, ""] : [string.Join('\n', texts)]);

    private static void WriteDay(FormValues values, PartialDate? date, string name)
    {
        values.Add(name + ".day", date?.Day?.ToString(CultureInfo.InvariantCulture) ?? "");
        values.Add(name + ".month", date?.Month?.ToString(CultureInfo.InvariantCulture) ?? "");
        values.Add(name + ".year", date?.Year.ToString("0000", CultureInfo.InvariantCulture) ?? "");
    }
}
