using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Nominations;

/// <summary>The form by which anyone tells of an exemplar; empty, or as it was typed with what is amiss.</summary>
public sealed record NominatePage : SitePage
{
    /// <summary>What editors say around the form.</summary>
    public ItemPage? Introduction { get; init; }

    public required NominationEntry Entry { get; init; }

    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    public required IReadOnlyList<KindChoice> Kinds { get; init; }

    public required IReadOnlyList<UnitChoice> Units { get; init; }

    /// <summary>Old names, for who remembers only those.</summary>
    public IReadOnlyList<UnitChoice> FormerUnits { get; init; } = [];

    public required IReadOnlyList<TermEntry> Fields { get; init; }

    /// <summary>Signed moment at which the form was handed out.</summary>
    public required string Ticket { get; init; }

    /// <summary>Browsers do not send files twice: they must be chosen again.</summary>
    public bool HasLostPhotos { get; init; }

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}

/// <summary>A kind of subject and the criteria the plan has for it.</summary>
/// <param name="Number">Which one on this page, from 1: styles tell kinds apart by it.</param>
public sealed record KindChoice(int Number, string Slug, string Name, IReadOnlyList<TermEntry> Criteria);

/// <summary>A commune to choose, with the hint by which people know it.</summary>
public sealed record UnitChoice(string Slug, string Label);

/// <summary>Asks for code and secret.</summary>
public sealed record NominationLookupPage : SitePage
{
    public string Code { get; init; } = "";

    public string? Problem { get; init; }
}

/// <summary>Where one nomination stands, for its nominator only.</summary>
public sealed record NominationFollowPage : SitePage
{
    public required NominationStanding Standing { get; init; }

    /// <summary>The way so far and ahead, in plain words.</summary>
    public required IReadOnlyList<FollowStep> Steps { get; init; }

    /// <summary>How it ended, when it ended without a story.</summary>
    public string? Verdict { get; init; }

    /// <summary>True right after sending: the page says to keep the code.</summary>
    public bool IsNew { get; init; }

    /// <summary>The word that opens it, as it is read aloud.</summary>
    public required string Secret { get; init; }

    /// <summary>Address with scheme and host that opens it again.</summary>
    public required string FollowUrl { get; init; }

    /// <summary>The same address for a telephone's camera: dark squares as the path of a drawing.</summary>
    public required string QrPath { get; init; }

    public required int QrSize { get; init; }
}

/// <summary>A step of the way.</summary>
public sealed record FollowStep(string Label, string Words, bool IsDone, bool IsCurrent);
