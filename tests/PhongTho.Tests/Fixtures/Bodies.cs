using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using Xunit;

namespace PhongTho.Tests.Fixtures;

/// <summary>Ready bodies and acts for tests.</summary>
public static class Bodies
{
    public static Story Story(string title, string text = "Nội dung.") => new()
    {
        Title = title,
        Summary = "Tóm tắt của " + title,
        Blocks = [new MarkdownBlock { Text = text }],
    };

    /// <summary>Creates the draft and says which item it is.</summary>
    public static async Task<Outcome.Done> DraftAsync(this Drafts drafts, ContentBody body) =>
        Assert.IsType<Outcome.Done>(await drafts.CreateAsync(body, Actor.Console, TestContext.Current.CancellationToken));

    /// <summary>Creates and publishes at once.</summary>
    public static async Task<Outcome.Done> PublishNewAsync(this Publisher publisher, Drafts drafts, ContentBody body)
    {
        var draft = await drafts.DraftAsync(body);
        return Assert.IsType<Outcome.Done>(await publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, TestContext.Current.CancellationToken));
    }
}
