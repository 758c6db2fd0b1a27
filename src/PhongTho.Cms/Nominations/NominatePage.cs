using PhongTho.Cms.Intake;
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

    public required UnitChoices Units { get; init; }

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
