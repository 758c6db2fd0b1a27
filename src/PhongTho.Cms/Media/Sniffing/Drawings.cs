using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PhongTho.Cms.Media.Sniffing;

/// <summary>Drawings (SVG) that only draw: no script, no foreign content, no reference outside themselves.</summary>
internal static partial class Drawings
{
    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = false,
        MaxCharactersInDocument = 8_000_000,
    };

    public static bool IsHarmless(Stream file)
    {
        file.Position = 0;
        try
        {
            using var reader = XmlReader.Create(file, Careful);
            var isDrawing = false;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                {
                    return false;
                }

                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                isDrawing |= reader is { Depth: 0, LocalName: "svg" };
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

    /// <summary>Width and height, from the view box; null when it has none that makes sense.</summary>
    public static (int Width, int Height)? SizeOf(Stream file)
    {
        file.Position = 0;
        using var reader = XmlReader.Create(file, Careful);
        reader.MoveToContent();
        var match = ViewBox().Match(reader.GetAttribute("viewBox") ?? "");
        return match.Success && Pixels(match.Groups["w"].Value) is { } width && Pixels(match.Groups["h"].Value) is { } height ? (width, height) : null;

        static int? Pixels(string number) =>
            double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) && Math.Round(size) is >= 1 and <= 100_000 and var whole
                ? (int)whole
                : null;
    }

    private static bool HasHarmfulAttribute(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            var isOutside = reader.LocalName == "href" && !reader.Value.StartsWith('#');
            var movesLink = reader.LocalName == "attributeName" && reader.Value.EndsWith("href", StringComparison.OrdinalIgnoreCase);
            if (isOutside || movesLink || reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\s*[\d.\-]+[ ,]+[\d.\-]+[ ,]+(?<w>[\d.]+)[ ,]+(?<h>[\d.]+)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViewBox();
}
