using System.Text;

namespace PhongTho.Search.Vietnamese;

/// <summary>The two forms by which a syllable is found: what is left without any mark, and what tells it apart from its look-alikes.</summary>
public sealed class SyllableForms : IEquatable<SyllableForms>
{
    internal SyllableForms(string folded, string? exact, Marks marks)
    {
        Folded = folded;
        Exact = exact;
        Marks = marks;
        FoldedBytes = Encoding.UTF8.GetBytes(folded);
        ExactBytes = exact is null ? [] : Encoding.UTF8.GetBytes(ExactTerm);
        Code = CodeOf(folded);
        FoldedKey = KeyOf(folded);
        ExactKey = exact is null ? 0 : KeyOf(ExactTerm);
    }

    /// <summary>Lower case, no tone, no circumflex, breve or horn, đ → d.</summary>
    public string Folded { get; }

    /// <summary>Letters with their quality, then the tone sign; null where the syllable carries no mark.</summary>
    public string? Exact { get; }

    public Marks Marks { get; }

    /// <summary>The exact form as a term: after its folded form, so that look-alikes are neighbours in the dictionary.</summary>
    internal string ExactTerm => Folded + Folding.ExactMark + Exact;

    internal byte[] FoldedBytes { get; }

    internal byte[] ExactBytes { get; }

    /// <summary>The folded form as a number, never 0. Two words may share one: it only narrows where the index has already said yes.</summary>
    internal ushort Code { get; }

    /// <summary>The folded form as a number that no other word of a collection shares, in all likelihood: for telling words apart quickly.</summary>
    internal ulong FoldedKey { get; }

    /// <summary>The same of the exact form; 0 where there is none.</summary>
    internal ulong ExactKey { get; }

    public bool Equals(SyllableForms? other) =>
        other is not null && Folded == other.Folded && Exact == other.Exact;

    public override bool Equals(object? obj) => Equals(obj as SyllableForms);

    public override int GetHashCode() => HashCode.Combine(Folded, Exact);

    /// <summary>One number of two, in their order.</summary>
    internal static ulong Join(ulong first, ulong second) => Mix((first * 0x9E3779B97F4A7C15) ^ second);

    private static ulong KeyOf(string form)
    {
        var hash = 14695981039346656037;
        foreach (var letter in form)
        {
            hash = (hash ^ letter) * 1099511628211;
        }
        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93;
        return value ^ (value >> 32);
    }

    internal static ushort CodeOf(string folded)
    {
        var hash = 2166136261u;
        foreach (var letter in folded)
        {
            hash = (hash ^ letter) * 16777619u;
        }
        var code = (ushort)(hash ^ (hash >> 16));
        return code == 0 ? (ushort)1 : code;
    }
}
