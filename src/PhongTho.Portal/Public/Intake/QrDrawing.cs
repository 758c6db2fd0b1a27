using System.Globalization;
using System.Text;
using QRCoder;

namespace PhongTho.Portal.Public.Intake;

/// <summary>An address as squares for a telephone's camera, drawn here: no foreign service learns who followed what.</summary>
public static class QrDrawing
{
    /// <summary>Path of the dark squares in a drawing of <c>Size</c> by <c>Size</c>, with the quiet edge readers need.</summary>
    public static (string Path, int Size) Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x])
                {
                    continue;
                }

                var start = x;
                while (x + 1 < rows.Count && rows[y][x + 1])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start + 1}v1h-{x - start + 1}z");
            }
        }

        return (path.ToString(), rows.Count);
    }
}
