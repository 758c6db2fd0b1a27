using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Specs;

namespace PhongTho.Tests.Publishing;

/// <summary>Specs/workflow.md, read: what it says about one act of one person on an item in one state.</summary>
internal sealed class WorkflowSpec
{
    private const string File = "workflow.md";

    public static readonly Stage[] Stages = [Stage.Idle, Stage.Draft, Stage.InReview, Stage.ChangesRequested, Stage.Approved, Stage.Scheduled];

    /// <summary>What the public gets, in the order of the specification's columns.</summary>
    public static readonly (Standing Standing, bool WasPublic)[] Readers =
    [
        (Standing.Private, false), (Standing.Private, true), (Standing.Live, true), (Standing.OnHold, true), (Standing.Archived, true), (Standing.Withdrawn, true), (Standing.Retracted, true),
    ];

    private static readonly Role[] Roles = [Role.Contributor, Role.Editor, Role.Publisher, Role.EmulationOfficer, Role.Administrator];

    private readonly Dictionary<string, Dictionary<Act, SpecRow>> tables =
        new[] { "## Roles", "## Once public", "## Trash", "## Readers", "## Drafts", "## Four eyes", "## Complete", "## Consent", "## Agreed anew", "## Said along" }
            .ToDictionary(heading => heading, heading => SpecTable.Rows(File, heading[3..]).ToDictionary(row => Enum.Parse<Act>(row[0])), StringComparer.Ordinal);

    /// <summary>The label an editor reads.</summary>
    public string LabelOf(Act act) => tables["## Roles"][act][1];

    /// <summary>What must be said with the act, and the reason when it is not.</summary>
    public IEnumerable<(Act Act, string Reason)> SaidAlong => tables["## Said along"].Select(row => (row.Key, row.Value[2]));

    /// <summary>Acts that ask whether those who are named agreed.</summary>
    public IEnumerable<Act> Asking => tables["## Consent"].Keys.Order();

    /// <summary>Acts that a new consent opens at what was withdrawn.</summary>
    public IEnumerable<Act> AgreedAnew => tables["## Agreed anew"].Keys.Order();

    /// <summary>The reason against the act, or null.</summary>
    public string? WhyNot(Act act, Role role, Situation at)
    {
        var right = tables["## Roles"][act][2 + Array.IndexOf(Roles, role)];
        if (right == "no" || (at.WasPublic && tables["## Once public"].TryGetValue(act, out var once) && PhongTho.Cms.Members.Roles.KeyOf(role) != once[1]))
        {
            return "right";
        }

        if (right == "own" && !at.IsOwn)
        {
            return "notYours";
        }

        var isOfTrash = tables["## Trash"].TryGetValue(act, out var trash);
        if (at.IsTrashed != isOfTrash)
        {
            return at.IsTrashed ? "trashed" : "notTrashed";
        }

        if (isOfTrash && trash![at.WasPublic ? 2 : 1] == "no")
        {
            return "wasPublic";
        }

        if (tables["## Readers"][act][1 + Array.IndexOf(Readers, (at.Standing, at.WasPublic))] == "no")
        {
            return at.Standing == Standing.Withdrawn ? "withdrawn" : "standing";
        }

        var stage = tables["## Drafts"][act][1 + Array.IndexOf(Stages, at.Stage)];
        if (stage == "no" || (stage == "reviewers" && tables["## Roles"][Act.RequestChanges][2 + Array.IndexOf(Roles, role)] == "no"))
        {
            return "stage";
        }

        if (stage == "mine" && !at.IsDraftMine)
        {
            return "notSubmitted";
        }

        if (at.NamesPerson && tables["## Four eyes"].TryGetValue(act, out var eyes) && ((at.IWrote && eyes[1] == "no") || (at.IHandedIn && eyes[2] == "no")))
        {
            return "fourEyes";
        }

        return !at.IsComplete && tables["## Complete"].ContainsKey(act) ? "incomplete" : null;
    }
}

/// <summary>An item as it stands towards the person who looks at it.</summary>
internal sealed record Situation(Standing Standing, bool WasPublic, Stage Stage)
{
    public bool IsOwn { get; init; }

    public bool IsTrashed { get; init; }

    public bool IsDraftMine { get; init; }

    public bool NamesPerson { get; init; }

    public bool IWrote { get; init; }

    public bool IHandedIn { get; init; }

    public bool IsComplete { get; init; } = true;

    /// <summary>Every one that can be thought of.</summary>
    public static IEnumerable<Situation> All =>
        from readers in WorkflowSpec.Readers
        from stage in WorkflowSpec.Stages
        from bits in Enumerable.Range(0, 128)
        let situation = new Situation(readers.Standing, readers.WasPublic, stage)
        {
            IsOwn = (bits & 1) != 0,
            IsTrashed = (bits & 2) != 0,
            IsDraftMine = (bits & 4) != 0,
            NamesPerson = (bits & 8) != 0,
            IWrote = (bits & 16) != 0,
            IHandedIn = (bits & 32) != 0,
            IsComplete = (bits & 64) != 0,
        }
        where !situation.IsTrashed || situation.Standing == Standing.Private
        where !situation.IsDraftMine || situation.IWrote
        select situation;

    /// <summary>An item that stands so for this person.</summary>
    public WorkflowCase For(Actor actor, bool byUnit)
    {
        var clock = TimeProvider.System;
        var item = new ContentItem
        {
            Id = Cms.Model.ItemId.New(clock),
            Type = "story",
            Path = "tin-tuc/x",
            CreatedAt = clock.GetUtcNow(),
            Stage = Stage,
            Standing = Standing,
            LiveRevisionId = WasPublic ? Cms.Model.RevisionId.New(clock) : null,
            TrashedAt = IsTrashed ? clock.GetUtcNow() : null,
            CreatedBy = IsOwn && !byUnit ? actor.Key : "somebody",
            OwnerUnit = IsOwn && byUnit ? actor.Unit : "another-unit",
            DraftedBy = IsDraftMine ? actor.Key : "somebody",
            SubmittedBy = IHandedIn ? actor.Key : "somebody",
        };
        return new WorkflowCase(item, Fixtures.Bodies.Story("X"))
        {
            NamesPrivatePerson = NamesPerson,
            Writers = IWrote ? new HashSet<string>([actor.Key, "somebody"]) : new HashSet<string>(["somebody"]),
            Problems = IsComplete ? [] : [new Cms.Model.Problem("Tiêu đề", "Chưa điền.")],
        };
    }
}
