namespace PhongTho.Cms.Questions;

/// <summary>Words that readers asked in vain, with how often and when last. Who asked is nowhere.</summary>
public sealed class UnansweredQuestion
{
    /// <summary>The words without marks, case and signs: all ways of typing them are one question.</summary>
    public required string Key { get; init; }

    /// <summary>As it was typed first.</summary>
    public required string Words { get; init; }

    public int Times { get; init; }

    public DateOnly LastOn { get; init; }

    /// <summary>When an editor put it aside; it stays there however often it is asked again.</summary>
    public DateTimeOffset? AsideAt { get; init; }
}
