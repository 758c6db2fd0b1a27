namespace PhongTho.Search.Querying;

/// <summary>The first of an order, without ordering the rest: a page needs tens of what may be hundreds of thousands.</summary>
internal static class Foremost
{
    /// <param name="order">No two may be equal, or pages would not be stable.</param>
    public static List<T> Of<T, TOrder>(ReadOnlySpan<T> all, int count, TOrder order)
        where TOrder : IComparer<T>
    {
        if (count == 0)
        {
            return [];
        }
        var last = new PriorityQueue<T, T>(count + 1, Comparer<T>.Create((one, other) => order.Compare(other, one)));
        foreach (var one in all)
        {
            if (last.Count < count)
            {
                last.Enqueue(one, one);
            }
            else if (order.Compare(one, last.Peek()) < 0)
            {
                last.DequeueEnqueue(one, one);
            }
        }
        var first = new List<T>(last.Count);
        while (last.TryDequeue(out var one, out _))
        {
            first.Add(one);
        }
        first.Reverse();
        return first;
    }
}
