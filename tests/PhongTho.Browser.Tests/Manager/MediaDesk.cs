using Microsoft.Playwright;
using NetVips;
using PhongTho.Cms.Members;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>An editor before the library's screens, and pictures to bring in.</summary>
internal static class MediaDesk
{
    public static async Task<Reader> SitDownAsync(LivePortal portal, int width = 1280, bool isDark = false, bool hasScript = true)
    {
        var reader = await portal.OpenAsync(width, isDark, hasScript);
        await portal.SignInAsync(reader, Role.Editor);
        return reader;
    }

    /// <summary>Hills under a sky; every seed has other hills.</summary>
    public static FilePayload Photograph(string name, int seed, int width = 1600, int height = 1067)
    {
        using var ground = Image.Perlin(width, height, cellSize: width / 4, seed: seed).Linear([60], [110]);
        using var noise = Image.Gaussnoise(width, height, sigma: 6, mean: 0, seed: seed);
        using var green = ((ground * 0.9) + noise).Cast(Enums.BandFormat.Uchar);
        using var red = ((ground * (0.5 + (seed % 5 * 0.12))) + noise).Cast(Enums.BandFormat.Uchar);
        using var blue = ((ground * 0.45) + noise).Cast(Enums.BandFormat.Uchar);
        using var picture = red.Bandjoin(green, blue).Copy(interpretation: Enums.Interpretation.Srgb);
        return new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = picture.JpegsaveBuffer(q: 85) };
    }
}
