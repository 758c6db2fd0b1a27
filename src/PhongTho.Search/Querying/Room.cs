namespace PhongTho.Search.Querying;

/// <summary>Room for a list of candidates, and for another while two become one. It grows to what was ever needed and is used again.</summary>
internal sealed class Room
{
    private Candidate[] _spare = [];

    public Candidate[] Candidates { get; private set; } = [];

    /// <summary>What was in it is gone.</summary>
    public Candidate[] For(int count) => Candidates = Enough(Candidates, count);

    public Candidate[] Spare(int count) => _spare = Enough(_spare, count);

    public void Swap() => (Candidates, _spare) = (_spare, Candidates);

    private static Candidate[] Enough(Candidate[] room, int count) =>
        room.Length >= count ? room : GC.AllocateUninitializedArray<Candidate>(count + (count / 4));
}
