namespace PhongTho.Search.Vietnamese;

/// <summary>One syllable, foreign word or number of a text.</summary>
/// <param name="Start">Where it stands in the text as given, whatever its normal form.</param>
/// <param name="Position">Its number; one more than its neighbour's, much more across a sentence end.</param>
/// <param name="IsCapital">Begins with a capital letter, as names do.</param>
/// <param name="IsShouted">All capitals, as abbreviations are.</param>
/// <param name="Symbol">The document symbol or date that begins here, parts joined by a slash (109/KH-UBND → 109/kh/ubnd).</param>
public readonly record struct Syllable(int Start, int End, int Position, SyllableForms Forms, bool IsCapital = false, bool IsShouted = false, string? Symbol = null)
{
    /// <summary>Without marks; a grouped number without its dots (2.400 → 2400).</summary>
    public string Folded => Forms.Folded;

    /// <summary>With quality and tone; null where the syllable carries no mark.</summary>
    public string? Exact => Forms.Exact;

    public Marks Marks => Forms.Marks;

    public bool Follows(Syllable previous) => Position == previous.Position + 1;
}
