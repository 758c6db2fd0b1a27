namespace PhongTho.Cms.Media.Sniffing;

/// <summary>MP3, by its tag or by two frames that follow each other.</summary>
internal static class SoundFiles
{
    // Kilobits a second of layer III, MPEG 1 and MPEG 2.
    private static readonly int[] First = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static readonly int[] Second = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static readonly int[] Rates = [44100, 48000, 32000];

    /// <summary>Two bytes of noise look like one frame often enough; a second frame where the first one ends does not happen by itself.</summary>
    public static bool IsMp3(ReadOnlySpan<byte> start)
    {
        if (start.Length > 10 && start.StartsWith("ID3"u8) && start[3] is 2 or 3 or 4)
        {
            return true;
        }

        return FrameLength(start) is { } length && (length + 4 > start.Length || FrameLength(start[length..]) is not null);
    }

    private static int? FrameLength(ReadOnlySpan<byte> frame)
    {
        if (frame is not [0xFF, var second, var third, _, ..] || (second & 0xE6) != 0xE2)
        {
            return null;
        }

        var version = (second >> 3) & 3;
        var (rate, frequency, padding) = (third >> 4, (third >> 2) & 3, (third >> 1) & 1);
        if (version == 1 || rate is 0 or 15 || frequency == 3)
        {
            return null;
        }

        return version == 3
            ? (144_000 * First[rate] / Rates[frequency]) + padding
            : (72_000 * Second[rate] / (Rates[frequency] / (version == 2 ? 2 : 4))) + padding;
    }
}
