using System.Collections.Concurrent;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Public;

/// <summary>A page as it was made, and the position of the log it is right for.</summary>
public sealed class StoredPage(StoredBytes bytes, long position, DateTimeOffset changedAt, string? robots)
{
    private long used;
    private long position = position;

    public StoredBytes Bytes { get; } = bytes;

    /// <summary>When its bytes last changed.</summary>
    public DateTimeOffset ChangedAt { get; } = changedAt;

    /// <summary>What it tells crawlers, if anything.</summary>
    public string? Robots { get; } = robots;

    public long Position => Volatile.Read(ref position);

    internal long Used => Volatile.Read(ref used);

    internal void Touch(long tick) => Volatile.Write(ref used, tick);

    /// <summary>Made again at a newer position and found the same.</summary>
    internal void StillRight(long at) => Volatile.Write(ref position, at);
}

/// <summary>
/// Ready pages by address, right as long as the log has not moved: nobody evicts anything. Bounded in bytes; what was used
/// least lately goes first. Nothing in it can be changed by a reader, for readers get bytes.
/// </summary>
public sealed class PageStore(long maxBytes)
{
    private readonly ConcurrentDictionary<string, StoredPage> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> making = new(StringComparer.Ordinal);
    private readonly Lock trimming = new();
    private long bytes;
    private long tick;

    public long Bytes => Volatile.Read(ref bytes);

    public int Count => pages.Count;

    public StoredPage? Find(string key)
    {
        if (!pages.TryGetValue(key, out var page))
        {
            return null;
        }

        page.Touch(Interlocked.Increment(ref tick));
        return page;
    }

    public void Put(string key, StoredPage page)
    {
        page.Touch(Interlocked.Increment(ref tick));
        lock (trimming)
        {
            if (pages.TryGetValue(key, out var older))
            {
                bytes -= older.Bytes.Size;
            }

            pages[key] = page;
            bytes += page.Bytes.Size;
            if (bytes > maxBytes)
            {
                Trim();
            }
        }
    }

    public void Forget(string key)
    {
        lock (trimming)
        {
            if (pages.TryRemove(key, out var page))
            {
                bytes -= page.Bytes.Size;
            }
        }
    }

    /// <summary>Lets one at a time make the page of an address; the others wait and find it made.</summary>
    public async Task<IDisposable> AloneAsync(string key, CancellationToken cancellation)
    {
        var gate = making.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation);
        return new Turn(this, key, gate);
    }

    private void Trim()
    {
        foreach (var (key, page) in pages.OrderBy(entry => entry.Value.Used).ToList())
        {
            if (bytes <= maxBytes * 9 / 10)
            {
                return;
            }

            if (pages.TryRemove(key, out _))
            {
                bytes -= page.Bytes.Size;
            }
        }
    }

    private sealed class Turn(PageStore store, string key, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            // A gate nobody holds on to any more would stay forever; those who wait on it still hold it.
            store.making.TryRemove(new KeyValuePair<string, SemaphoreSlim>(key, gate));
            gate.Release();
        }
    }
}
