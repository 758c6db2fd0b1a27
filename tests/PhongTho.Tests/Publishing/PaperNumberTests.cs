using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Publishing;

/// <summary>A number is unique within its year, issuer and symbol, wherever it comes from.</summary>
[Trait("Rule", "R9")]
public sealed class PaperNumberTests
{
    private static readonly GuidanceDocument Paper = new()
    {
        Title = "Kế hoạch thử",
        Kind = "ke-hoach",
        Number = "09",
        Symbol = "KH-UBND",
        Issuer = "ubnd-huyen",
        IssuedOn = PartialDate.Parse("2023-03-20"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_whose_number_is_taken_that_year_is_not_published_and_its_form_says_so()
    {
        await using var test = await TestDatabase.OpenAsync();
        await test.Publisher.PublishNewAsync(test.Drafts, Paper);

        Assert.Equal("Chưa đăng được: Số: đã có văn bản số 09/KH-UBND năm 2023 của ubnd-huyen (/van-ban/ke-hoach-thu).", await RefusedAsync(test, Paper with { Number = " 9 ", IssuedOn = PartialDate.Parse("2023") }));
    }

    [Fact]
    public async Task Another_year_issuer_or_symbol_begins_its_numbers_again_and_a_blank_number_is_no_number()
    {
        await using var test = await TestDatabase.OpenAsync();
        var first = await test.Publisher.PublishNewAsync(test.Drafts, Paper);

        await test.Publisher.PublishNewAsync(test.Drafts, Paper with { IssuedOn = PartialDate.Parse("2024-01-01") });
        await test.Publisher.PublishNewAsync(test.Drafts, Paper with { Issuer = "phong-noi-vu" });
        await test.Publisher.PublishNewAsync(test.Drafts, Paper with { Symbol = "HĐ-UBND" });
        await test.Publisher.PublishNewAsync(test.Drafts, Paper with { Symbol = "HD-UBND" });
        await test.Publisher.PublishNewAsync(test.Drafts, Paper with { Number = null });
        await test.Publisher.PublishNewAsync(test.Drafts, Paper with { Number = "" });

        // Nor does a paper stand in its own way.
        var saved = Assert.IsType<Outcome.Done>(await test.Drafts.SaveAsync(first.Item, first.Version, Paper with { Title = "Sửa tên" }, Actor.Console, Cancellation));
        Assert.IsType<Outcome.Done>(await test.Publisher.PublishAsync(first.Item, saved.Version, Actor.Console, Cancellation));
    }

    [Fact]
    public async Task A_draft_holds_its_number_until_it_is_thrown_away()
    {
        await using var test = await TestDatabase.OpenAsync();
        var draft = await test.Drafts.DraftAsync(Paper);

        Assert.EndsWith("(bản nháp).", await RefusedAsync(test, Paper), StringComparison.Ordinal);
        await using (var db = test.Database.Open())
        {
            await db.Items.Where(item => item.Id == draft.Item).ExecuteUpdateAsync(set => set.SetProperty(item => item.TrashedAt, test.Clock.GetUtcNow()), Cancellation);
            await db.Items.Where(item => item.Id != draft.Item).ExecuteUpdateAsync(set => set.SetProperty(item => item.TrashedAt, test.Clock.GetUtcNow()), Cancellation);
        }

        await test.Publisher.PublishNewAsync(test.Drafts, Paper);
    }

    [Fact]
    public async Task Of_two_files_with_one_number_the_second_is_refused_at_its_line_now_and_on_every_import()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("documents/a.md", File("A", "109")), ("documents/b.md", File("B", "109")), ("documents/c.md", File("C", "110")));

        var first = await ImportAsync(test, folder);
        var second = await ImportAsync(test, folder);

        Assert.True(first.Created == 2, string.Join('\n', first.Refused));
        Assert.All([Assert.Single(first.Refused), Assert.Single(second.Refused)], refused => Assert.Equal(("documents/b.md", 6), (refused.File, refused.Line)));
        Assert.Equal("Số: Đã có văn bản số 109/KH-UBND năm 2023 của ubnd-huyen (documents/a.md).", first.Refused[0].Message);
        Assert.Equal("Số: Đã có văn bản số 109/KH-UBND năm 2023 của ubnd-huyen (/van-ban/a).", second.Refused[0].Message);

        // Two files that change numbers with each other are no clash.
        await ContentFolder.WriteAsync(test, ("documents/a.md", File("A", "110")), ("documents/b.md", File("B", "111")), ("documents/c.md", File("C", "109")));
        Assert.Empty((await ImportAsync(test, folder)).Refused);
    }

    private static async Task<string> RefusedAsync(TestDatabase test, ContentBody body)
    {
        var draft = await test.Drafts.DraftAsync(body);
        await using (var db = test.Database.Open())
        {
            var item = await db.Items.SingleAsync(row => row.Id == draft.Item, Cancellation);
            Assert.Equal("Số", Assert.Single((await WorkflowCase.ReadAsync(db, await test.Books.CurrentAsync(Cancellation), item, Cancellation))!.Problems).Field);
        }

        return Assert.IsType<Outcome.Refused>(await test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation)).Reason.Message;
    }

    private static string File(string title, string number) =>
        $"---\ntrang-thai: xuat-ban\ndang-luc: 2023-03-31T07:30:00+07:00\ntieu-de: {title}\nloai-van-ban: ke-hoach\nso: \"{number}\"\nky-hieu: KH-UBND\nco-quan: ubnd-huyen\nngay-ban-hanh: 2023-03-20\n---\n\nNội dung.\n";

    private static Task<SeedReport> ImportAsync(TestDatabase test, string folder) =>
        new SeedImport(test.Database, test.Books, test.Library, test.Clock).RunAsync(folder, Cancellation);
}
