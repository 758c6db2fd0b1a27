using System.Collections.Frozen;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Editing.Stage;
using static PhongTho.Cms.Editing.Standing;

namespace PhongTho.Cms.Publishing;

/// <summary>A row of the workflow: who may do an act, where the draft must stand for it, what the public must get, what else is asked.</summary>
/// <param name="Stages">Where the draft must stand. Machines pass the ones of <see cref="Also.PathOfPeople"/>.</param>
public sealed record ActRule(Act Act, string Label, Right Right, IReadOnlyList<Stage> Stages, IReadOnlyList<Standing> Standings, Also Also = Also.Nothing);

/// <summary>What an act asks beyond right, stage and standing.</summary>
[Flags]
public enum Also
{
    Nothing = 0,

    /// <summary>The way a draft goes is a rule about people: machines pass it.</summary>
    PathOfPeople = 1,

    /// <summary>While it is read by reviewers, only they change it.</summary>
    ReviewersInReview = 1 << 1,

    /// <summary>A draft nobody handed in goes on only by the hand that wrote it.</summary>
    OwnDraft = 1 << 2,

    /// <summary>Who wrote or handed in a text about a named private person does not decide on it (rule R8).</summary>
    FourEyes = 1 << 3,

    /// <summary>Every rule of the form is kept.</summary>
    Complete = 1 << 4,

    /// <summary>The public has seen it at some time.</summary>
    WasPublic = 1 << 5,

    /// <summary>The public never saw it; what it saw stays for the record.</summary>
    NeverPublic = 1 << 6,

    /// <summary>What the public has seen is touched only by those who publish.</summary>
    PublisherOncePublic = 1 << 7,

    /// <summary>It lies in the trash; every other act asks that it does not.</summary>
    InTrash = 1 << 8,
    Note = 1 << 9,
    Moment = 1 << 10,
    Target = 1 << 11,

    /// <summary>Everybody it names agreed to all it shows (rule R1).</summary>
    Consent = 1 << 12,

    /// <summary>Open again at what was withdrawn, once everybody it names agreed anew.</summary>
    AgreedAnew = 1 << 13,

    /// <summary>Shows again what readers had: the rules are asked of that text, not of a draft somebody works on.</summary>
    AsItWas = 1 << 14,
}

/// <summary>The state machine of the newsroom: one row an act. Screens, API and the calendar all ask it through <see cref="Workflow"/>.</summary>
public static class WorkflowTable
{
    private const Also Decision = Also.PathOfPeople | Also.OwnDraft | Also.FourEyes | Also.Complete | Also.Consent;

    private static readonly Stage[] any = Enum.GetValues<Stage>();
    private static readonly Standing[] open = [Private, Live, OnHold, Archived, Retracted];
    private static readonly Standing[] showable = [Private, Live, Archived, Retracted];
    private static readonly Standing[] everywhere = Enum.GetValues<Standing>();

    public static IReadOnlyList<ActRule> Rules { get; } =
    [
        new(Act.Write, "Sửa", Right.Write, [Idle, Draft, ChangesRequested, InReview], open, Also.PathOfPeople | Also.ReviewersInReview | Also.AgreedAnew),
        new(Act.Move, "Đổi địa chỉ", Right.Write, any, open, Also.PublisherOncePublic),
        new(Act.Submit, "Gửi duyệt", Right.Write, [Draft, ChangesRequested], open, Also.AgreedAnew),
        new(Act.Recall, "Rút về sửa", Right.Write, [InReview, Approved], open, Also.AgreedAnew),
        new(Act.RequestChanges, "Yêu cầu sửa", Right.Review, [InReview, Approved], open, Also.Note | Also.AgreedAnew),
        new(Act.Approve, "Duyệt", Right.Publish, [InReview], open, Also.FourEyes | Also.Complete | Also.AgreedAnew),
        new(Act.Schedule, "Hẹn giờ đăng", Right.Publish, [Draft, InReview, Approved, Scheduled], showable, Decision | Also.Moment | Also.AgreedAnew),
        new(Act.Unschedule, "Bỏ hẹn giờ", Right.Publish, [Scheduled], everywhere),
        new(Act.Publish, "Đăng", Right.Publish, [Draft, InReview, Approved, Scheduled], showable, Decision | Also.AgreedAnew),
        new(Act.Correct, "Đăng kèm đính chính", Right.Publish, [Draft, InReview, Approved, Scheduled], [Live], Decision | Also.Note),
        new(Act.Expire, "Hẹn giờ gỡ", Right.Publish, any, [Private, Live]),
        new(Act.Hold, "Tạm giữ", Right.TakeDown, any, [Live, Archived]),
        new(Act.Release, "Bỏ tạm giữ", Right.TakeDown, any, [OnHold], Also.Consent | Also.AsItWas),
        new(Act.Withdraw, "Rút theo yêu cầu", Right.TakeDown, any, open, Also.WasPublic),
        new(Act.Retract, "Thu hồi", Right.TakeDown, any, [Private, Live, OnHold, Archived], Also.WasPublic | Also.Note),
        new(Act.Archive, "Lưu trữ", Right.Publish, any, [Live], Also.Consent | Also.AsItWas),
        new(Act.Republish, "Đăng lại", Right.Publish, any, [Private, Archived], Also.WasPublic | Also.Complete | Also.Consent | Also.AsItWas),
        new(Act.Unpublish, "Gỡ khỏi trang", Right.Publish, any, [Live, OnHold, Archived]),
        new(Act.Forward, "Chuyển hướng người đọc", Right.Publish, any, [Archived, Withdrawn, Retracted], Also.Target),
        new(Act.Trash, "Bỏ vào thùng rác", Right.Write, [Idle, Draft, ChangesRequested], [Private], Also.PublisherOncePublic),
        new(Act.Restore, "Lấy lại từ thùng rác", Right.Write, any, everywhere, Also.InTrash | Also.PublisherOncePublic),
        new(Act.Delete, "Xóa hẳn", Right.Publish, any, everywhere, Also.InTrash | Also.NeverPublic),
    ];

    private static FrozenDictionary<Act, ActRule> ByAct { get; } = Rules.ToFrozenDictionary(static rule => rule.Act);

    public static ActRule Of(Act act) => ByAct[act];
}
