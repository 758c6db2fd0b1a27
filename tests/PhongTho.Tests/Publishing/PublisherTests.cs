using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Publishing;

public sealed class PublisherTests
{
    [Fact]
    public async Task D_with_stroke_becomes_d_and_a_taken_slug_gets_a_suffix()
    {
        await using var test = await TestDatabase.OpenAsync();

        await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Đường liên bản được mở"));
        await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Đường liên bản được mở"));

        await using var db = test.Database.Open();
        Assert.Equal(
            ["tin-tuc/duong-lien-ban-duoc-mo", "tin-tuc/duong-lien-ban-duoc-mo-2"],
            await db.Items.OrderBy(item => item.Path).Select(item => item.Path).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_old_address_is_kept_and_never_given_away()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Tên cũ"));

        await test.Drafts.MoveAsync(story.Item, story.Version, "ten-moi", Actor.Console, TestContext.Current.CancellationToken);
        var other = await test.Drafts.DraftAsync(Bodies.Story("Tên cũ"));

        await using var db = test.Database.Open();
        var path = await db.Items.Where(item => item.Id == other.Item).Select(item => item.Path).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("tin-tuc/ten-cu-2", path);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_refused_and_the_first_ones_text_stays()
    {
        await using var test = await TestDatabase.OpenAsync();
        var draft = await test.Drafts.DraftAsync(Bodies.Story("Hai người sửa"));

        var first = await test.Drafts.SaveAsync(draft.Item, draft.Version, Bodies.Story("Người thứ nhất"), Actor.Console, TestContext.Current.CancellationToken);
        var second = await test.Drafts.SaveAsync(draft.Item, draft.Version, Bodies.Story("Người thứ hai"), Actor.Console, TestContext.Current.CancellationToken);

        Assert.IsType<Outcome.Done>(first);
        Assert.Equal("stale", Assert.IsType<Outcome.Refused>(second).Reason.Code);
        await using var db = test.Database.Open();
        Assert.Contains("Người thứ nhất", await db.Revisions.OrderByDescending(row => row.Number).Select(row => row.Body).FirstAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named_field_by_field()
    {
        await using var test = await TestDatabase.OpenAsync();
        var draft = await test.Drafts.DraftAsync(Bodies.Story("Có tên") with { Title = "" });

        var outcome = await test.Publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, TestContext.Current.CancellationToken);

        var reason = Assert.IsType<Outcome.Refused>(outcome).Reason;
        Assert.Equal(new Problem("Tiêu đề", "Chưa điền."), Assert.Single(reason.Problems));
    }
}
