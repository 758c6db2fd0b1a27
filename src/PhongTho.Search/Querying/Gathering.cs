using System.Numerics;
using System.Text;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>
/// Which documents answer a question: those that have all of it and, while they are few, those that have most of it. Most questions are
/// answered by the first, which touches no more documents than the rarest word has.
/// </summary>
internal sealed class Gathering(Snapshot snapshot, TermLookup lookup, Asked asked, IReadOnlyList<WordEvidence> words, Candidates candidates)
{
    // Below this many, look-alikes and then fewer words are let in as well.
    private const int FewAsTyped = 10;

    // A long question need not have all its words in any text.
    private const int LongQuestion = 7;
    private const float EnoughOfIt = 0.5f;
    private const int MostPhraseChecks = 4000;

    private readonly uint _all = words.Aggregate(0u, (mask, word) => mask | word.Bit);

    private readonly uint _marked = words
        .Where(word => word.Exact.Count > 0 || !word.Word.Readings[0].Forms.Marks.IsNone)
        .Aggregate(0u, (mask, word) => mask | word.Bit);

    /// <summary>Leaves what answers as the only candidates.</summary>
    public void Gather()
    {
        if (words.All(word => word.IsKnown))
        {
            AddStrictly();
            if (KeepWhole() >= (words.Count >= LongQuestion ? FewAsTyped : 1))
            {
                return;
            }
        }
        if (asked.Phrases.Sum(phrase => phrase.Count) >= asked.Words.Count)
        {
            // What is all in quotes has nothing that may be left out.
            return;
        }
        candidates.Clear();
        // One known word of several is no answer, unless it says enough.
        var known = words.Where(word => word.IsKnown).ToList();
        if (known.Count > 1 || known.Sum(word => word.Rarity) >= EnoughOfIt / 2 * words.Sum(word => word.Rarity))
        {
            AddForgivingly(known);
            KeepMost(known);
        }
    }

    /// <summary>What has every word: the documents of the rarest, fewer with every word more.</summary>
    private void AddStrictly()
    {
        var known = 0u;
        foreach (var word in words.OrderBy(word => word.FoldedFrequency))
        {
            if (known == 0)
            {
                candidates.Add(word);
                KeepQuotedPairs();
            }
            else
            {
                candidates.Mark(word);
                candidates.Keep(known | word.Bit, asTyped: 0);
            }
            known |= word.Bit;
            if (candidates.Count == 0)
            {
                return;
            }
        }
        Refine();
    }

    /// <summary>What may have enough of the question, rarest words first.</summary>
    private void AddForgivingly(List<WordEvidence> known)
    {
        var left = words.Sum(word => word.Rarity);
        var enough = left * EnoughOfIt;
        foreach (var word in known.OrderBy(word => word.FoldedFrequency))
        {
            // Who has only the words that are left has too little.
            if (left >= enough && candidates.HasRoomFor(word))
            {
                candidates.Add(word);
            }
            else
            {
                candidates.Mark(word);
            }
            left -= word.Rarity;
        }
        KeepQuotedPairs();
        Refine();
    }

    private void KeepQuotedPairs()
    {
        foreach (var phrase in asked.Phrases)
        {
            foreach (var (first, second) in phrase.Zip(phrase.Skip(1)))
            {
                candidates.Keep(Pair(first, second));
            }
        }
    }

    private Postings Pair(Syllable first, Syllable second) =>
        lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.Pair(first.Folded, second.Folded)));

    private void Refine()
    {
        foreach (var word in words)
        {
            candidates.MarkExact(word);
        }
        Exclude();
        Quote();
    }

    private void Exclude()
    {
        foreach (var word in asked.Excluded.Where(phrase => phrase.Count == 1).Select(phrase => phrase[0].Forms))
        {
            candidates.Exclude(word.Exact is null ? lookup.Find(Schema.Words, word.FoldedBytes) : lookup.Find(Schema.Exact, word.ExactBytes));
        }
        var phrases = asked.Excluded.Where(phrase => phrase.Count > 1).ToList();
        if (phrases.Count > 0)
        {
            var check = new PhraseCheck(snapshot.Reader);
            var left = MostPhraseChecks;
            candidates.Keep(candidate => left-- <= 0 || !phrases.Exists(phrase => check.Has(candidate.Document, phrase)));
        }
    }

    private void Quote()
    {
        if (asked.Phrases.Count > 0 && candidates.Count <= MostPhraseChecks)
        {
            var check = new PhraseCheck(snapshot.Reader);
            candidates.Keep(candidate => asked.Phrases.All(phrase => check.Has(candidate.Document, phrase)));
        }
    }

    /// <summary>Keeps what has every word, and as it was typed where enough has. How many that is.</summary>
    private int KeepWhole()
    {
        candidates.Keep(_all, candidates.CountOf(_all, _marked) < FewAsTyped ? 0 : _marked);
        return candidates.Count;
    }

    /// <summary>Keeps what has most of what the question says, where that is more than what has every word.</summary>
    private void KeepMost(List<WordEvidence> known)
    {
        var masses = new Masses(words);
        var whole = words.Sum(word => word.Rarity);
        var strict = CountWhole();
        foreach (var enough in new[] { EnoughOfIt * whole, EnoughOfIt / 2 * whole })
        {
            if (CountOf(masses, enough) > strict)
            {
                candidates.Keep(candidate => masses.Of(candidate.Words) >= enough);
                return;
            }
        }
        if (strict > 0)
        {
            KeepWhole();
            return;
        }
        // Rather half of what is known than nothing.
        var half = known.Sum(word => word.Rarity) * EnoughOfIt;
        candidates.Keep(candidate => masses.Of(candidate.Words) >= half && BitOperations.PopCount(candidate.Words) > 1);
    }

    private int CountWhole()
    {
        var asTyped = candidates.CountOf(_all, _marked);
        return asTyped < FewAsTyped ? candidates.CountOf(_all, asTyped: 0) : asTyped;
    }

    private int CountOf(Masses masses, float enough)
    {
        var count = 0;
        foreach (ref readonly var candidate in candidates.All)
        {
            count += masses.Of(candidate.Words) >= enough ? 1 : 0;
        }
        return count;
    }
}
