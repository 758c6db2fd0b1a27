using PhongTho.Cms.Model;

namespace PhongTho.Cms.Changes;

/// <summary>What came of an act on an item: done, or refused with a reason for the person who asked.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    public sealed record Done(ItemId Item, int Version) : Outcome;

    public sealed record Refused(Refusal Reason) : Outcome;

    public static implicit operator Outcome(Refusal reason) => new Refused(reason);
}

/// <summary>Why an act is not possible now. The same reason stands beside a greyed button and in the API's problem details.</summary>
/// <param name="Code">Stable, for machines.</param>
/// <param name="Message">Vietnamese, for people.</param>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>What to mend, field by field.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Who was faster, when the reason is that somebody was.</summary>
    public SavedBy? Newer { get; init; }
}

/// <summary>Who saved last, when, and the version that made.</summary>
/// <param name="Actor">Key of the actor.</param>
public sealed record SavedBy(string Actor, DateTimeOffset At, int Version);
