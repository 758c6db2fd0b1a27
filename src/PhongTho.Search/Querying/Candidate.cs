namespace PhongTho.Search.Querying;

/// <summary>What is known of one document while a question is answered; all zero for one that has nothing of it. Together, because they are read together.</summary>
internal struct Candidate
{
    /// <summary>The words it has, by their bits.</summary>
    public uint Words;

    /// <summary>Those of them that it has as they were typed.</summary>
    public uint Exact;

    public float Score;
}

/// <summary>Room to write about every document of a snapshot, and which of them were written about.</summary>
internal sealed class Slate(int documents)
{
    public Candidate[] Candidates { get; } = new Candidate[documents];

    public List<int> Touched { get; } = new(1024);
}
