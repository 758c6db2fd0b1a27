namespace PhongTho.Cms.Model;

/// <summary>Something typed that could not be understood: which field, and what to tell the person.</summary>
/// <param name="Name">Name of the field in the form.</param>
/// <param name="Label">Where it stands, in words.</param>
public sealed record FormProblem(string Name, string Label, string Message);

/// <summary>What came of reading a form. With problems the body lacks what could not be read, and must not be saved.</summary>
public sealed record FormReading(ContentBody Body, IReadOnlyList<FormProblem> Problems);

/// <summary>
/// Makes a body of what a person filled in. What the form does not mention is empty; what cannot be understood is told, field by field.
/// Whatever is posted, it neither throws nor runs away.
/// </summary>
public sealed class FormReader
{
    /// <summary>Blocks and rows of one form: far more than a text has, far fewer than would hurt.</summary>
    public const int MostElements = 1000;

    private const int DeepestBlocks = 3;

    private readonly FormValues values;
    private readonly List<FormProblem> problems = [];
    private int elements;

    private FormReader(FormValues values) => this.values = values;

    public static FormReading Read(ContentType type, FormValues values)
    {
        var reader = new FormReader(values);
        var body = (ContentBody)reader.ReadRecord(type.Body, "", "", 0);
        return new FormReading(body with { Blocks = reader.ReadBlocks(FormWriter.BlocksName, "", 1) }, reader.problems);
    }

    // The record was made a moment ago and nobody else holds it, so setting its init properties breaks no promise.
    private object ReadRecord(Type type, string prefix, string under, int depth)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var field in Shape.Of(type).Fields)
        {
            field.Property.SetValue(record, ReadField(field, prefix + field.Name, under, depth));
        }

        return record;
    }

    private object? ReadField(ShapeField field, string name, string under, int depth) => FieldKinds.Of(field) switch
    {
        FieldKind.Blocks => ReadBlocks(name, under, depth + 1),
        FieldKind.Records => ReadList(field, name, under, (path, place) => FormBlank.Is(values, field.ValueType, path) ? null : ReadRecord(field.ValueType, path, place, depth)),
        FieldKind.Items or FieldKind.Subjects => ReadList(field, name, under, (path, place) => ReadScalar(field, path + FormWriter.ValueName, place)),
        FieldKind.Record => field.AllowsNull && FormBlank.Is(values, field.ValueType, name + ".") ? null : ReadRecord(field.ValueType, name + ".", $"{under}{field.Label} › ", depth),
        FieldKind.Terms => values.All(name).Where(static slug => slug.Length > 0).Distinct(StringComparer.Ordinal).ToArray(),
        FieldKind.Texts => ReadTexts(name),
        FieldKind.Flag => values.All(name).Contains("true", StringComparer.Ordinal),
        FieldKind.PartialDay => ReadDay(field, name, under),
        FieldKind.Number or FieldKind.Day or FieldKind.Choice or FieldKind.Item or FieldKind.Subject or FieldKind.Media => ReadScalar(field, name, under),
        _ => values.One(name) is { Length: > 0 } text ? text : field.AllowsNull ? null : "",
    };

    private Block[] ReadBlocks(string name, string under, int depth)
    {
        var blocks = new List<Block>();
        var keys = values.Keys(name);
        if (depth > DeepestBlocks && keys.Count > 0)
        {
            Fault(name, under + "Các khối", "Khối lồng nhau quá sâu; hãy đưa bớt ra ngoài.");
            return [];
        }

        foreach (var (key, number) in keys.Select(static (key, index) => (key, index + 1)))
        {
            var kind = values.One($"{name}.{key}.type");
            if (IsTooMany(name, under + "Các khối"))
            {
                break;
            }

            if (BlockTypes.Find(kind) is not { } type)
            {
                Fault($"{name}.{key}.type", $"{under}Khối {number}", "Cổng không có loại khối này. Hãy xóa khối hoặc tải lại trang.");
                continue;
            }

            var block = (Block)ReadRecord(type.Record, $"{name}.{key}.", $"{under}Khối {number} ({type.Label}) › ", depth);

            // Only blocks of the body itself are known by their id.
            blocks.Add(depth == 1 ? block with { Id = key } : block);
        }

        return [.. blocks];
    }

    private Array ReadList(ShapeField field, string name, string under, Func<string, string, object?> read)
    {
        var found = new List<object>();
        foreach (var (key, number) in values.Keys(name).Select(static (key, index) => (key, index + 1)))
        {
            if (IsTooMany(name, under + field.Label))
            {
                break;
            }

            if (read($"{name}.{key}.", FormattableString.Invariant($"{under}{field.Label} {number} › ")) is { } element)
            {
                found.Add(element);
            }
        }

        var list = Array.CreateInstance(field.ValueType, found.Count);
        found.ToArray().CopyTo(list, 0);
        return list;
    }

    private string[] ReadTexts(string name)
    {
        var all = values.All(name);
        return [.. (all.Count == 1 ? all[0].ReplaceLineEndings("\n").Split('\n') : all).Where(static text => !string.IsNullOrWhiteSpace(text))];
    }

    private object? ReadScalar(ShapeField field, string name, string under)
    {
        var text = values.One(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Missing(field, name, under);
        }

        var value = FormScalars.Parse(field.ValueType, text, out var fault);
        if (fault is not null)
        {
            Fault(name, under + field.Label, fault);
        }

        return value ?? Nothing(field);
    }

    private object? ReadDay(ShapeField field, string name, string under)
    {
        var date = FormScalars.PartialDay(values.One(name + ".day"), values.One(name + ".month"), values.One(name + ".year"), out var fault);
        if (fault is not null)
        {
            Fault(name, under + field.Label, fault);
            return Nothing(field);
        }

        return date ?? Missing(field, name, under);
    }

    /// <summary>A file not chosen yet is a draft's matter; a number or a day left out would be stored as one that nobody wrote.</summary>
    private object? Missing(ShapeField field, string name, string under)
    {
        if (!field.AllowsNull && field.ElementType is null && field.Property.PropertyType != typeof(MediaId) && field.Property.PropertyType != typeof(ItemId) && !IsPlainNumber(field))
        {
            Fault(name, under + field.Label, "Chưa điền.");
        }

        return Nothing(field);
    }

    private static bool IsPlainNumber(ShapeField field) =>
        field.ValueType == typeof(int) && !field.Property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false);

    private static object? Nothing(ShapeField field) =>
        field.ElementType is not null || field.AllowsNull ? null : Activator.CreateInstance(field.Property.PropertyType);

    private bool IsTooMany(string name, string label)
    {
        if (++elements == MostElements + 1)
        {
            Fault(name, label, FormattableString.Invariant($"Bài có quá nhiều khối và dòng, tối đa {MostElements}. Hãy tách thành nhiều bài."));
        }

        return elements > MostElements;
    }

    private void Fault(string name, string label, string message) => problems.Add(new FormProblem(name, label, message));
}
