using System.Runtime.InteropServices;

namespace PhongTho.Search.Vietnamese;

/// <summary>What the marks of a syllable say, in seven bits: its tone, the quality of its main vowel, ư beside it, and đ.</summary>
/// <remarks>Free of collisions among Vietnamese look-alikes, so that a text kept as numbers still tells "trường" from "trưởng".</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Marks(byte Bits)
{
    private const int ToneMask = 0b111;
    private const int QualityMask = 0b11 << 3;
    private const int HornedU = 1 << 5;
    private const int BarredD = 1 << 6;

    public static Marks None => default;

    public bool IsNone => Bits == 0;

    public bool HasTone => (Bits & ToneMask) != 0;

    public static Marks Of(int tone, ReadOnlySpan<char> toneless)
    {
        var bits = tone;
        foreach (var letter in toneless)
        {
            bits = letter switch
            {
                'â' or 'ê' or 'ô' => (bits & ~QualityMask) | (1 << 3),
                'ă' => (bits & ~QualityMask) | (2 << 3),
                'ơ' => (bits & ~QualityMask) | (3 << 3),
                'ư' => bits | HornedU,
                'đ' => bits | BarredD,
                _ => bits,
            };
        }
        return new Marks((byte)bits);
    }

    /// <summary>Whether a writer in a hurry could have meant the other: tones are left out before letters are ("băc" for "bắc"), and who sets them sets all.</summary>
    public bool MayMean(Marks full) => HasTone ? this == full : Agrees(full, QualityMask) && (Bits & ~full.Bits & (HornedU | BarredD)) == 0;

    private bool Agrees(Marks full, int mask) => (Bits & mask) == 0 || (Bits & mask) == (full.Bits & mask);
}
