namespace PhongTho.Search.Querying;

/// <summary>What is done to each candidate that has a term. Structures, so that the loop over millions of them has no calls in it.</summary>
internal interface ICandidateVisit
{
    /// <param name="frequency">How much the document is about the term, 1 where nobody asked.</param>
    void Visit(ref Candidate candidate, int frequency);
}

/// <summary>It has this word; a second reading of the same word adds nothing.</summary>
internal readonly struct NoteWord(uint bit, float worth) : ICandidateVisit
{
    public void Visit(ref Candidate candidate, int frequency)
    {
        if ((candidate.Words & bit) == 0)
        {
            candidate.Words |= bit;
            candidate.Score += worth * frequency;
        }
    }
}

/// <summary>It has this word as it was typed.</summary>
internal readonly struct NoteExact(uint bit, float worth) : ICandidateVisit
{
    public void Visit(ref Candidate candidate, int frequency)
    {
        if ((candidate.Exact & bit) == 0)
        {
            candidate.Exact |= bit;
            candidate.Score += worth;
        }
    }
}

internal readonly struct NoteRaise(float by) : ICandidateVisit
{
    public void Visit(ref Candidate candidate, int frequency) => candidate.Score += by;
}

internal readonly struct NoteKept : ICandidateVisit
{
    /// <summary>The one of a mask that no word has.</summary>
    public const uint Bit = 1u << QuestionText.MostWords;

    public void Visit(ref Candidate candidate, int frequency) => candidate.Exact |= Bit;
}

internal readonly struct NoteGone : ICandidateVisit
{
    public void Visit(ref Candidate candidate, int frequency) => candidate.Words = 0;
}
