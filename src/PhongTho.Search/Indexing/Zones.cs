namespace PhongTho.Search.Indexing;

/// <summary>A part of a document that is searched with its own weight.</summary>
/// <param name="Number">Its place in the kept text.</param>
/// <param name="Weight">What a word here counts against a word in the body.</param>
/// <param name="Length">How many words are usual here: a longer zone is a little less about each of them.</param>
internal sealed record Zone(byte Number, float Weight, int Length, Func<SearchDocument, string> Text);

/// <summary>The one table of zones and weights.</summary>
internal static class Zones
{
    public static readonly Zone Title = new(0, 3.0f, 12, document => document.Title);
    public static readonly Zone Names = new(1, 2.0f, 12, document => string.Join('\n', document.Names));
    public static readonly Zone Summary = new(2, 1.5f, 40, document => document.Summary);
    public static readonly Zone Body = new(3, 1.0f, 300, document => document.Body);

    public static readonly IReadOnlyList<Zone> All = [Title, Names, Summary, Body];

    /// <summary>Long bodies are a little less about each of their words, but a short note is no better than a full story: b stays low.</summary>
    public const float LengthDiscount = 0.3f;

    public const float Saturation = 1.2f;

    /// <summary>What one occurrence in a zone of this length counts.</summary>
    public static float Worth(Zone zone, int words) => zone.Weight / (1 - LengthDiscount + (LengthDiscount * words / zone.Length));

    /// <summary>Occurrences count ever less: the second mention says less than the first.</summary>
    public static float Saturate(float worth) => worth / (worth + Saturation);
}
