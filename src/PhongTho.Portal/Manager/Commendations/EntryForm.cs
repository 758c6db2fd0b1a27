using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>The officer's sheet as it is typed: days in Vietnamese order, items by their address or chosen from the list.</summary>
public sealed record EntryForm
{
    public required CommendationEntry Entry { get; init; }

    /// <summary>Titles of the items the entry points at.</summary>
    public IReadOnlyDictionary<ItemId, string> Titles { get; init; } = new Dictionary<ItemId, string>();

    /// <summary>What could not be understood; it stands in the sheet as it was typed.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string EventOn { get; init; } = "";

    public string DecidedOn { get; init; } = "";

    public static async Task<EntryForm> OfAsync(CommendationEntry entry, CmsDatabase database, CancellationToken cancellation) => new()
    {
        Entry = entry,
        Titles = await TitlesAsync(entry, database, cancellation),
        EventOn = entry.EventOn is { } deed ? Typed(deed) : "",
        DecidedOn = entry.DecidedOn is { } day ? Typed(day) : "",
    };

    /// <summary>«17/07/2023», «07/2023», «2023»; null for anything else.</summary>
    public static PartialDate? Parse(string? typed)
    {
        var parts = (typed ?? "").Trim().Split('/', '-', '.');
        var written = parts switch
        {
            [var year] => year,
            [var month, var year] => $"{year}-{month.PadLeft(2, '0')}",
            [{ Length: 4 } year, var month, var day] => $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}",
            [var day, var month, var year] => $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}",
            _ => "",
        };
        return PartialDate.TryParse(written, out var date) ? date : null;
    }

    public string TitleOf(ItemId? item) => item is { } id ? Titles.GetValueOrDefault(id, "Nội dung không còn") : "";

    private static string Typed(PartialDate date) => (date.Day, date.Month) switch
    {
        ({ } day, { } month) => string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/{date.Year}"),
        (_, { } month) => string.Create(CultureInfo.InvariantCulture, $"{month:00}/{date.Year}"),
        _ => date.Year.ToString(CultureInfo.InvariantCulture),
    };

    internal static async Task<IReadOnlyDictionary<ItemId, string>> TitlesAsync(CommendationEntry entry, CmsDatabase database, CancellationToken cancellation)
    {
        ItemId[] ids = [.. new[] { entry.Item, entry.DecisionItem, entry.Story, entry.RevokingItem }.OfType<ItemId>()];
        await using var db = database.Open();
        return await db.Items.Where(item => ids.Contains(item.Id)).Select(static item => new { item.Id, Title = item.DraftTitle == "" ? item.Title : item.DraftTitle })
            .ToDictionaryAsync(static item => item.Id, static item => item.Title, cancellation);
    }
}
