using System.Runtime.InteropServices;

namespace PhongTho.Search.Querying;

/// <summary>What answers a question in a snapshot, one page of it in order, and the question that found it.</summary>
/// <param name="Documents">All of it, in document order.</param>
/// <param name="Together">How much of the question stands together in the best hit, 1 when all of it does.</param>
internal sealed record FoundHits(int[] Documents, IReadOnlyList<FoundHit> Page, Asked? Asked, double Together)
{
    public int Total => Documents.Length;
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundHit(int Document, float Score);
