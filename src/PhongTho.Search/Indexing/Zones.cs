namespace PhongTho.Search.Indexing;

/// <summary>A part of a document that is searched with its own weight.</summary>
/// <param name="Name">Lucene field of its words, and of its stored text.</param>
/// <param name="Weight">What a word here counts against a word in the body.</param>
internal sealed record Zone(string Name, float Weight, Func<SearchDocument, string> Text);

/// <summary>A Lucene field of neighbouring syllables of some zones. Fewer than zones: pairs are most of the index's vocabulary, and a summary often repeats the body.</summary>
internal sealed record PairField(string Name, float Weight, IReadOnlyList<Zone> Zones);

/// <summary>The one table of zones and weights.</summary>
internal static class Zones
{
    public static readonly Zone Title = new("title", 2.0f, document => document.Title);
    public static readonly Zone Names = new("names", 1.8f, document => string.Join('\n', document.Names));
    public static readonly Zone Summary = new("summary", 1.3f, document => document.Summary);
    public static readonly Zone Body = new("body", 1.0f, document => document.Body);

    public static readonly IReadOnlyList<Zone> All = [Title, Names, Summary, Body];

    public static readonly IReadOnlyList<PairField> Pairs =
    [
        new("title.pairs", 1.2f, [Title]),
        new("text.pairs", 0.6f, [Names, Summary, Body]),
    ];

    /// <summary>Long bodies are a little less about each of their words, but a short note is no better than a full story: b stays low.</summary>
    public const float LengthDiscount = 0.3f;

    public const float Saturation = 1.2f;
}
