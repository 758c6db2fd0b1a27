using System.Globalization;
using System.Text;
using QRCoder;

namespace PhongTho.Portal.Manager.Account;

/// <summary>A text as a square code for a camera: a drawing of unit squares.</summary>
/// <param name="Size">Side in squares, with the quiet edge a camera needs.</param>
/// <param name="Path">Data of one SVG path.</param>
public sealed record SquareCode(int Size, string Path)
{
    public static SquareCode None { get; } = new(1, "");

    public static SquareCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h{start - x}z");
                }
            }
        }

        return new SquareCode(code.ModuleMatrix.Count, path.ToString());
    }
}
