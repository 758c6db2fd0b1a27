namespace PhongTho.Search.Querying;

/// <summary>What is known of one document while a question is answered.</summary>
internal struct Candidate
{
    public int Document;

    /// <summary>The words it has, by their bits; none where it is no candidate any more.</summary>
    public uint Words;

    /// <summary>Those of them that it has as they were typed.</summary>
    public uint Exact;

    public float Score;
}
