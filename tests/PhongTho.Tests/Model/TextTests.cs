using System.Text;
using PhongTho.Cms.Markdown;
using PhongTho.Cms.Model;
using Xunit;

namespace PhongTho.Tests.Model;

public sealed class TextTests
{
    [Theory]
    [InlineData("Giáo dục và đào tạo", "giao-duc-va-dao-tao")]
    [InlineData("ĐƯỜNG 2.400 m²", "duong-2-400-m2")]
    [InlineData("  «Người tốt, việc tốt»!  ", "nguoi-tot-viec-tot")]
    [InlineData("…", "muc")]
    public void A_slug_is_plain_ascii(string text, string slug)
    {
        Assert.Equal(slug, Slug.Of(text));
        Assert.Equal(slug, Slug.Of(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("[bấm](javascript:alert(1))")]
    [InlineData("![x](data:text/html;base64,xx)")]
    [InlineData("## A {onclick=alert(1)}")]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1)\">x</a>")]
    public void Nothing_that_runs_comes_out_of_either_text_block(string hostile)
    {
        foreach (var html in new[] { MarkdownText.Render(hostile).Html, Sanitizer.Clean(hostile).Html })
        {
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
            Assert.Empty(document.QuerySelectorAll("script, img, iframe, object, style"));
            Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute =>
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Value.Contains("script:", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Theory]
    [InlineData("<p>Ông nói: “Được”.</p>")]
    [InlineData("<p>A &amp; B &lt;5</p><p></p>")]
    [InlineData("<h2>Mục</h2><ul><li>một</li></ul>")]
    public void Clean_text_stays_as_it_is(string html)
    {
        Assert.Equal(html, Sanitizer.Clean(html).Html);
    }

    [Fact]
    public void Saving_brings_text_to_one_form_and_twice_changes_nothing()
    {
        var story = new Story
        {
            Title = "  " + "Gương sáng".Normalize(NormalizationForm.FormD) + " ",
            Blocks = [new RichTextBlock { Html = "<p onclick=x>Một</p>" }, new MarkdownBlock { Text = "Hai\r\n", Id = "b1" }],
        };

        var once = BodyRules.Normalise(story);

        Assert.Equal("Gương sáng", once.Title);
        Assert.Equal(["b2", "b1"], once.Blocks.Select(block => block.Id));
        Assert.Equal("<p>Một</p>", Assert.IsType<RichTextBlock>(once.Blocks[0]).Html);
        Assert.Equal(ContentJson.Write(once), ContentJson.Write(BodyRules.Normalise(once)));
    }

    [Theory]
    [InlineData("2023", "năm 2023")]
    [InlineData("2023-03", "tháng 3 năm 2023")]
    [InlineData("2023-03-20", "20/03/2023")]
    public void A_day_may_be_known_to_the_month_only(string text, string vietnamese)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(text, date.ToString());
        Assert.Equal(vietnamese, date.ToVietnamese());
    }

    [Theory]
    [InlineData("2023-13")]
    [InlineData("2023-02-30")]
    [InlineData("23")]
    [InlineData("")]
    public void What_is_no_day_is_refused(string text) => Assert.False(PartialDate.TryParse(text, out _));
}
