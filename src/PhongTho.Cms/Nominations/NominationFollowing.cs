using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Nominations;

/// <summary>What the nominator may know: where it stands and what was answered; no name, no place, no colleague.</summary>
public sealed class NominationFollowing(CmsDatabase database) : IFollowing
{
    public FollowLane Lane => NominationPages.Lane;

    public async Task<FollowStanding?> FindAsync(string code, string? secret, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await db.Nominations.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } nomination || !FollowCode.Opens(nomination.SecretHash, secret))
        {
            return null;
        }

        var story = await StoryAsync(db, nomination, cancellation);
        return new FollowStanding(
            nomination.Code, nomination.ReceivedAt, nomination.StateAt, FollowWords.Steps(nomination.State, story is not null), FollowWords.Verdict(nomination, story is not null), story);
    }

    /// <summary>The published story, once there is one; of a duplicate, the one that told it before.</summary>
    private static async Task<SectionLink?> StoryAsync(CmsDb db, Nomination nomination, CancellationToken cancellation)
    {
        var told = nomination.DuplicateOf is { } other ? await ItemOfAsync(db, other, cancellation) : nomination.ItemId;
        var story = await db.LiveItems().Where(item => item.Id == told).Select(static item => new { item.Path, item.Title }).SingleOrDefaultAsync(cancellation);
        return story is null ? null : new SectionLink(story.Title, "/" + story.Path, IsCurrent: false);
    }

    private static async Task<ItemId?> ItemOfAsync(CmsDb db, string other, CancellationToken cancellation) => Guid.TryParse(other, out var id)
        ? new ItemId(id)
        : await db.Nominations.Where(row => row.Code == other).Select(static row => row.ItemId).SingleOrDefaultAsync(cancellation);
}
