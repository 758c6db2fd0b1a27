using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Indexing;

/// <summary>What editors want shown first for certain words, kept as one setting.</summary>
public sealed record SearchSettings
{
    public const string Key = "search";

    [Field("de-cu", "Kết quả tòa soạn chọn")]
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
}

/// <summary>One item first, for whoever asks exactly these words, whatever their marks and case.</summary>
public sealed record Promotion
{
    [Field("loi-tim", "Lời tìm")]
    public required string Words { get; init; }

    [Field("noi-dung", "Nội dung")]
    public required ItemId Item { get; init; }
}

/// <summary>A promotion with what it leads to; what is not live is not shown to readers.</summary>
public sealed record PromotedItem(string Words, ItemId Item, string Title, string Path, bool IsLive);

/// <summary>Sets what is shown first for certain words, and finds it. Only what is live is ever shown.</summary>
public sealed class Promotions(CmsDatabase database, SearchIndex index, ChangeSignal signal)
{
    private const int LongestWords = 100;
    private const int Most = 200;

    private volatile Known? known;

    public async Task<IReadOnlyList<Promotion>> ListAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return (await SiteEditing.ReadAsync(db, SearchSettings.Key, new SearchSettings(), cancellation)).Promotions;
    }

    /// <summary>The same as editors look at it, by words.</summary>
    public async Task<IReadOnlyList<PromotedItem>> ShowAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var promotions = (await SiteEditing.ReadAsync(db, SearchSettings.Key, new SearchSettings(), cancellation)).Promotions;
        ItemId[] ids = [.. promotions.Select(static promotion => promotion.Item).Distinct()];
        var items = await db.Items.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(static item => item.Id, cancellation);
        return
        [
            .. promotions.Where(promotion => items.ContainsKey(promotion.Item)).OrderBy(static promotion => Plain(promotion.Words), StringComparer.Ordinal)
                .Select(promotion => new PromotedItem(promotion.Words, promotion.Item, items[promotion.Item].Title, items[promotion.Item].Path, items[promotion.Item].Standing == Standing.Live)),
        ];
    }

    /// <summary>Puts what readers see at an address first for these words.</summary>
    /// <param name="address">As people paste it, with or without scheme and host.</param>
    public async Task<Refusal?> PromoteAsync(string words, string address, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var path = Destinations.PathOf(address);
        var item = await db.LiveItems().Where(item => item.Path == path).Select(static item => (ItemId?)item.Id).SingleOrDefaultAsync(cancellation);
        return item is { } found
            ? await PromoteAsync(words, found, actor, cancellation)
            : new Refusal("nowhere", $"Không có bài nào đang đăng ở địa chỉ «/{path}». Hãy mở bài trên trang rồi chép địa chỉ của nó.");
    }

    /// <summary>Refuses words that are none, and more promotions than anybody keeps an eye on.</summary>
    public Task<Refusal?> PromoteAsync(string words, ItemId item, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(actor, promotions =>
        {
            if (Plain(words).Length == 0 || words.Length > LongestWords)
            {
                return (promotions, new Refusal("words", $"Hãy ghi lời tìm bằng chữ, không quá {LongestWords} ký tự."));
            }

            var others = promotions.Where(promotion => Plain(promotion.Words) != Plain(words) || promotion.Item != item).ToList();
            return others.Count >= Most
                ? (promotions, new Refusal("tooMany", $"Đã có {Most} kết quả tòa soạn chọn; hãy bỏ bớt trước khi thêm."))
                : ([.. others, new Promotion { Words = words.Trim(), Item = item }], null);
        }, cancellation);

    public Task<Refusal?> UnpromoteAsync(string words, ItemId item, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(actor, promotions => ([.. promotions.Where(promotion => Plain(promotion.Words) != Plain(words) || promotion.Item != item)], null), cancellation);

    /// <summary>The chosen results for these words that readers may see, as search prints them.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string words, CancellationToken cancellation)
    {
        var position = signal.Position;
        if (known is not { } current || current.Position < position)
        {
            known = current = new Known(position, (await ListAsync(cancellation)).ToLookup(promotion => Plain(promotion.Words), promotion => promotion.Item, StringComparer.Ordinal));
        }

        return [.. current.ByWords[Plain(words)].Select(item => index.Find(item.ToString(), words)).OfType<SearchHit>()];
    }

    private Task<Refusal?> ChangeAsync(Actor actor, Func<IReadOnlyList<Promotion>, (IReadOnlyList<Promotion>, Refusal?)> change, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            var settings = await SiteEditing.ReadAsync(work.Db, SearchSettings.Key, new SearchSettings(), cancellation);
            var (promotions, refusal) = change(settings.Promotions);
            if (refusal is null && !promotions.SequenceEqual(settings.Promotions))
            {
                await SiteEditing.KeepAsync(work, SearchSettings.Key, settings with { Promotions = promotions }, cancellation);
            }

            return refusal;
        }, cancellation);

    private static string Plain(string words) => string.Join(' ', Syllables.Read(words).Select(syllable => syllable.Folded));

    private sealed record Known(long Position, ILookup<string, ItemId> ByWords);
}
