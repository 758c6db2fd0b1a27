using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PhongTho.Cms.Seeding;

/// <summary>YAML as records and records as YAML, driven by nothing but their shapes: keys and their order are the fields'.</summary>
public static class FrontMatter
{
    /// <summary>
    /// Reads one mapping into one record of each type; a key belongs to the first type that has it.
    /// Null when anything is wrong, and then the faults say what and where.
    /// </summary>
    /// <param name="firstLine">Line of the file the YAML starts at.</param>
    public static object[]? Read(string yaml, int firstLine, IReadOnlyList<Type> types, ReferenceLookup references, List<FileFault> faults)
    {
        var before = faults.Count;
        if (Load(yaml, firstLine, faults) is not { } mapping)
        {
            return null;
        }

        var records = new ShapeReader(references, firstLine - 1, faults).Read(mapping, types);
        return faults.Count == before ? records : null;
    }

    /// <inheritdoc cref="Read(string, int, IReadOnlyList{Type}, ReferenceLookup, List{FileFault})"/>
    public static T? Read<T>(string yaml, ReferenceLookup references, List<FileFault> faults)
        where T : class => (T?)Read(yaml, 1, [typeof(T)], references, faults)?[0];

    /// <summary>The records one after another as one mapping, always the same text for the same values.</summary>
    public static string Write(ReferenceNames names, params ReadOnlySpan<object> records)
    {
        var writer = new ShapeWriter(names);
        foreach (var record in records)
        {
            writer.Write(record);
        }

        return writer.ToString();
    }

    private static YamlMappingNode? Load(string yaml, int firstLine, List<FileFault> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            switch (stream.Documents)
            {
                case []:
                    return new YamlMappingNode();
                case [{ RootNode: YamlMappingNode mapping }]:
                    return mapping;
                default:
                    faults.Add(new FileFault(firstLine, "Cần các dòng «khóa: giá trị»."));
                    return null;
            }
        }
        catch (YamlException broken)
        {
            faults.Add(new FileFault(firstLine - 1 + (int)broken.Start.Line, "Không đọc được YAML: " + broken.Message));
            return null;
        }
    }
}
