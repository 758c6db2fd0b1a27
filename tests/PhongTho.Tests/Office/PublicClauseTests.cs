using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>What the plan asks the public site to show, asked of the product's own content.</summary>
public sealed class PublicClauseTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private const string Plan = "/van-ban/ke-hoach-xay-dung-va-nhan-dien-hinh-tien-tien-nam-2023";

    private static readonly string[] ways = ["/nguoi-tot-viec-tot", "/khen-thuong", "/van-ban", "/phong-trao", "/gioi-thieu-guong", "/rss.xml"];

    [Fact]
    [Trait("Clause", "C-00")]
    [Trait("Clause", "C-recip")]
    public async Task The_plan_itself_can_be_read_with_its_basis_and_its_recipients_and_no_number_that_it_does_not_have()
    {
        var html = await ReadAsync(Plan);

        Assert.Contains("href=\"/van-ban/ke-hoach-109-kh-ubnd-cong-tac-thi-dua-khen-thuong-nam-2023\"", html, StringComparison.Ordinal);
        Assert.Contains("Các doanh nghiệp, HTX trên địa bàn huyện", html, StringComparison.Ordinal);
        Assert.Contains("Nơi nhận", html, StringComparison.Ordinal);
        Assert.Contains("tháng 3", html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-II.1.1")]
    [Trait("Clause", "C-II.1.2a")]
    [Trait("Clause", "C-II.1.2b")]
    [Trait("Clause", "C-II.1.2c")]
    public async Task All_criteria_stand_word_for_word_before_readers_and_in_the_sheets_of_units()
    {
        var book = await own.Portal.Get<SiteBooks>().CurrentAsync(TestContext.Current.CancellationToken);
        var criteria = book.TermsByTaxonomy[Taxonomies.Criterion];

        var html = await ReadAsync("/tieu-chi");

        Assert.Equal([4, 6, 5, 4], book.TermsByTaxonomy[Taxonomies.SubjectKind].Select(kind => criteria.Count(criterion => criterion.Group == kind.Slug)));
        Assert.All(criteria, criterion => Assert.Contains(criterion.Name.TrimEnd(';', '.'), html, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "C-I.1a")]
    public async Task The_front_page_leads_to_exemplars_commendations_documents_and_to_telling_of_one()
    {
        var html = await ReadAsync("/");

        Assert.All(ways, address => Assert.Contains($"href=\"{address}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "C-II.2d")]
    public async Task What_was_commended_at_once_has_a_shelf_of_its_own() =>
        Assert.Contains("cuu-hai-nguoi-khoi-dong-lu", await ReadAsync("/khen-thuong/dot-xuat"), StringComparison.Ordinal);

    [Fact]
    [Trait("Clause", "C-III.1")]
    public async Task Somebody_new_is_shown_before_any_award()
    {
        var html = await ReadAsync("/nguoi-tot-viec-tot/thanh-nien-phan-a-thu-khoi-nghiep-nam-huong");

        Assert.Contains("Phàn A Thử", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Số quyết định", html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-III.2")]
    public async Task The_register_of_commendations_is_open_to_everybody()
    {
        var html = await ReadAsync("/khen-thuong");

        Assert.Contains("Giấy khen", html, StringComparison.Ordinal);
        Assert.Contains("/QĐ-UBND", html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-IV.6")]
    public async Task Campaigns_of_the_fatherland_front_stand_among_the_movements() =>
        Assert.Contains("/phong-trao/xoa-nha-tam-nha-dot-nat", await ReadAsync("/phong-trao"), StringComparison.Ordinal);

    private async Task<string> ReadAsync(string address)
    {
        using var reader = own.Portal.Reader();
        return await reader.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
