namespace PhongTho.Search.Querying;

/// <summary>Candidates by what their terms say, then as they lie.</summary>
internal readonly struct FirstOrder : IComparer<Candidate>
{
    public int Compare(Candidate one, Candidate other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        return byScore != 0 ? byScore : one.Document.CompareTo(other.Document);
    }
}
