namespace PhongTho.Search.Querying;

/// <summary>The first of an order, without ordering the rest: a page needs tens of what may be hundreds of thousands.</summary>
internal static class Foremost
{
    /// <param name="order">Negative where the one comes before the other. No two may be equal, or pages would not be stable.</param>
    public static List<int> Of(List<int> documents, int count, Comparison<int> order)
    {
        if (count == 0)
        {
            return [];
        }
        var last = new PriorityQueue<int, int>(count + 1, Comparer<int>.Create((one, other) => order(other, one)));
        foreach (var document in documents)
        {
            if (last.Count < count)
            {
                last.Enqueue(document, document);
            }
            else if (order(document, last.Peek()) < 0)
            {
                last.DequeueEnqueue(document, document);
            }
        }
        var first = new List<int>(last.Count);
        while (last.TryDequeue(out var document, out _))
        {
            first.Add(document);
        }
        first.Reverse();
        return first;
    }
}
