using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

public sealed class QuestionRoomTests
{
    [Fact]
    public async Task What_readers_ask_in_vain_is_told_and_what_the_newsroom_chooses_stands_first()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        using var publisher = await portal.SignedInAsync(Role.Publisher);
        await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Cây cầu treo mới"));
        await portal.CaughtUpAsync(TestContext.Current.CancellationToken);
        await AskAsync();

        var told = await publisher.GetStringAsync(new Uri("/manager/search", UriKind.Relative), TestContext.Current.CancellationToken);
        using var refused = await publisher.PostFormAsync("/manager/search", ("Words", "đu quay"), ("Address", "/tin-tuc/khong-co"));
        using var chosen = await publisher.PostFormAsync("/manager/search", ("Words", "đu quay"), ("Address", TestPortal.BaseUrl + "/tin-tuc/cay-cau-treo-moi"));
        await portal.CaughtUpAsync(TestContext.Current.CancellationToken);
        var found = await AskAsync();
        var answered = await publisher.GetStringAsync(new Uri("/manager/search", UriKind.Relative), TestContext.Current.CancellationToken);
        await publisher.PostFormAsync("/manager/search?handler=TakeUp", "/manager/search", ("key", "du quay"));
        var takenUp = await publisher.GetStringAsync(new Uri("/manager/search", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("du quay", told, StringComparison.Ordinal);
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("/manager/search", chosen.Headers.Location!.OriginalString);
        Assert.Contains("Tòa soạn chọn", found, StringComparison.Ordinal);
        Assert.Contains("cay-cau-treo-moi", found, StringComparison.Ordinal);
        Assert.Contains("Chưa có lời tìm nào không thấy kết quả.", answered, StringComparison.Ordinal);
        Assert.Contains("Đã gác lại (1)", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã gác lại (1)", takenUp, StringComparison.Ordinal);

        Task<string> AskAsync() => reader.GetStringAsync(new Uri("/tim-kiem?q=du+quay", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
