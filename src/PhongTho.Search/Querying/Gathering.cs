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

    /// <summary>In document order.</summary>
    public List<int> Gather()
    {
        var strict = words.All(word => word.IsKnown) ? Strict() : [];
        return strict.Count == 0 || (words.Count >= LongQuestion && strict.Count < FewAsTyped) ? Forgiving() : strict;
    }

    /// <summary>What has every word: the documents of the rarest, fewer with every word more.</summary>
    private List<int> Strict()
    {
        foreach (var word in words.OrderBy(word => word.FoldedFrequency))
        {
            if (candidates.Documents.Count == 0)
            {
                candidates.Add(word);
            }
            else
            {
                candidates.Mark(word);
                candidates.KeepMarked(word.Bit);
            }
            if (candidates.Documents.Count == 0)
            {
                return [];
            }
        }
        Refine();
        return Whole();
    }

    /// <summary>What has every word or, where that is little, most of what the question says.</summary>
    private List<int> Forgiving()
    {
        candidates.Clear();
        var left = words.Sum(word => word.Rarity);
        var enough = left * EnoughOfIt;
        foreach (var word in words.Where(word => word.IsKnown).OrderBy(word => word.FoldedFrequency))
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
        Refine();
        return Most(Whole());
    }

    private void Refine()
    {
        foreach (var word in words)
        {
            candidates.MarkExact(word);
        }
        Exclude();
        Quote();
    }

    /// <summary>What has every word, and as it was typed where enough has.</summary>
    private List<int> Whole()
    {
        var all = words.Aggregate(0u, (mask, word) => mask | word.Bit);
        var marked = words.Where(word => word.Exact.Count > 0 || !word.Word.Readings[0].Forms.Marks.IsNone).Aggregate(0u, (mask, word) => mask | word.Bit);
        var hits = candidates.With(all, marked);
        return hits.Count < FewAsTyped ? candidates.With(all, asTyped: 0) : hits;
    }

    private List<int> Most(List<int> strict)
    {
        var whole = words.Sum(word => word.Rarity);
        foreach (var share in new[] { EnoughOfIt, EnoughOfIt / 2 })
        {
            var most = candidates.With(share * whole, Mass);
            if (most.Count > strict.Count)
            {
                return most;
            }
        }
        // Rather half of what is known than nothing; but one word of several is no answer.
        var known = words.Where(word => word.IsKnown).Sum(word => word.Rarity);
        return strict.Count > 0 ? strict : [.. candidates.With(known * EnoughOfIt, Mass).Where(document => BitOperations.PopCount(candidates[document].Words) > 1)];
    }

    private float Mass(uint mask)
    {
        var mass = 0f;
        for (; mask != 0; mask &= mask - 1)
        {
            mass += words[BitOperations.TrailingZeroCount(mask)].Rarity;
        }
        return mass;
    }

    private void Exclude()
    {
        foreach (var word in asked.Excluded.Where(phrase => phrase.Count == 1).Select(phrase => phrase[0].Forms))
        {
            candidates.Exclude(word.Exact is null ? lookup.Find(Schema.Words, word.FoldedBytes) : lookup.Find(Schema.Exact, word.ExactBytes));
        }
        var phrases = asked.Excluded.Where(phrase => phrase.Count > 1).ToList();
        var check = new PhraseCheck(snapshot.Reader);
        foreach (var document in phrases.Count == 0 ? [] : candidates.Documents.Take(MostPhraseChecks))
        {
            if (phrases.Exists(phrase => check.Has(document, phrase)))
            {
                candidates.Remove(document);
            }
        }
    }

    private void Quote()
    {
        foreach (var phrase in asked.Phrases)
        {
            foreach (var (first, second) in phrase.Zip(phrase.Skip(1)))
            {
                candidates.Keep(Pair(first, second));
            }
        }
        if (asked.Phrases.Count == 0)
        {
            return;
        }
        var check = new PhraseCheck(snapshot.Reader);
        var left = candidates.Documents.Where(document => candidates[document].Words != 0).ToList();
        foreach (var document in left.Count > MostPhraseChecks ? [] : left)
        {
            if (!asked.Phrases.All(phrase => check.Has(document, phrase)))
            {
                candidates.Remove(document);
            }
        }
    }

    private Postings Pair(Syllable first, Syllable second) =>
        lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.Pair(first.Folded, second.Folded)));
}
