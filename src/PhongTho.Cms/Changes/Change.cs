using PhongTho.Cms.Model;

namespace PhongTho.Cms.Changes;

/// <summary>
/// One act that anyone could see the effect of. The table is at once audit trail, outbox, index feed and cache generation;
/// rows are only ever added. What was remarked about somebody who took consent back is taken out of them (rule R11).
/// </summary>
public sealed class Change
{
    /// <summary>From the locked clock, so positions follow commit order without gaps.</summary>
    public required long Position { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who acted: a member's id, or a part of the machine (<c>seed</c>, <c>import</c>, <c>schedule</c>).</summary>
    public required string Actor { get; init; }

    public required ChangeVerb Verb { get; init; }

    public ItemId? ItemId { get; init; }

    /// <summary>What was changed when it is not an item: <c>setting:menus</c>, <c>terms:linh-vuc</c>, <c>media:…</c>.</summary>
    public string? Subject { get; init; }

    public string? Note { get; init; }
}

/// <summary>What was done.</summary>
public enum ChangeVerb
{
    Drafted,
    Moved,
    Scheduled,
    Published,
    Unpublished,
    Held,
    Withdrawn,
    Retracted,
    Released,
    SettingsSaved,
    TermsSaved,
    MediaAdded,
    MediaDescribed,
    MediaMoved,
    MediaReplaced,
    MediaDeleted,
    MemberAdded,
    MemberChanged,
    MemberReset,
    MemberClosed,
    Submitted,
    Recalled,
    ChangesRequested,
    Approved,
    Archived,
    Trashed,
    Restored,
    AliasesSaved,
    UnitsSaved,
    Unscheduled,
    Forwarded,
    Deleted,
    RevisionsPruned,
    NominationReceived,
    NominationMoved,
    NominationKept,
    RegistrationMoved,
    RegistrationKept,
    UnitPlanKept,
    ConsultationKept,
    ConsultationTurned,
    CommentReceived,
    CommentKept,
    SubjectAdded,
    SubjectChanged,
    SubjectMoved,

    /// <summary>Pages show another stage, because the dossier moved.</summary>
    StageShown,
    ConsentChanged,
    ConsentExpiring,

    /// <summary>An item left or came back to feeds, other sites, shares or prints because of what its people agreed to.</summary>
    ChannelsChanged,

    /// <summary>The words about somebody who took consent back were taken out of a text and of its history.</summary>
    Erased,
    FeedbackReceived,
    FeedbackMoved,
    FeedbackKept,
    FeedbackShown,
    ReplicationReceived,
    ReplicationMoved,
    ReplicationKept,
    ContributionsSaved,
    TrackingAdded,

    /// <summary>A case of the register that readers do not see yet.</summary>
    CommendationKept,

    /// <summary>A commendation that readers see, or saw until now.</summary>
    CommendationShown,
    ScoresKept,

    /// <summary>A block agreed on its result: readers see it from now on.</summary>
    RankingShown,
    InspectionKept,
    CouncilMeetingKept,

    /// <summary>A question that readers asked in vain was put aside or taken up again.</summary>
    QuestionKept,

    /// <summary>What the search spells out; the note names the letters, none means all of them.</summary>
    AbbreviationsSaved,

    /// <summary>What the search takes for the same.</summary>
    SynonymsSaved,
}

/// <summary>Which acts readers can notice. Whoever adds a verb and forgets this list makes pages too often, never too seldom.</summary>
public static class ChangeVerbs
{
    /// <summary>The newsroom's own business: autosaves come by the minute, and no page may be made again for them.</summary>
    public static IReadOnlyList<ChangeVerb> Unseen { get; } =
    [
        ChangeVerb.Drafted, ChangeVerb.Submitted, ChangeVerb.Recalled, ChangeVerb.ChangesRequested, ChangeVerb.Approved, ChangeVerb.Scheduled, ChangeVerb.Unscheduled,
        ChangeVerb.MediaAdded, ChangeVerb.MemberAdded, ChangeVerb.MemberChanged, ChangeVerb.MemberReset, ChangeVerb.MemberClosed, ChangeVerb.RevisionsPruned,
        ChangeVerb.NominationReceived, ChangeVerb.NominationMoved, ChangeVerb.NominationKept,
        ChangeVerb.RegistrationMoved, ChangeVerb.RegistrationKept, ChangeVerb.UnitPlanKept, ChangeVerb.CommentReceived, ChangeVerb.CommentKept,
        ChangeVerb.SubjectAdded, ChangeVerb.SubjectChanged, ChangeVerb.SubjectMoved, ChangeVerb.ConsentChanged, ChangeVerb.ConsentExpiring, ChangeVerb.Erased,
        ChangeVerb.FeedbackReceived, ChangeVerb.FeedbackMoved, ChangeVerb.FeedbackKept,
        ChangeVerb.ReplicationReceived, ChangeVerb.ReplicationKept, ChangeVerb.TrackingAdded,
        ChangeVerb.CommendationKept, ChangeVerb.ScoresKept, ChangeVerb.InspectionKept, ChangeVerb.CouncilMeetingKept, ChangeVerb.QuestionKept,
    ];

    public static bool IsSeen(this ChangeVerb verb) => !Unseen.Contains(verb);
}

/// <summary>The one row every writer locks first: position of the newest change.</summary>
public sealed class Clock
{
    public int Id { get; init; }

    public long Position { get; set; }
}
