using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>Writes records as YAML. What is empty and empty by itself is left out; nothing else is.</summary>
internal sealed class ShapeWriter(ReferenceNames names)
{
    private readonly StringBuilder text = new();

    public void Write(object record) => WriteFields(record, 0);

    public override string ToString() => text.ToString();

    private void WriteFields(object record, int indent)
    {
        object? untouched = null;
        foreach (var field in Shape.Of(record.GetType()).Fields)
        {
            var value = field.Property.GetValue(record);
            if (value is null || (IsEmpty(value) && !field.Property.IsDefined(typeof(RequiredMemberAttribute), inherit: false)
                && IsEmptyByItself(field, untouched ??= Activator.CreateInstance(record.GetType())!)))
            {
                continue;
            }

            text.Append(' ', indent).Append(field.Key).Append(':');
            WriteValue(value, indent);
        }
    }

    private static bool IsEmpty(object value) => value switch
    {
        string words => words.Length == 0,
        IEnumerable list => !list.Cast<object>().Any(),
        bool flag => !flag,
        int number => number == 0,
        decimal number => number == 0,
        _ => false,
    };

    private static bool IsEmptyByItself(ShapeField field, object untouched) => field.Property.GetValue(untouched) is { } value && IsEmpty(value);

    /// <summary>Continues the line of a key.</summary>
    private void WriteValue(object value, int indent)
    {
        switch (value)
        {
            case string words:
                WriteScalar(YamlText.Of(words, indent + 2));
                break;
            case IReadOnlyDictionary<string, IReadOnlyList<string>> lists:
                WriteLists(lists, indent);
                break;
            case IEnumerable list:
                WriteList(list, indent);
                break;
            case var record when ShapeField.IsRecordType(record.GetType()):
                text.Append('\n');
                WriteNested(record, indent + 2);
                break;
            default:
                WriteScalar(Scalars.Print(value, names));
                break;
        }
    }

    private void WriteScalar(string scalar) => text.Append(' ').Append(scalar).Append('\n');

    private void WriteLists(IReadOnlyDictionary<string, IReadOnlyList<string>> lists, int indent)
    {
        text.Append('\n');
        foreach (var (key, values) in lists.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(' ', indent + 2).Append(YamlText.Of(key, 0)).Append(':');
            WriteList(values, indent + 2);
        }
    }

    private void WriteList(IEnumerable list, int indent)
    {
        if (IsEmpty(list))
        {
            WriteScalar("[]");
            return;
        }

        text.Append('\n');
        foreach (var value in list)
        {
            if (ShapeField.IsRecordType(value.GetType()))
            {
                // The first line of the record carries the dash.
                var start = text.Length;
                WriteNested(value, indent + 4);
                text[start + indent + 2] = '-';
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{new string(' ', indent + 2)}- ");
                text.Append(value is string words ? YamlText.Of(words, indent + 4) : Scalars.Print(value, names)).Append('\n');
            }
        }
    }

    private void WriteNested(object record, int indent)
    {
        var start = text.Length;
        if (record is Block)
        {
            text.Append(' ', indent).Append(BlockKinds.NameKey).Append(": ").Append(BlockKinds.NameOf(record.GetType())).Append('\n');
        }

        WriteFields(record, indent);
        if (text.Length == start)
        {
            text.Append(' ', indent).Append("{}\n");
        }
    }
}
