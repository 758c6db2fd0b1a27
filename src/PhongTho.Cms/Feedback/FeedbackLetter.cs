using PhongTho.Cms.Members;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Feedback;

/// <summary>Somebody told us that something is wrong, in the way, or could be better. Nothing of it is public; whoever wrote follows it by code and secret.</summary>
public sealed class FeedbackLetter
{
    /// <summary><c>GY-2026-000123</c>: may be said aloud, opens nothing by itself.</summary>
    public required string Code { get; init; }

    /// <summary>Hash of the word that opens the follow page together with the code.</summary>
    public required string SecretHash { get; init; }

    public required FeedbackKind Kind { get; init; }

    public FeedbackState State { get; set; }

    /// <summary>When the clock of the law began.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset StateAt { get; set; }

    /// <summary>When it was answered, in whatever way: the clock of the law stops, and ninety days later the sender is forgotten.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public DateTimeOffset? ForgottenAt { get; set; }

    /// <summary>Guards against two desks.</summary>
    public int Version { get; set; }

    /// <summary>The item it is about.</summary>
    public ItemId? ItemId { get; init; }

    /// <summary>What it is about in the sender's words, when it is no item we know.</summary>
    public string About { get; init; } = "";

    /// <summary>Slug of today's commune, of a difficulty.</summary>
    public string? Unit { get; init; }

    /// <summary>What was written; emptied when it is a complaint or a denunciation, which the site must not keep, and of a removal when its sender is forgotten.</summary>
    public required string Text { get; set; }

    /// <summary>Who wrote, sealed; null without a contact and once forgotten.</summary>
    public string? Contact { get; set; }

    /// <summary>Key of the member who has it in hand.</summary>
    public string? AssignedTo { get; set; }

    /// <summary>The role whose people answer it.</summary>
    public Role? RoutedTo { get; set; }

    /// <summary>The body outside the site that it was sent on to.</summary>
    public string? ForwardedTo { get; set; }

    /// <summary>Said among colleagues.</summary>
    public string Note { get; set; } = "";

    /// <summary>Said to the sender on the follow page.</summary>
    public string? Answer { get; set; }

    /// <summary>The question as an officer put it for everybody; null while it is not shown.</summary>
    public string? ShownQuestion { get; set; }

    public string? ShownAnswer { get; set; }

    public DateTimeOffset? ShownAt { get; set; }
}

/// <summary>What somebody wants of us.</summary>
public enum FeedbackKind
{
    /// <summary>Something we published is wrong.</summary>
    Correction,

    /// <summary>Somebody we named takes back the agreement, whole or in part.</summary>
    Removal,

    /// <summary>The plan of emulation is hard to carry out.</summary>
    Difficulty,

    /// <summary>The site could be better.</summary>
    Comment,
}

/// <summary>Where a letter stands.</summary>
public enum FeedbackState
{
    Received,

    /// <summary>Somebody of the newsroom has it in hand.</summary>
    Assigned,

    /// <summary>It lies with the office that answers such letters.</summary>
    Routed,
    Answered,

    /// <summary>Not ours to settle; the sender was told why.</summary>
    Declined,

    /// <summary>Sent on to a body outside; the sender was told where.</summary>
    Forwarded,
    Closed,
}

/// <summary>Who wrote, and how to ask back. Never public, never in the log, sealed in the database.</summary>
/// <param name="Relation">To the one the item tells of.</param>
public sealed record FeedbackContact(string Name, string Reach, string Relation);
