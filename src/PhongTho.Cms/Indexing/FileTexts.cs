using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Xml;
using PhongTho.Cms.Media;
using UglyToad.PdfPig;

namespace PhongTho.Cms.Indexing;

/// <summary>What is written in a file of the library, where it is a document: PDF, Word, plain text. Read once a content, whatever it is called.</summary>
/// <remarks>A file that cannot be read has no words; its page is still found by its own.</remarks>
internal sealed class FileTexts(MediaStore store)
{
    private const int LongestText = 200_000;
    private const int MostPages = 200;
    private const long LargestEntry = 50_000_000;

    private readonly ConcurrentDictionary<string, string> byHash = new(StringComparer.Ordinal);

    public string Of(MediaFile file) => file.ContentType switch
    {
        "application/pdf" => Read(file.Hash, Pdf),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Read(file.Hash, Word),
        "text/plain" => Read(file.Hash, Plain),
        _ => "",
    };

    private string Read(string hash, Func<Stream, string> read) => byHash.GetOrAdd(hash, _ =>
    {
        try
        {
            using var bytes = File.OpenRead(store.PathOf(hash));
            var text = read(bytes);
            return text.Length > LongestText ? text[..LongestText] : text;
        }
#pragma warning disable CA1031 // Files come from anywhere, and readers of foreign formats fail in ways nobody lists.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return "";
        }
    });

    private static string Pdf(Stream bytes)
    {
        using var document = PdfDocument.Open(bytes);
        var text = new StringBuilder();
        foreach (var page in document.GetPages().Take(MostPages).TakeWhile(_ => text.Length < LongestText))
        {
            text.AppendJoin(' ', page.GetWords().Select(word => word.Text)).Append('\n');
        }

        return text.ToString();
    }

    private static string Word(Stream bytes)
    {
        using var package = new ZipArchive(bytes, ZipArchiveMode.Read);
        if (package.GetEntry("word/document.xml") is not { Length: < LargestEntry } entry)
        {
            return "";
        }

        using var content = entry.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var text = new StringBuilder();
        while (text.Length < LongestText && xml.Read())
        {
            _ = (xml.NodeType, xml.LocalName) switch
            {
                (XmlNodeType.Text or XmlNodeType.SignificantWhitespace, _) => text.Append(xml.Value),
                (XmlNodeType.EndElement, "p") => text.Append('\n'),
                (XmlNodeType.Element, "tab" or "br") => text.Append(' '),
                _ => text,
            };
        }

        return text.ToString();
    }

    private static string Plain(Stream bytes)
    {
        using var reader = new StreamReader(bytes);
        var text = new char[LongestText];
        return new string(text, 0, reader.ReadBlock(text, 0, text.Length));
    }
}
