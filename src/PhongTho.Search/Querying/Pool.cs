using System.Collections.Concurrent;

namespace PhongTho.Search.Querying;

/// <summary>What a question needs and another can use after it: as many as can be answered at once, so that a rush leaves nothing behind.</summary>
internal sealed class Pool<T>(Func<T> make)
{
    private readonly ConcurrentBag<T> _free = [];

    public T Take() => _free.TryTake(out var one) ? one : make();

    /// <summary>It comes back as it was taken: clean.</summary>
    public void Return(T one)
    {
        if (_free.Count < Environment.ProcessorCount)
        {
            _free.Add(one);
        }
    }
}
