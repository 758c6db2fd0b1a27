using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Nominations;

/// <summary>What the nominator may know: where it stands and what was answered; no name, no place, no colleague.</summary>
/// <param name="Story">The published story, once there is one; of a duplicate, the one that told it before.</param>
public sealed record NominationStanding(string Code, NominationState State, DateTimeOffset ReceivedAt, DateTimeOffset Since, string? Reason, SectionLink? Story);

/// <summary>Opens the follow page to whoever has code and secret, and tells nobody else whether the code exists.</summary>
public sealed class NominationFollowing(CmsDatabase database)
{
    public async Task<NominationStanding?> FindAsync(string code, string? secret, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await db.Nominations.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } nomination || !NominationCode.Opens(nomination, secret))
        {
            return null;
        }

        return new NominationStanding(
            nomination.Code, nomination.State, nomination.ReceivedAt, nomination.StateAt, nomination.Reason, await StoryAsync(db, nomination, cancellation));
    }

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
