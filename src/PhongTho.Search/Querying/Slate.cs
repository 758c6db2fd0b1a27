using System.Collections.Concurrent;

namespace PhongTho.Search.Querying;

/// <summary>Room to write about every document of a snapshot. Comes back clean, so that the next question need not wipe it.</summary>
internal sealed class Slate(int documents)
{
    public uint[] Words { get; } = new uint[documents];

    public uint[] Exact { get; } = new uint[documents];

    public float[] Score { get; } = new float[documents];
}

/// <summary>As many slates as questions were ever asked at once.</summary>
internal sealed class Slates(int documents)
{
    private readonly ConcurrentBag<Slate> _free = [];

    public Slate Take() => _free.TryTake(out var slate) ? slate : new Slate(documents);

    public void Return(Slate slate) => _free.Add(slate);
}
