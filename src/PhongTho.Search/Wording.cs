using PhongTho.Search.Understanding;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search;

/// <summary>What the people of a collection write short, and what they call by several names: what an index understands beyond the language itself.</summary>
public sealed record Wording(Abbreviations Abbreviations, Synonyms Synonyms)
{
    public static Wording None { get; } = new(new Abbreviations([]), new Synonyms([]));
}
