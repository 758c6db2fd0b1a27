using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PhongTho.Search;
using Xunit;

namespace PhongTho.Tests.Search;

public sealed partial class SnippetTests
{
    private const string Filler = "Trời hôm ấy nhiều mây và gió thổi nhẹ qua sườn núi. ";

    [Fact]
    public void What_was_found_is_marked_on_the_text_as_written()
    {
        var hit = Only("hien dat", TestIndex.Doc("a", "Ông Vàng HIẾN đất, mở đường", "Ông hiến đất."));

        Assert.Equal("Ông Vàng <mark>HIẾN đất</mark>, mở đường", hit.TitleHtml);
        Assert.Equal("Ông <mark>hiến đất</mark>.", hit.SnippetHtml);
    }

    [Fact]
    public void Look_alikes_stay_unmarked_where_the_word_itself_is()
    {
        var hit = Only("mỗi", TestIndex.Doc("a", "Mới có mỗi một bản"));

        Assert.Equal("Mới có <mark>mỗi</mark> một bản", hit.TitleHtml);
    }

    [Fact]
    public void Decomposed_text_is_marked_whole()
    {
        var hit = Only("tốt", TestIndex.Doc("a", "Người tốt việc thiện".Normalize(NormalizationForm.FormD)));

        Assert.Equal("Người <mark>tốt</mark> việc thiện", hit.TitleHtml.Normalize(NormalizationForm.FormC));
    }

    [Fact]
    public void Markup_in_texts_comes_out_encoded_and_vietnamese_stays()
    {
        var hit = Only("tốt", TestIndex.Doc("a", "<script>alert(\"tốt\")</script> & 'đẹp'"));

        Assert.Equal("&lt;script&gt;alert(&quot;<mark>tốt</mark>&quot;)&lt;/script&gt; &amp; 'đẹp'", hit.TitleHtml);
    }

    [Fact]
    public void The_best_passage_is_shown_from_the_beginning_of_its_sentence()
    {
        var body = Repeated(20) + "Đất ở đây tốt. Ông Vàng đã hiến đất làm đường cho bản. " + Repeated(20);

        var hit = Only("hiến đất làm đường", TestIndex.Doc("a", "Chuyện ở bản", body));

        Assert.Contains("Ông Vàng đã <mark>hiến đất làm đường</mark> cho bản.", hit.SnippetHtml, StringComparison.Ordinal);
        Assert.StartsWith("… ", hit.SnippetHtml, StringComparison.Ordinal);
        Assert.EndsWith(" …", hit.SnippetHtml, StringComparison.Ordinal);
        Assert.InRange(Plain(hit.SnippetHtml).Length, 100, 210);
    }

    [Fact]
    public void A_passage_never_cuts_a_word()
    {
        var body = Repeated(3) + string.Join(' ', Enumerable.Repeat("nghiêng nghiêng", 40)) + " quế " + string.Join(' ', Enumerable.Repeat("nghiêng nghiêng", 40));

        var words = Plain(Only("quế", TestIndex.Doc("a", "Rừng", body)).SnippetHtml).Split(' ').Distinct();

        Assert.Equal(["nghiêng", "quế", "…"], words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Browsing_shows_the_summary_unmarked()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Rừng", "Thân bài.") with { Summary = "Tóm tắt." });

        Assert.Equal("Tóm tắt.", Assert.Single(index.Ask("").Hits).SnippetHtml);
    }

    private static SearchHit Only(string words, SearchDocument document)
    {
        using var index = new TestIndex();
        index.Put(document);
        return Assert.Single(index.Ask(words).Hits);
    }

    private static string Repeated(int times) => string.Concat(Enumerable.Repeat(Filler, times));

    private static string Plain(string html) => WebUtility.HtmlDecode(Marks().Replace(html, ""));

    [GeneratedRegex("</?mark>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
