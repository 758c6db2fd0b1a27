using System.Collections.Concurrent;

namespace PhongTho.Search.Querying;

/// <summary>What a question needs and another can use after it: as many as questions were ever asked at once.</summary>
internal sealed class Pool<T>(Func<T> make)
{
    private readonly ConcurrentBag<T> _free = [];

    public T Take() => _free.TryTake(out var one) ? one : make();

    /// <summary>It comes back as it was taken: clean.</summary>
    public void Return(T one) => _free.Add(one);
}
