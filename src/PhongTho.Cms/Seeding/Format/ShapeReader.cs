using System.Runtime.CompilerServices;
using PhongTho.Cms.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PhongTho.Cms.Seeding;

/// <summary>Fills records from YAML nodes. Goes on after a fault, so that a writer hears of all of them at once.</summary>
/// <param name="linesBefore">Lines of the file above the YAML.</param>
internal sealed class ShapeReader(ReferenceLookup references, int linesBefore, List<FileFault> faults)
{
    /// <summary>One record of each type. When faults were added the records are incomplete and must not be used.</summary>
    public object[] Read(YamlMappingNode mapping, IReadOnlyList<Type> types)
    {
        object[] records = [.. types.Select(static type => Activator.CreateInstance(type)!)];
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (keyNode, node) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            var owner = records.FirstOrDefault(record => FieldOf(record, key) is not null);
            if (owner is null)
            {
                Fault(keyNode, $"Không có khóa «{key}»; nhận: {string.Join(", ", types.SelectMany(static type => Shape.Of(type).Fields).Select(static field => field.Key))}.");
            }
            else if (!IsEmpty(node))
            {
                found.Add(key);
                Fill(owner, FieldOf(owner, key)!, node);
            }
        }

        foreach (var missing in types.SelectMany(static type => Shape.Of(type).Fields).Where(field => IsRequired(field) && !found.Contains(field.Key)))
        {
            Fault(mapping, $"Thiếu «{missing.Key}» ({missing.Label}).");
        }

        return records;
    }

    private static ShapeField? FieldOf(object record, string key) => Shape.Of(record.GetType()).Fields.FirstOrDefault(field => field.Key == key);

    private static bool IsEmpty(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private static bool IsRequired(ShapeField field) => field.Property.IsDefined(typeof(RequiredMemberAttribute), inherit: false);

    // The record was made a moment ago and nobody else holds it, so setting its init properties breaks no promise.
    private void Fill(object record, ShapeField field, YamlNode node)
    {
        if (ReadField(field, node) is { } value)
        {
            field.Property.SetValue(record, value);
        }
    }

    private object? ReadField(ShapeField field, YamlNode node)
    {
        // An alias repeats an anchored node, and a few of them in each other grow without end.
        if (!node.Anchor.IsEmpty)
        {
            return Fault(node, "Không dùng neo (&) và bí danh (*) của YAML ở đây.");
        }

        if (field.ElementType is { } element)
        {
            return ReadList(element, node);
        }

        return field.Property.PropertyType == typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>) ? ReadLists(node) : ReadValue(field.ValueType, node);
    }

    private Array? ReadList(Type element, YamlNode node)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Fault(node, "Cần một danh sách, mỗi mục một dòng bắt đầu bằng «- ».");
            return null;
        }

        object[] values = [.. sequence.Children.Select(child => ReadValue(element, child)).OfType<object>()];
        var list = Array.CreateInstance(element, values.Length);
        values.CopyTo(list, 0);
        return list;
    }

    private Dictionary<string, IReadOnlyList<string>>? ReadLists(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            Fault(node, "Cần các dòng «khóa: [giá trị]».");
            return null;
        }

        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, values) in mapping.Children)
        {
            lists[((YamlScalarNode)key).Value ?? ""] = (string[]?)ReadList(typeof(string), values) ?? [];
        }

        return lists;
    }

    private object? ReadValue(Type type, YamlNode node) =>
        !node.Anchor.IsEmpty ? Fault(node, "Không dùng neo (&) và bí danh (*) của YAML ở đây.")
        : ShapeField.IsRecordType(type) ? ReadRecord(type, node)
        : ReadScalar(type, node);

    private object? ReadRecord(Type type, YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            return Fault(node, "Cần các dòng «khóa: giá trị».");
        }

        if (type != typeof(Block))
        {
            return Read(mapping, [type])[0];
        }

        // Blocks inside a column have no fence to name them.
        var name = mapping.Children.FirstOrDefault(static pair => pair.Key is YamlScalarNode { Value: BlockKinds.NameKey });
        if (name.Value is not YamlScalarNode { Value: { } key } || BlockKinds.Find(key) is not { } kind)
        {
            return Fault(node, $"Thiếu hoặc sai «{BlockKinds.NameKey}» của khối; nhận: {BlockKinds.Names}.");
        }

        mapping.Children.Remove(name.Key);
        return Read(mapping, [kind])[0];
    }

    private object? ReadScalar(Type type, YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } text })
        {
            return Fault(node, "Cần một giá trị đơn.");
        }

        var value = Scalars.Parse(type, text, references, out var fault);
        return fault is null ? value : Fault(node, fault);
    }

    private object? Fault(YamlNode node, string message)
    {
        faults.Add(new FileFault(linesBefore + (int)node.Start.Line, message));
        return null;
    }
}
