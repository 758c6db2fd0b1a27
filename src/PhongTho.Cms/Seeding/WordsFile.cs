using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;

namespace PhongTho.Cms.Seeding;

/// <summary>What the search takes for the same: abbreviations with their meanings, phrases with their synonyms.</summary>
public sealed record WordsFile
{
    public const string Name = "words.yaml";

    /// <summary>The house's own, which stand where a site keeps none of its own yet.</summary>
    public static WordsFile Standard { get; } = ReadStandard();

    [Field("viet-tat", "Chữ viết tắt")]
    public IReadOnlyList<AbbreviationEntry> Abbreviations { get; init; } = [];

    [Field("cung-nghia", "Từ cùng nghĩa")]
    public IReadOnlyList<SynonymEntry> Synonyms { get; init; } = [];

    public static WordsFile Of(IEnumerable<AbbreviationRow> abbreviations, IEnumerable<SynonymRow> synonyms) => new()
    {
        Abbreviations = [.. abbreviations.OrderBy(static row => row.Letters, StringComparer.Ordinal).Select(static row => new AbbreviationEntry { Letters = row.Letters, Meaning = row.Meaning })],
        Synonyms = [.. synonyms.OrderBy(static row => row.Phrases[0], StringComparer.Ordinal).Select(static row => new SynonymEntry { Phrases = row.Phrases })],
    };

    private static WordsFile ReadStandard()
    {
        using var stream = typeof(WordsFile).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException("The words are not in the assembly.");
        using var reader = new StreamReader(stream);
        var faults = new List<FileFault>();
        return FrontMatter.Read<WordsFile>(reader.ReadToEnd(), ReferenceLookup.None, faults) ?? throw new InvalidOperationException(faults[0].ToString());
    }
}

public sealed record AbbreviationEntry
{
    [Field("viet", "Viết tắt")]
    public required string Letters { get; init; }

    [Field("nghia", "Nghĩa")]
    public required string Meaning { get; init; }
}

public sealed record SynonymEntry
{
    [Field("cach-goi", "Các cách gọi")]
    public IReadOnlyList<string> Phrases { get; init; } = [];
}
