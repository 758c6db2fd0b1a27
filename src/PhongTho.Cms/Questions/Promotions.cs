using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Questions;

/// <summary>Sets what is shown first for certain words and how long, and knows what that is today. Who prints it shows of it only what is live.</summary>
public sealed class Promotions(CmsDatabase database, ChangeSignal signal, TimeProvider clock)
{
    private const int LongestWords = 100;
    private const int Most = 200;

    private volatile Known? known;

    /// <summary>All of them as editors look at them, by words.</summary>
    public async Task<IReadOnlyList<PromotedItem>> ShowAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var promotions = await ReadAsync(db, cancellation);
        ItemId[] ids = [.. promotions.Select(static promotion => promotion.Item).Distinct()];
        var items = await db.Items.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(static item => item.Id, cancellation);
        return
        [
            .. promotions.Where(promotion => items.ContainsKey(promotion.Item)).OrderBy(static promotion => PlainWords.Of(promotion.Words), StringComparer.Ordinal)
                .Select(promotion => new PromotedItem(promotion, items[promotion.Item].Title, items[promotion.Item].Path, StateOf(promotion, items[promotion.Item]))),
        ];
    }

    /// <summary>Puts what readers see at an address first for the words of the wish.</summary>
    /// <param name="address">As people paste it, with or without scheme and host.</param>
    /// <param name="wish">Makes the promotion of the item found there.</param>
    public async Task<Refusal?> PromoteAsync(string address, Func<ItemId, Promotion> wish, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var path = Destinations.PathOf(address);
        var item = await db.LiveItems().Where(item => item.Path == path).Select(static item => (ItemId?)item.Id).SingleOrDefaultAsync(cancellation);
        return item is { } found
            ? await PromoteAsync(wish(found), actor, cancellation)
            : new Refusal("nowhere", $"Không có bài nào đang đăng ở địa chỉ «/{path}». Hãy mở bài trên trang rồi chép địa chỉ của nó.");
    }

    /// <summary>Refuses words that are none, days that cannot be, and more promotions than anybody keeps an eye on. The same words and item get the new days.</summary>
    public Task<Refusal?> PromoteAsync(Promotion wish, Actor actor, CancellationToken cancellation) => database.KeepSiteAsync(actor, async work =>
    {
        var settings = await SiteEditing.ReadAsync(work.Db, SearchSettings.Key, new SearchSettings(), cancellation);
        var others = settings.Promotions.Where(promotion => !promotion.IsForSame(wish)).ToList();
        if (WhyNot(wish, others.Count) is { } reason)
        {
            return reason;
        }

        await SiteEditing.KeepAsync(work, SearchSettings.Key, settings with { Promotions = [.. others, wish with { Words = wish.Words.Trim() }] }, cancellation);
        await QuestionDesk.AnsweredAsync(work, wish.Words, cancellation);
        return null;
    }, cancellation);

    public Task<Refusal?> UnpromoteAsync(string words, ItemId item, Actor actor, CancellationToken cancellation) => database.KeepSiteAsync(actor, async work =>
    {
        var gone = new Promotion { Words = words, Item = item };
        var settings = await SiteEditing.ReadAsync(work.Db, SearchSettings.Key, new SearchSettings(), cancellation);
        var left = settings.Promotions.Where(promotion => !promotion.IsForSame(gone)).ToList();
        if (left.Count < settings.Promotions.Count)
        {
            await SiteEditing.KeepAsync(work, SearchSettings.Key, settings with { Promotions = left }, cancellation);
        }

        return null;
    }, cancellation);

    /// <summary>What the newsroom puts first today for whoever asks these words.</summary>
    /// <param name="purpose">The use it is put to, when it is another than a page: what is closed to that use is left out.</param>
    public async Task<IReadOnlyList<ItemId>> TodayAsync(string words, ConsentPurpose? purpose, CancellationToken cancellation)
    {
        var position = signal.Position;
        if (known is not { } current || current.Position < position)
        {
            await using var db = database.Open();
            var promotions = await ReadAsync(db, cancellation);
            ItemId[] ids = [.. promotions.Select(static promotion => promotion.Item).Distinct()];
            var closed = await db.Items.Where(item => ids.Contains(item.Id)).SelectMany(static item => item.Closed).Select(static row => new { row.ItemId, row.Purpose }).ToListAsync(cancellation);
            known = current = new Known(
                position, promotions.ToLookup(static promotion => PlainWords.Of(promotion.Words), StringComparer.Ordinal), [.. closed.Select(static row => (row.ItemId, row.Purpose))]);
        }

        return
        [
            .. current.ByWords[PlainWords.Of(words)].Where(promotion => promotion.HoldsOn(SiteTime.Today(clock)) && !(purpose is { } use && current.Closed.Contains((promotion.Item, use))))
                .Select(static promotion => promotion.Item),
        ];
    }

    private static async Task<IReadOnlyList<Promotion>> ReadAsync(CmsDb db, CancellationToken cancellation) =>
        (await SiteEditing.ReadAsync(db, SearchSettings.Key, new SearchSettings(), cancellation)).Promotions;

    private PromotionState StateOf(Promotion promotion, ContentItem item) => promotion switch
    {
        _ when item.Standing != Standing.Live => PromotionState.Hidden,
        _ when promotion.HoldsOn(SiteTime.Today(clock)) => PromotionState.Shown,
        { From: { } from } when SiteTime.Today(clock) < from => PromotionState.NotYet,
        _ => PromotionState.Over,
    };

    private Refusal? WhyNot(Promotion wish, int others) => wish switch
    {
        _ when PlainWords.Of(wish.Words).Length == 0 || wish.Words.Length > LongestWords => new Refusal("words", $"Hãy ghi lời tìm bằng chữ, không quá {LongestWords} ký tự."),
        { From: { } from, Until: { } until } when until < from => new Refusal("days", "Ngày cuối phải từ ngày đầu trở đi."),
        { Until: { } until } when until < SiteTime.Today(clock) => new Refusal("days", "Ngày cuối đã qua. Hãy chọn ngày khác, hoặc để trống nếu không có hạn."),
        _ when others >= Most => new Refusal("tooMany", $"Đã có {Most} kết quả tòa soạn chọn; hãy bỏ bớt trước khi thêm."),
        _ => null,
    };

    private sealed record Known(long Position, ILookup<string, Promotion> ByWords, HashSet<(ItemId, ConsentPurpose)> Closed);
}
