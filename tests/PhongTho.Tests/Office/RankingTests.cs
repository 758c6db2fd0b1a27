using System.Net;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Rankings;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>A year of scoring, from the table to the public ranking that nobody changes any more.</summary>
[Trait("Clause", "C-IV.3")]
public sealed class RankingTests
{
    private const int Year = 2025;

    private const string Block = "cum-thi-dua-mau-7";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_scores_itself_the_office_checks_and_readers_see_the_agreed_order_only()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var desk = await BeginAsync(portal);

        Assert.Equal("right", (await desk.ScoreAsync(Year, Block, "t2", Scores(80, 5, 0), 0, People.Contributor, Cancellation))?.Code);
        Assert.Equal("Điểm từ 0 đến 90.", Assert.Single((await desk.ScoreAsync(Year, Block, "t1", Scores(91, 0, 0), 0, People.Contributor, Cancellation))!.Problems).Message);
        Assert.Null(await desk.ScoreAsync(Year, Block, "t1", Scores(88.5m, 10, 0), 0, People.Contributor, Cancellation));
        Assert.Null(await desk.ScoreAsync(Year, Block, "t2", Scores(90, 0, 2), 0, People.Officer, Cancellation));
        Assert.Null(await desk.ScoreAsync(Year, Block, "t3", Scores(85, 3, 0), 0, People.Officer, Cancellation));
        Assert.Equal("unchecked", (await desk.CloseAsync(Year, Block, new(2026, 1, 10), "", 1, People.Officer, Cancellation))?.Code);
        Assert.Equal("remark", (await desk.CheckAsync(Year, Block, "t1", Scores(85, 3, 0), "", 1, People.Officer, Cancellation))?.Code);
        Assert.Null(await desk.CheckAsync(Year, Block, "t1", Scores(85, 3, 0), "Thiếu minh chứng hai nội dung.", 1, People.Officer, Cancellation));
        Assert.Equal("checked", (await desk.ScoreAsync(Year, Block, "t1", Scores(90, 10, 0), 2, People.Contributor, Cancellation))?.Code);
        Assert.Null(await desk.CheckAsync(Year, Block, "t2", Scores(90, 0, 2), "", 1, People.Officer, Cancellation));
        Assert.Null(await desk.CheckAsync(Year, Block, "t3", Scores(85, 3, 0), "", 1, People.Officer, Cancellation));
        Assert.DoesNotContain("Cụm thi đua Mẫu 7", await reader.GetStringAsync(new Uri("/bang-xep-hang", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        Assert.Null(await desk.CloseAsync(Year, Block, new(2026, 1, 10), "Biên bản mẫu số 3", 1, People.Officer, Cancellation));

        var html = await reader.GetStringAsync(new Uri("/bang-xep-hang?nam=2025", UriKind.Relative), Cancellation);
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(html, Cancellation);
        var rows = page.QuerySelectorAll(".ranking").Single(section => section.TextContent.Contains("Cụm thi đua Mẫu 7", StringComparison.Ordinal)).QuerySelectorAll("tbody tr");
        Assert.Equal(["1 Bản Mẫu 1 88", "1 Bản Mẫu 2 88", "1 Bản Mẫu 3 88"], rows.Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
        Assert.Contains("Biên bản mẫu số 3", html, StringComparison.Ordinal);

        // What was agreed on stays: sheets, block and the table it was scored by.
        Assert.Equal("closed", (await desk.CheckAsync(Year, Block, "t1", Scores(90, 10, 0), "Sửa.", 2, People.Officer, Cancellation))?.Code);
        Assert.Equal("closed", (await desk.SaveBlockAsync(Put(), 2, People.Officer, Cancellation)).Reason?.Code);
        Assert.Equal("closed", (await desk.SaveTableAsync(Table(), 1, People.Officer, Cancellation))?.Code);
    }

    [Fact]
    public void Equals_share_a_place_and_what_is_taken_off_is_taken_off()
    {
        var block = new EmulationBlock { Year = Year, Slug = "a", Name = "A", Members = [new BlockMember { Key = "t1", Name = "t1" }, new BlockMember { Key = "t2", Name = "t2" }, new BlockMember { Key = "t3", Name = "t3" }] };

        var ranking = Ranking.Of(block, Table(), [Sheet("t1", Scores(80, 0, 5)), Sheet("t2", Scores(80, 5, 0)), Sheet("t3", Scores(70, 10, 5))]);

        Assert.Equal([(1, "t2", 85m), (2, "t1", 75m), (2, "t3", 75m)], ranking.Members.Select(row => (row.Place!.Value, row.Member.Key, row.Total!.Value)));
    }

    [Fact]
    public async Task The_room_takes_table_block_and_scores_and_a_contributor_sees_only_her_own_block()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        using var contributor = await portal.SignedInAsync(Role.Contributor);
        const string room = "/manager/rankings";

        using var table = await officer.PostFormAsync(room + "/table?nam=2022", ("nam", "2022"), ("version", "0"), ("source", "Hướng dẫn mẫu"), ("line", "c1"), ("c1.name", "Hoàn thành chỉ tiêu"), ("c1.most", "90"), ("c1.kind", "Points"), ("line", "c2"), ("c2.name", "Sáng kiến"), ("c2.most", "7,5"), ("c2.kind", "Bonus"));
        using var block = await officer.PostFormAsync(room + "/block?nam=2022", ("nam", "2022"), ("version", "0"), ("name", "Khối trường học Mẫu"), ("kind", "Sector"), ("member", "m1"), ("m1.name", "Trường Mẫu 1"), ("member", "m2"), ("m2.name", "Trường Mẫu 2"));
        const string sheet = room + "/sheet?nam=2022&khoi=khoi-truong-hoc-mau&tap-the=t1";
        using var wrong = await officer.PostFormAsync(sheet + "&handler=own", sheet, ("version", "0"), ("d1", "tám mươi"));
        using var right = await officer.PostFormAsync(sheet + "&handler=own", sheet, ("version", "0"), ("d1", "80,5"), ("d2", "7,5"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (table.StatusCode, block.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"tám mươi\"", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("88", await officer.GetStringAsync(new Uri(room + "/block?nam=2022&khoi=khoi-truong-hoc-mau", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var hidden = await contributor.GetAsync(new Uri(room + "/block?nam=2022&khoi=khoi-truong-hoc-mau", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    private static async Task<ScoreDesk> BeginAsync(TestPortal portal)
    {
        var desk = portal.Get<ScoreDesk>();
        var known = (await portal.Get<ScoreLists>().YearAsync(Year, People.Officer, Cancellation)).Table;
        Assert.Null(await desk.SaveTableAsync(Table(), known?.Version ?? 0, People.Officer, Cancellation));
        Assert.Equal("right", (await desk.SaveBlockAsync(Put(), 0, People.Contributor, Cancellation)).Reason?.Code);
        Assert.Equal((Block, null), await desk.SaveBlockAsync(Put(), 0, People.Officer, Cancellation));
        return desk;
    }

    private static ScoreTable Table() => new()
    {
        Year = Year,
        Source = "Hướng dẫn mẫu",
        Criteria =
        [
            new ScoreCriterion { Key = "d1", Name = "Hoàn thành chỉ tiêu", Most = 90 }, new ScoreCriterion { Key = "d2", Name = "Sáng kiến", Most = 10, Kind = ScoreKind.Bonus },
            new ScoreCriterion { Key = "d3", Name = "Báo cáo chậm", Most = 5, Kind = ScoreKind.Penalty },
        ],
    };

    private static EmulationBlock Put() => new()
    {
        Year = Year,
        Slug = Block,
        Name = "Cụm thi đua Mẫu 7",
        Kind = BlockKind.Area,
        Members = [new BlockMember { Key = "t1", Name = "Bản Mẫu 1", Unit = People.Unit }, new BlockMember { Key = "t2", Name = "Bản Mẫu 2" }, new BlockMember { Key = "t3", Name = "Bản Mẫu 3" }],
    };

    private static ScoreSheet Sheet(string member, Score[] scores) => new() { Year = Year, Block = "a", Member = member, Own = scores, Checked = scores };

    private static Score[] Scores(decimal points, decimal bonus, decimal penalty) => [new("d1", points), new("d2", bonus), new("d3", penalty)];
}
