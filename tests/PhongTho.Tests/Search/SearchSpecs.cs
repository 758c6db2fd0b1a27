using PhongTho.Cms.Questions;
using PhongTho.Search.Understanding;
using PhongTho.Search.Vietnamese;
using PhongTho.Tests.Specs;
using Xunit;

namespace PhongTho.Tests.Search;

/// <summary>Runs Specs/search.md.</summary>
public sealed class SearchSpecs
{
    private const string File = "search.md";

    [Fact]
    public void Every_text_splits_into_the_syllables_of_the_specification() =>
        Assert.All(SpecTable.Rows(File, "Syllables"), row => Assert.Equal(row[1], Written(Syllables.Read(row[0]))));

    [Fact]
    public void Every_abbreviation_is_spelled_out_as_the_specification_says() =>
        Assert.All(SpecTable.Rows(File, "Abbreviations"), row =>
            Assert.Equal(row[2], string.Join(' ', WordTable.Standard.Abbreviations.SpellOut(Syllables.Read(row[0]), row[1] == "question").Select(syllable => syllable.Folded))));

    [Fact]
    public void Every_keystroke_writes_what_the_specification_says() =>
        Assert.All(SpecTable.Rows(File, "Keystrokes"), row => Assert.Equal(row[1], Keystrokes.Decode(row[0]) ?? ""));

    [Fact]
    public void Every_question_is_understood_as_the_specification_says()
    {
        using var index = new TestIndex();
        index.Put([.. SpecTable.Rows(File, "Understanding").Select(row => TestIndex.Doc(row[0], row[1], row[2]))]);

        Assert.All(SpecTable.Rows(File, "what else it may mean."), row =>
        {
            var results = index.Ask(row[0]);

            Assert.Equal((row[1], row[2], row[3]), (results.Hits.Count > 0 ? results.Hits[0].Key : "", results.InterpretedAs ?? "", results.Suggestion ?? ""));
        });
    }

    [Fact]
    public void Every_question_finds_what_the_specification_says()
    {
        using var index = new TestIndex();

        Assert.All(SpecTable.Rows(File, "Finding"), row =>
        {
            index.Index.Replace([TestIndex.Doc("it", "Tin", row[0])], position: row.Line);

            Assert.Equal(row[2], index.Find(row[1]).Count > 0 ? "yes" : "no");
        });
    }

    [Fact]
    public void Every_question_has_the_order_of_the_specification()
    {
        using var index = new TestIndex();
        index.Put([.. SpecTable.Rows(File, "Order").Select(row => TestIndex.Doc(row[0], row[1], row[2]))]);

        Assert.All(SpecTable.Rows(File, "others may follow."), row =>
        {
            var expected = row[1].Split(", ");

            Assert.Equal(expected, index.Find(row[0]).Take(expected.Length));
        });
    }

    [Fact]
    public void What_is_typed_is_completed_as_the_specification_says()
    {
        using var index = new TestIndex();
        index.Put([.. SpecTable.Rows(File, "Understanding").Select(row => TestIndex.Doc(row[0], row[1], row[2]))]);

        Assert.All(SpecTable.Rows(File, "in this order."), row => Assert.Equal(row[1], string.Join(" / ", index.Index.Suggest(row[0], 5).Select(suggestion => suggestion.Text))));
    }

    [Fact]
    public void What_is_found_is_shown_as_the_specification_says()
    {
        using var index = new TestIndex();

        Assert.All(SpecTable.Rows(File, "stand in brackets."), row =>
        {
            index.Index.Replace([TestIndex.Doc("it", "Tin", row[0])], position: row.Line);

            var snippet = Assert.Single(index.Ask(row[1]).Hits).SnippetHtml;
            Assert.Equal(row[2], snippet.Replace("<mark>", "[", StringComparison.Ordinal).Replace("</mark>", "]", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_question_is_said_otherwise_as_the_specification_says()
    {
        var synonyms = new Synonyms(SpecTable.Rows(File, "a group a line.").Select(row => row[0].Split(" / ")));

        Assert.All(SpecTable.Rows(File, "is also asked as."), row => Assert.Equal(row[1], string.Join(" / ", synonyms.Otherwise(row[0]))));
    }

    private static string Written(IReadOnlyList<Syllable> syllables) =>
        string.Join(' ', syllables.Select((syllable, index) => Parting(syllables, index) + Written(syllable)));

    private static string Parting(IReadOnlyList<Syllable> syllables, int index) =>
        index > 0 && !syllables[index].Follows(syllables[index - 1]) ? "// " : "";

    private static string Written(Syllable syllable) =>
        syllable.Folded + (syllable.Exact is { } exact ? ":" + exact : "") + (syllable.Symbol is { } symbol ? "+" + symbol : "");
}
