namespace PhongTho.Search.Vietnamese;

/// <summary>One syllable, foreign word or number of a text.</summary>
/// <param name="Start">Where it stands in the text as given, whatever its normal form.</param>
/// <param name="Position">Its number; one more than its neighbour's, much more across a sentence end.</param>
/// <param name="Folded">Without marks; a grouped number without its dots (2.400 → 2400).</param>
/// <param name="Exact">With quality and tone; null where the syllable carries no mark.</param>
/// <param name="Symbol">The document symbol or date that begins here, parts joined by a slash (109/KH-UBND → 109/kh/ubnd).</param>
public readonly record struct Syllable(int Start, int End, int Position, string Folded, string? Exact, string? Symbol = null)
{
    /// <summary>The form that was written: exact where there is any mark.</summary>
    public string Written => Exact ?? Folded;

    public bool Follows(Syllable previous) => Position == previous.Position + 1;
}
