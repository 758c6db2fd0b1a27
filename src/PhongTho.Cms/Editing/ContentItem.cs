using PhongTho.Cms.Consents;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>
/// Identity of a piece of content: where it stands, which revision readers see, which one editors work on.
/// Live and stage are two facts: a live story can have a draft in review.
/// </summary>
public sealed class ContentItem
{
    public required ItemId Id { get; init; }

    public required string Type { get; init; }

    /// <summary>Address without slashes at the ends; unique.</summary>
    public required string Path { get; set; }

    /// <summary>Where the draft stands.</summary>
    public Stage Stage { get; set; }

    /// <summary>What the public gets at the address.</summary>
    public Standing Standing { get; set; }

    /// <summary>Said to readers in place of the content, when it is held or retracted.</summary>
    public string? StandingNote { get; set; }

    public RevisionId? LiveRevisionId { get; set; }

    public RevisionId? DraftRevisionId { get; set; }

    /// <summary>When the approved draft goes live by itself.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>When the live content leaves by itself.</summary>
    public DateTimeOffset? ExpireAt { get; set; }

    /// <summary>The date readers see; the newsroom's, not the machine's.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the live content last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Id in the system it was imported from; unique when present.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Guards against two writers: the second one gets a comparison, never a silent overwrite.</summary>
    public int Version { get; set; }

    /// <summary>How many revisions were made; the next one's number is one higher.</summary>
    public int RevisionCount { get; set; }

    /// <summary>Key of the actor who started it.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>The unit of the contributor who started it; contributors of the unit share its drafts.</summary>
    public string? OwnerUnit { get; set; }

    /// <summary>Who saved the draft last, and when; the desk is ordered by it.</summary>
    public string DraftedBy { get; set; } = "";

    public DateTimeOffset DraftedAt { get; set; }

    /// <summary>Title of the draft, which the public may not know yet.</summary>
    public string DraftTitle { get; set; } = "";

    /// <summary>Who handed the draft in for review, and when.</summary>
    public string? SubmittedBy { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>What the reviewer asked for, or the writer told the reviewer.</summary>
    public string? ReviewNote { get; set; }

    /// <summary>Where readers of a withdrawn, retracted or archived item are sent instead: an address in the site, with its first slash.</summary>
    public string? ForwardTo { get; set; }

    /// <summary>In the trash since then; null outside it.</summary>
    public DateTimeOffset? TrashedAt { get; set; }

    public string? TrashedBy { get; set; }

    // What lists print, copied from the live revision when it goes live.
    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public ListCard Card { get; set; } = new();

    /// <summary>What lists are ordered by, newest first.</summary>
    public DateTimeOffset ListedAt { get; set; }

    public List<ItemTerm> Terms { get; } = [];

    public List<Link> Links { get; } = [];

    /// <summary>Ways to the public it does not go (rule R1).</summary>
    public List<ClosedChannel> Closed { get; } = [];
}

/// <summary>Where the draft stands.</summary>
public enum Stage
{
    /// <summary>Nothing is being worked on.</summary>
    Idle,
    Draft,
    InReview,
    ChangesRequested,
    Approved,
    Scheduled,
}

/// <summary>What the public gets at an item's address.</summary>
public enum Standing
{
    /// <summary>Never published, or taken back: not found.</summary>
    Private,
    Live,

    /// <summary>Being verified: a neutral notice; nowhere else to be seen (rule R5).</summary>
    OnHold,

    /// <summary>No longer current: still readable at its address, which says so, but offered nowhere.</summary>
    Archived,

    /// <summary>Consent taken back: gone, without a word of it anywhere (rule R11).</summary>
    Withdrawn,

    /// <summary>Was false: gone, and said so.</summary>
    Retracted,
}

/// <summary>The parts of a list entry that no query asks for, kept together as one column.</summary>
public sealed record ListCard
{
    public MediaId? Picture { get; init; }

    public string PictureAlt { get; init; } = "";

    public bool IsSample { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<ListFact> Facts { get; init; } = [];
}

/// <summary>A term a live item carries.</summary>
public sealed class ItemTerm
{
    public ItemId ItemId { get; init; }

    public required string Taxonomy { get; init; }

    public required string Slug { get; init; }
}

/// <summary>Who uses what: a live item and another item or a media file it points at.</summary>
public sealed class Link
{
    public long Id { get; init; }

    public ItemId ItemId { get; init; }

    public ItemId? TargetItemId { get; init; }

    public MediaId? TargetMediaId { get; init; }
}
