using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PhongTho.Cms.Media;

/// <summary>What a file really is, by its first bytes and never by its name alone.</summary>
public static partial class MediaTypes
{
    /// <summary>The content type, or null for what the library does not take.</summary>
    public static string? Sniff(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("\x89PNG\r\n\x1a\n"u8) || (bytes.Length > 8 && bytes[0] == 0x89 && bytes[1..4].SequenceEqual("PNG"u8)))
        {
            return "image/png";
        }

        if (bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF)
        {
            return "image/jpeg";
        }

        if (bytes.Length > 12 && bytes[..4].SequenceEqual("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        {
            return "image/webp";
        }

        if (bytes.StartsWith("%PDF-"u8))
        {
            return "application/pdf";
        }

        if (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return "video/mp4";
        }

        if (bytes.StartsWith("ID3"u8) || (bytes.Length > 2 && bytes[0] == 0xFF && (bytes[1] & 0xE0) == 0xE0))
        {
            return "audio/mpeg";
        }

        return name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && IsHarmlessDrawing(bytes) ? "image/svg+xml" : null;
    }

    /// <summary>Width and height of a drawing, from its view box; null when it has none.</summary>
    public static (int Width, int Height)? DrawingSize(ReadOnlySpan<byte> svg)
    {
        var match = ViewBox().Match(Encoding.UTF8.GetString(svg));
        return match.Success ? (Pixels(match.Groups["w"].Value), Pixels(match.Groups["h"].Value)) : null;

        static int Pixels(string number) => (int)Math.Round(double.Parse(number, CultureInfo.InvariantCulture));
    }

    /// <summary>A drawing that only draws: no script, no foreign content, no reference outside itself.</summary>
    private static bool IsHarmlessDrawing(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var isDrawing = false;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                isDrawing |= reader.Depth == 0 && reader.LocalName == "svg";
                if (reader.LocalName.ToUpperInvariant() is "SCRIPT" or "FOREIGNOBJECT" or "IFRAME" or "HANDLER" || HasHarmfulAttribute(reader))
                {
                    return false;
                }
            }

            return isDrawing;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool HasHarmfulAttribute(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            var isOutside = reader.LocalName == "href" && !reader.Value.StartsWith('#');
            if (isOutside || reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("""viewBox\s*=\s*["'][\d.\-]+[ ,]+[\d.\-]+[ ,]+(?<w>[\d.]+)[ ,]+(?<h>[\d.]+)["']""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViewBox();
}
