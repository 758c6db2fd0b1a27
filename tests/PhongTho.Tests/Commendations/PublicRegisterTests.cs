using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Commendations;

/// <summary>The register as readers and programs get it.</summary>
[Trait("Clause", "C-III.2")]
public sealed class PublicRegisterTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    [Fact]
    public async Task The_register_says_who_for_what_by_which_decision()
    {
        var page = await PageAsync("/khen-thuong");

        var row = page.QuerySelectorAll("table.register tbody tr").Single(row => row.TextContent.Contains("Giàng A Mẫu", StringComparison.Ordinal));
        foreach (var words in new[] { "xã Dào San", "Giấy khen", "Dũng cảm cứu hai người", "1093/QĐ-UBND", "ngày 17/07/2023", "Chủ tịch UBND huyện Phong Thổ", "5 ngày từ việc làm đến quyết định" })
        {
            Assert.Contains(words, row.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("/" + Register.HeroPath, row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.EndsWith("quyet-dinh-khen-thuong-dot-xuat-anh-giang-a-mau", row.QuerySelector("td a")!.GetAttribute("href"), StringComparison.Ordinal);
        var revoked = Assert.Single(page.QuerySelectorAll("tr.revoked"));
        Assert.Contains("Bị hủy bỏ theo Quyết định số 120/QĐ-UBND, ngày 04/11/2024", revoked.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("quyet-dinh-huy-bo-quyet-dinh-khen-thuong-99-qd-ubnd", revoked.QuerySelector(".revoking a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_a_case_under_way_are_not_in_it()
    {
        foreach (var address in new[] { "/khen-thuong", "/khen-thuong/dot-xuat", "/khen-thuong.csv", "/api/v1/commendations?limit=200" })
        {
            var text = await TextAsync(address);
            Assert.DoesNotContain("Vàng Thị Thử", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nhóm thanh niên bản Mẫu 12", text, StringComparison.Ordinal);
        }

        Assert.Contains("còn 1 quyết định khen cá nhân, hộ gia đình không nêu ở đây", await TextAsync("/khen-thuong"), StringComparison.Ordinal);
        Assert.DoesNotContain("không nêu ở đây", await TextAsync("/khen-thuong?xa=xa-dao-san"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xa=xa-khong-lao", "Nhân dân bản Mẫu 10")]
    [InlineData("hinh-thuc=bang-khen-tinh&nam=2024", "Lò Thị Mẫu")]
    [InlineData("dip-khen=dot-xuat", "Tổ bảo vệ rừng bản Mẫu 9")]
    [InlineData("doi-tuong=ho-gia-dinh", "Gia đình Lý A Mẫu")]
    [InlineData("co-quan=chu-tich-ubnd-xa-dao-san", "Chi hội phụ nữ bản Mẫu 30")]
    public async Task Filters_narrow_page_file_and_api_alike(string query, string name)
    {
        var page = await PageAsync("/khen-thuong?" + query);
        var rows = page.QuerySelectorAll("table.register tbody tr");
        var file = Csv(await TextAsync("/khen-thuong.csv?" + query));

        Assert.Contains(rows, row => row.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Equal(rows.Length, file.Count - 1);
        Assert.Contains(file, line => line[1] == name);
        Assert.True(rows.Length < 20);
        Assert.Equal("noindex", (await AskAsync("/khen-thuong?" + query)).Headers.GetValues("X-Robots-Tag").Single());
    }

    [Theory]
    [InlineData("/khen-thuong?hinh-thuc=khong-co")]
    [InlineData("/khen-thuong?nam=20x3")]
    [InlineData("/khen-thuong?linh-vuc=giao-duc")]
    [InlineData("/khen-thuong?tiep=abc")]
    [InlineData("/khen-thuong.csv?hinh-thuc=khong-co")]
    public async Task What_nobody_knows_is_not_found(string address)
    {
        using var answer = await AskAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_sent_with_empty_choices_leads_to_the_short_address()
    {
        using var answer = await AskAsync("/khen-thuong?nam=2023&hinh-thuc=&dip-khen=&xa=");

        Assert.Equal((HttpStatusCode.Redirect, "/khen-thuong?nam=2023"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task The_file_opens_in_a_spreadsheet_and_runs_nothing()
    {
        using var answer = await AskAsync("/khen-thuong.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = Csv(Encoding.UTF8.GetString(bytes)[1..]);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.All(lines, line => Assert.Equal(lines[0].Count, line.Count));
        Assert.Contains(lines, line => line[1] == "HTX Ví Dụ Hủy" && line[12] == "Đã hủy bỏ");
    }

    [Fact]
    public async Task Indicators_can_be_counted_again_from_the_file()
    {
        var page = await PageAsync("/khen-thuong");
        var inForce = Csv(await TextAsync("/khen-thuong.csv")).Skip(1).Where(line => line[12] == "Có hiệu lực").ToList();
        var people = inForce.Where(line => line[2] != "Tập thể" && line[15].Length > 0).ToList();
        var groups = inForce.Where(line => line[2] == "Tập thể" && line[16].Length > 0).ToList();
        int[] days = [.. inForce.Where(line => line[17].Length > 0).Select(line => int.Parse(line[17], CultureInfo.InvariantCulture)).Order()];

        Assert.Equal($"{people.Count(line => line[15] == "có")} trên {people.Count} cá nhân, hộ gia đình", Figure("Người trực tiếp lao động, công tác").Split(';')[0]);
        Assert.Equal($"{groups.Count(line => line[16] == "có")} trên {groups.Count} tập thể", Figure("Tập thể nhỏ").Split(';')[0]);
        Assert.Equal($"{inForce.Count(line => line[6] == "Khen thưởng đột xuất")} trên {inForce.Count} lời khen", Figure("Khen đột xuất"));
        Assert.Equal(3, days.Length);
        Assert.Equal($"{days[1]} ngày", page.QuerySelectorAll(".register-figures dt").Single(term => term.TextContent == "Từ việc làm đến quyết định").NextElementSibling!.QuerySelector("b")!.TextContent);

        string Figure(string label) => page.QuerySelectorAll(".register-figures dt").Single(term => term.TextContent == label).NextElementSibling!.QuerySelector("span")!.TextContent;
    }

    [Fact]
    public async Task Programs_page_through_all_of_it()
    {
        var seen = new List<string>();
        for (var address = "/api/v1/commendations?limit=7"; ;)
        {
            var answer = JsonDocument.Parse(await TextAsync(address)).RootElement;
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (answer.GetProperty("next").GetString() is not { } next)
            {
                Assert.Equal(answer.GetProperty("total").GetInt32(), seen.Count);
                break;
            }

            address = "/api/v1/commendations?limit=7&cursor=" + next;
        }

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.True(seen.Count > 20);
        using var broken = await AskAsync("/api/v1/commendations?form=khong-co");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Fact]
    [Trait("Clause", "C-II.2d")]
    public async Task The_emergent_shelf_of_the_front_page_shows_its_clock()
    {
        var shelf = (await PageAsync("/")).QuerySelector("section.emergent")!;

        Assert.Contains("Giàng A Mẫu", shelf.TextContent, StringComparison.Ordinal);
        Assert.Contains("Khen đột xuất: 5 ngày từ việc làm đến quyết định", shelf.TextContent, StringComparison.Ordinal);
    }

    private static List<List<string>> Csv(string text)
    {
        var (lines, cells, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !isQuoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    lines.Add(cells);
                    cells = [];
                    i++;
                    break;
                case '\ufeff':
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        return lines;
    }

    private async Task<HttpResponseMessage> AskAsync(string address)
    {
        using var reader = own.Portal.Reader();
        return await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await AskAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IHtmlDocument> PageAsync(string address) => await new HtmlParser().ParseDocumentAsync(await TextAsync(address), TestContext.Current.CancellationToken);
}
