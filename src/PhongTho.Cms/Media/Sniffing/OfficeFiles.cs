using System.IO.Compression;
using System.Xml;

namespace PhongTho.Cms.Media.Sniffing;

/// <summary>Word and Excel files: a zip whose parts say what they are. One with a program inside is not a document.</summary>
internal static class OfficeFiles
{
    private const int MostParts = 5000;

    // Real ones are a few kilobytes; a zip can promise any size.
    private const int MostContentTypes = 1_000_000;

    private static readonly string[] Programs = ["vbaProject", "activeX", "oleObject", "macroEnabled", "vbaData"];

    public static string? Sniff(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > MostParts || zip.Entries.Any(static part => IsProgram(part.FullName)) || zip.GetEntry("[Content_Types].xml") is not { } types
                ? null
                : TypeOf(types);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or EndOfStreamException)
        {
            return null;
        }
    }

    private static string? TypeOf(ZipArchiveEntry types)
    {
        using var stream = types.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostContentTypes,
        });
        string? found = null;
        while (reader.Read())
        {
            var type = reader.NodeType == XmlNodeType.Element ? reader.GetAttribute("ContentType") ?? "" : "";
            if (IsProgram(type))
            {
                return null;
            }

            found ??= type switch
            {
                MediaTypes.Docx + ".main+xml" => MediaTypes.Docx,
                MediaTypes.Xlsx + ".main+xml" => MediaTypes.Xlsx,
                _ => null,
            };
        }

        return found;
    }

    private static bool IsProgram(string name) => Array.Exists(Programs, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
