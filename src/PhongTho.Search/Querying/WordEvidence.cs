using System.Text;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>A word of the question with everything the collection knows about it.</summary>
internal sealed class WordEvidence
{
    private const int MostVariants = 64;

    private WordEvidence(AskedWord word, int bit, IReadOnlyList<(Reading Reading, Postings Documents)> folded, IReadOnlyList<Postings> exact, int documents)
    {
        Word = word;
        Bit = 1u << bit;
        Number = bit;
        Folded = folded;
        Exact = exact;
        FoldedFrequency = folded.Sum(form => form.Documents.Frequency);
        // What was typed with marks is as rare as with these marks; the folded form may be common.
        var frequency = exact.Count > 0 ? exact.Sum(variant => variant.Frequency) : FoldedFrequency;
        Rarity = MathF.Log(1 + ((documents - Math.Min(frequency, documents) + 0.5f) / (frequency + 0.5f)));
    }

    public AskedWord Word { get; }

    public uint Bit { get; }

    public int Number { get; }

    /// <summary>Documents by the folded form of each reading.</summary>
    public IReadOnlyList<(Reading Reading, Postings Documents)> Folded { get; }

    /// <summary>Documents by every written form that the typed marks may mean; empty where nothing was typed with marks.</summary>
    public IReadOnlyList<Postings> Exact { get; }

    public int FoldedFrequency { get; }

    /// <summary>How much finding this word says: BM25's inverse document frequency.</summary>
    public float Rarity { get; }

    public bool IsKnown => FoldedFrequency > 0;

    /// <summary>What one step of being about this reading counts in the first order.</summary>
    public float WorthOf(Reading reading) => Rarity * reading.Worth / DocumentTerms.Steps;

    public static WordEvidence Of(AskedWord word, int bit, TermLookup lookup, int documents, bool isAlone)
    {
        List<(Reading, Postings)> folded = [.. word.Readings
            .DistinctBy(reading => reading.Forms.Folded)
            .Select(reading => (reading, lookup.Find(Schema.Words, reading.Forms.FoldedBytes)))
            .Where(found => found.Item2.Frequency > 0)];
        var exact = word.Readings.Where(reading => !reading.Forms.Marks.IsNone).SelectMany(reading => Written(reading.Forms, lookup, isAlone)).ToList();
        return new WordEvidence(word, bit, folded, exact, documents);
    }

    // Look-alikes are neighbours in the dictionary: all variants of a syllable are one short walk. A word alone has no neighbours to
    // tell what else it may mean, so where it is a word as typed it means that.
    private static IEnumerable<Postings> Written(SyllableForms typed, TermLookup lookup, bool isAlone)
    {
        var asTyped = lookup.Find(Schema.Exact, typed.ExactBytes);
        if (asTyped.Frequency > 0 && (isAlone || typed.Marks.HasTone))
        {
            return [asTyped];
        }
        return lookup.Beginning(Schema.Exact, typed.Folded + Folding.ExactMark, MostVariants)
            .Select(found => found.Term)
            .Distinct(StringComparer.Ordinal)
            .Where(term => typed.Marks.MayMean(MarksOf(term)))
            .ToList()
            .Select(term => lookup.Find(Schema.Exact, Encoding.UTF8.GetBytes(term)));
    }

    private static Marks MarksOf(string term)
    {
        var (toneless, tone) = Folding.Split(term[(term.IndexOf(Folding.ExactMark, StringComparison.Ordinal) + 1)..]);
        return Marks.Of(tone, toneless);
    }
}
