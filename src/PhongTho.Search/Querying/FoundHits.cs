using System.Runtime.InteropServices;

namespace PhongTho.Search.Querying;

/// <summary>One page of documents of a snapshot, and the question that found them.</summary>
/// <param name="Together">How much of the question stands together in the best hit, 1 when all of it does.</param>
internal sealed record FoundHits(
    int Total,
    IReadOnlyList<FoundHit> Page,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    Asked? Asked,
    double Together);

[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundHit(int Document, float Score);
