namespace PhongTho.Search.Vietnamese;

/// <summary>One run of letters and digits as somebody wrote it, taken apart.</summary>
/// <param name="IsCapital">Begins with a capital letter.</param>
/// <param name="IsShouted">All capitals.</param>
internal sealed record Writing(string Text, SyllableForms Forms, bool IsCapital, bool IsShouted)
{
    // Texts are made of few syllables: nearly every one has been taken apart before. Two places each, so that two common ones seldom
    // push each other out; a fixed number of places, because names and numbers never end.
    private const int Places = 1 << 17;

    private static readonly Writing?[] Known = new Writing?[Places];

    public static Writing Of(ReadOnlySpan<char> text)
    {
        var place = PlaceOf(text);
        var known = Volatile.Read(ref Known[place]);
        if (known is not null && text.SequenceEqual(known.Text))
        {
            return known;
        }
        var other = Volatile.Read(ref Known[place ^ 1]);
        if (other is not null && text.SequenceEqual(other.Text))
        {
            return other;
        }
        var read = Read(text);
        Volatile.Write(ref Known[known is null ? place : place ^ 1], read);
        return read;
    }

    private static Writing Read(ReadOnlySpan<char> text)
    {
        var isCapital = char.IsUpper(text[0]);
        return new Writing(new string(text), Folding.Read(text), isCapital, isCapital && IsAllCapital(text));
    }

    private static bool IsAllCapital(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return false;
            }
        }
        return true;
    }

    private static int PlaceOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }
        return (int)((hash ^ (hash >> 15)) & (Places - 1));
    }
}
