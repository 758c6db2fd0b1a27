using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Publishing;

/// <summary>What a person can do with an item, as the buttons of the newsroom name it. Who may do it and when: <see cref="WorkflowTable"/>.</summary>
public enum Act
{
    /// <summary>Save a draft; the live content stays as it is.</summary>
    Write,

    /// <summary>Give it another address.</summary>
    Move,
    Submit,
    Recall,
    RequestChanges,
    Approve,
    Schedule,
    Unschedule,
    Publish,

    /// <summary>Publish a change of a live item and tell readers what was wrong.</summary>
    Correct,

    /// <summary>Set when it leaves by itself.</summary>
    Expire,
    Hold,
    Release,

    /// <summary>Consent was taken back: gone everywhere.</summary>
    Withdraw,

    /// <summary>It was false: gone, and said so.</summary>
    Retract,

    /// <summary>Readable at its address, and nowhere offered any more.</summary>
    Archive,

    /// <summary>Show again, as it was, what was archived or taken back.</summary>
    Republish,
    Unpublish,

    /// <summary>Lead readers of what is gone to another address.</summary>
    Forward,
    Trash,
    Restore,

    /// <summary>Out of the trash, for ever.</summary>
    Delete,
}

/// <summary>What a person says along with an act. Which of it an act needs, its row in the table tells.</summary>
public sealed record ActDetails
{
    public static ActDetails None { get; } = new();

    /// <summary>To colleagues (review) or to readers (hold, retract, correct).</summary>
    public string? Note { get; init; }

    /// <summary>The moment of a schedule or an expiry.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where readers are led instead: an address in the site with its first slash; null ends it.</summary>
    public string? ForwardTo { get; init; }

    /// <summary>True when the person was told what still points at the item.</summary>
    public bool IsSure { get; init; }
}

/// <summary>An act with the reason against it now, for the button that stands for it.</summary>
public sealed record OfferedAct(Act Act, string Label, Refusal? WhyNot);
