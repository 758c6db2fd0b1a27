using System.Collections.Concurrent;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Who has which item open now. Only a courtesy: it lives in memory, and what guards a text is its version.</summary>
public sealed class Presence(TimeProvider clock)
{
    private static readonly TimeSpan Stay = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(ItemId Item, string Member), (string Name, DateTimeOffset At)> here = new();

    private readonly ConcurrentDictionary<ItemId, (string Window, int Version)> windows = new();

    /// <summary>Notes that the member is at the item, and names the others who are.</summary>
    public IReadOnlyList<string> Enter(ItemId item, Actor member)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, (_, at)) in here)
        {
            if (now - at > Stay)
            {
                here.TryRemove(key, out _);
            }
        }

        here[(item, member.Key)] = (member.Name, now);
        return [.. here.Where(entry => entry.Key.Item == item && entry.Key.Member != member.Key).Select(static entry => entry.Value.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>Remembers which window of a browser made a version.</summary>
    public void Saved(ItemId item, string window, int version)
    {
        if (windows.Count > 10_000)
        {
            windows.Clear();
        }

        windows[item] = (window, version);
    }

    /// <summary>True when that version came from this very window: then its answer was lost on the way, and nobody else wrote.</summary>
    public bool IsOwn(ItemId item, string window, int version) => window.Length > 0 && windows.TryGetValue(item, out var last) && last == (window, version);
}
