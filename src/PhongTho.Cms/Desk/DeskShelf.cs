using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Desk;

/// <summary>A list of the desk.</summary>
public enum DeskShelf
{
    /// <summary>What this person should do something about.</summary>
    Waiting,

    /// <summary>Drafts this person started or wrote in last.</summary>
    Mine,

    /// <summary>Drafts of this person's unit.</summary>
    Unit,
    InReview,
    ChangesRequested,
    Approved,

    /// <summary>Soonest first.</summary>
    Scheduled,

    /// <summary>Live, last published first.</summary>
    Published,

    /// <summary>Once public, now held, archived, withdrawn, retracted or taken back.</summary>
    TakenDown,
    Trash,
}

/// <summary>What of a shelf is asked for.</summary>
public sealed record DeskRequest(DeskShelf Shelf)
{
    public const int MaxSize = 100;

    /// <summary>Key of a content type, to see it alone.</summary>
    public string? Type { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? Cursor { get; init; }

    public int Size { get; init; } = 30;
}

/// <summary>A page of a shelf; ask again with <paramref name="Next"/> as the cursor.</summary>
public sealed record DeskPage(IReadOnlyList<DeskRow> Rows, string? Next, int Total);

/// <summary>An item as a row of the desk.</summary>
public sealed record DeskRow
{
    public required ItemId Id { get; init; }

    public required string Type { get; init; }

    public required string TypeLabel { get; init; }

    /// <summary>Of the draft, when there is one.</summary>
    public required string Title { get; init; }

    /// <summary>Without its first slash.</summary>
    public required string Path { get; init; }

    public required Stage Stage { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>True when the public has seen it at some time.</summary>
    public required bool WasPublic { get; init; }

    /// <summary>Name of whoever did what put it on this shelf.</summary>
    public required string Who { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>True when the newsroom puts it first for the words that found it.</summary>
    public bool IsChosen { get; init; }

    /// <summary>What the reviewer asked for, or the writer told the reviewer.</summary>
    public string? Note { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? ExpireAt { get; init; }

    /// <summary>Slug of the unit it came from.</summary>
    public string? Unit { get; init; }

    public required int Version { get; init; }
}
