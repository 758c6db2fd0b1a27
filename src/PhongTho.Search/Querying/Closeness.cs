using System.Runtime.InteropServices;

namespace PhongTho.Search.Querying;

/// <summary>How near each other the asked words stand in one zone: the best stretch of text, by how much of the question is in it and how dense.</summary>
internal sealed class Closeness(float wholeRarity)
{
    // Stretches longer than this are no stretch.
    private const int Widest = 40;

    // Side by side is a phrase; with anything between it is a sentence.
    private const float FirstGapCost = 0.3f;
    private const float GapCost = 0.08f;

    // "Nguyễn Văn Minh" answers "Nguyễn Minh": a gap of capitals inside a name is hardly a gap.
    private const float CapitalGapShare = 0.3f;
    private const float InversionCost = 0.08f;
    private const float CapitalInversionCost = 0.02f;

    private const float WholeName = 1.15f;
    private const float GivenName = 1.07f;

    private readonly Occurrence[] _recent = new Occurrence[QuestionText.MostWords];
    private int _count;

    public float Best { get; private set; }

    /// <summary>What a text that has this share of a question can be worth at most, as a share of the whole.</summary>
    public static float MostOf(float share) => WholeName * share * MathF.Sqrt(share);

    public void BeginZone()
    {
        _count = 0;
        Best = 0;
    }

    /// <summary>The next found word, in the order of the text.</summary>
    public void Add(Occurrence found)
    {
        MoveToFront(found);
        LookBack(nameStart: -1);
    }

    /// <summary>A run of capitals ends here: a name whose last word was asked for, or all of it, is more than the same words in passing.</summary>
    /// <param name="start">Where the run began; 0 when there was none.</param>
    public void EndRun(int start, int end)
    {
        if (start > 0 && end > start && _count > 1 && _recent[0].Position == end)
        {
            LookBack(start);
        }
    }

    private void LookBack(int nameStart)
    {
        var found = _recent[0];
        var (mass, words, inversions) = (0f, 0, 0);
        var smallest = int.MaxValue;
        for (var back = 0; back < _count; back++)
        {
            var occurrence = _recent[back];
            if (found.Position - occurrence.Position > Widest || occurrence.Position < nameStart)
            {
                break;
            }
            mass += occurrence.Mass;
            words++;
            if (occurrence.Word > smallest)
            {
                inversions++;
            }
            smallest = Math.Min(smallest, occurrence.Word);
            var bonus = nameStart < 0 ? 1 : occurrence.Position == nameStart ? WholeName : GivenName;
            // No stretch is worth more than the words in it.
            if (words > 1 && mass * bonus > Best)
            {
                var gaps = found.Position - occurrence.Position + 1 - words;
                Best = Math.Max(Best, bonus * Worth(mass, gaps, found.LowerBefore - occurrence.LowerBefore, inversions));
            }
        }
    }

    // Most of the question together is worth more than its share: the share to the power of one and a half, as a root because this runs for every occurrence.
    private float Worth(float mass, int gaps, int lower, int inversions)
    {
        var isName = lower == 0;
        var cost = ((gaps > 0 ? FirstGapCost + (gaps * GapCost) : 0) * (isName ? CapitalGapShare : 1)) + (inversions * (isName ? CapitalInversionCost : InversionCost));
        return mass * MathF.Sqrt(mass / wholeRarity) / (1 + cost);
    }

    private void MoveToFront(Occurrence found)
    {
        var at = 0;
        while (at < _count && _recent[at].Word != found.Word)
        {
            at++;
        }
        if (at == _count)
        {
            _count++;
        }
        Array.Copy(_recent, 0, _recent, 1, at);
        _recent[0] = found;
    }
}

/// <summary>An asked word as it stands in a text.</summary>
/// <param name="Mass">Its rarity, less where it is only a look-alike.</param>
/// <param name="LowerBefore">How many words without a capital stood before it in the zone, itself included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Occurrence(int Word, int Position, float Mass, int LowerBefore);
