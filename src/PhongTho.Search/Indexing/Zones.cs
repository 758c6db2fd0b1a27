namespace PhongTho.Search.Indexing;

/// <summary>A part of a document that is searched with its own weight.</summary>
/// <param name="Name">Lucene field of its words, and of its stored text.</param>
/// <param name="Weight">What a word here counts against a word in the body.</param>
internal sealed record Zone(string Name, float Weight, Func<SearchDocument, string> Text)
{
    /// <summary>Lucene field of its neighbouring syllables.</summary>
    public string Pairs { get; } = Name + ".pairs";
}

/// <summary>The one table of zones and weights.</summary>
internal static class Zones
{
    public static readonly Zone Title = new("title", 2.0f, document => document.Title);
    public static readonly Zone Names = new("names", 1.8f, document => string.Join('\n', document.Names));
    public static readonly Zone Summary = new("summary", 1.3f, document => document.Summary);
    public static readonly Zone Body = new("body", 1.0f, document => document.Body);

    public static readonly IReadOnlyList<Zone> All = [Title, Names, Summary, Body];

    /// <summary>Long bodies are a little less about each of their words, but a short note is no better than a full story: b stays low.</summary>
    public const float LengthDiscount = 0.3f;

    public const float Saturation = 1.2f;
}
