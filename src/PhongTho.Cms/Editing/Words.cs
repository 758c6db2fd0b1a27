using System.Globalization;
using System.Text;

namespace PhongTho.Cms.Editing;

/// <summary>Some words that both texts have, or only the older, or only the newer.</summary>
public sealed record WordRun(WordChange Change, string Text);

public enum WordChange
{
    Same,
    Removed,
    Added,
}

/// <summary>What became of a text, word by word: the shortest way from the older to the newer (Myers' algorithm).</summary>
public static class Words
{
    // The way is remembered step by step; two texts that share nothing would remember the square of their length.
    private const int LongestWay = 2000;

    /// <summary>Runs in reading order; side by side, what was removed comes before what was added. Joined by change they are the two texts again.</summary>
    public static IReadOnlyList<WordRun> Compare(string older, string newer)
    {
        var (before, after) = (Split(older), Split(newer));
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var runs = new Runs();
        runs.Add(WordChange.Same, before.Take(start));
        Middle(before[start..(before.Count - end)], after[start..(after.Count - end)], runs);
        runs.Add(WordChange.Same, before.TakeLast(end));
        return runs.Close();
    }

    /// <summary>Words, the spaces between them, and marks, each alone; joined they are the text.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var kind = KindOf(text[from]);
            var to = from + 1;
            while (to < text.Length && kind != Kind.Mark && KindOf(text[to]) == kind)
            {
                to++;
            }

            parts.Add(text[from..to]);
            from = to;
        }

        return parts;
    }

    // Half a pair, or a tone mark that stands apart, never leaves its word.
    private static Kind KindOf(char letter) => letter switch
    {
        _ when char.IsWhiteSpace(letter) => Kind.Space,
        _ when char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark => Kind.Word,
        _ => Kind.Mark,
    };

    private static void Middle(List<string> before, List<string> after, Runs runs)
    {
        if (before.Count == 0 || after.Count == 0 || Trace(before, after) is not { } trace)
        {
            runs.Add(WordChange.Removed, before);
            runs.Add(WordChange.Added, after);
            return;
        }

        foreach (var (change, word) in WayBack(before, after, trace))
        {
            runs.Add(change, [word]);
        }
    }

    /// <summary>How far each diagonal was reached after each step; null when the way is too long to remember.</summary>
    private static List<int[]>? Trace(List<string> before, List<string> after)
    {
        var limit = Math.Min(before.Count + after.Count, LongestWay);
        var reached = new int[(2 * limit) + 3];
        var middle = limit + 1;
        var trace = new List<int[]>();
        for (var step = 0; step <= limit; step++)
        {
            trace.Add(reached[(middle - step - 1)..(middle + step + 2)]);
            for (var diagonal = -step; diagonal <= step; diagonal += 2)
            {
                var isDown = diagonal == -step || (diagonal != step && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
                var x = isDown ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1;
                while (x < before.Count && x - diagonal < after.Count && before[x] == after[x - diagonal])
                {
                    x++;
                }

                reached[middle + diagonal] = x;
                if (x >= before.Count && x - diagonal >= after.Count)
                {
                    return trace;
                }
            }
        }

        return null;
    }

    private static List<(WordChange Change, string Word)> WayBack(List<string> before, List<string> after, List<int[]> trace)
    {
        var way = new List<(WordChange, string)>();
        var (x, y) = (before.Count, after.Count);
        for (var step = trace.Count - 1; step >= 0; step--)
        {
            var (reached, middle, diagonal) = (trace[step], step + 1, x - y);
            var isDown = diagonal == -step || (diagonal != step && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
            var from = isDown ? diagonal + 1 : diagonal - 1;
            var (toX, toY) = step == 0 ? (0, 0) : (reached[middle + from], reached[middle + from] - from);
            while (x > toX && y > toY)
            {
                way.Add((WordChange.Same, before[--x]));
                y--;
            }

            if (step > 0)
            {
                way.Add(isDown ? (WordChange.Added, after[--y]) : (WordChange.Removed, before[--x]));
            }
        }

        way.Reverse();
        return way;
    }

    private enum Kind
    {
        Space,
        Word,
        Mark,
    }

    /// <summary>Gathers words into runs; a space between two changes belongs to them, or every word would stand alone.</summary>
    private sealed class Runs
    {
        private readonly List<WordRun> done = [];
        private readonly StringBuilder same = new();
        private readonly StringBuilder removed = new();
        private readonly StringBuilder added = new();

        public void Add(WordChange change, IEnumerable<string> words)
        {
            foreach (var word in words)
            {
                if (change == WordChange.Same)
                {
                    same.Append(word);
                    continue;
                }

                Turn();
                (change == WordChange.Removed ? removed : added).Append(word);
            }
        }

        public IReadOnlyList<WordRun> Close()
        {
            PutChanges();
            Put(WordChange.Same, same);
            return done;
        }

        private void Turn()
        {
            if (same.Length == 0)
            {
                return;
            }

            if (removed.Length + added.Length > 0 && same.Length == 1 && same[0] == ' ')
            {
                removed.Append(same);
                added.Append(same);
                same.Clear();
                return;
            }

            PutChanges();
            Put(WordChange.Same, same);
        }

        private void PutChanges()
        {
            Put(WordChange.Removed, removed);
            Put(WordChange.Added, added);
        }

        private void Put(WordChange change, StringBuilder text)
        {
            if (text.Length > 0)
            {
                done.Add(new WordRun(change, text.ToString()));
                text.Clear();
            }
        }
    }
}
