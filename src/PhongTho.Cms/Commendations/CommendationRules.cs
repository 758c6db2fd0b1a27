namespace PhongTho.Cms.Commendations;

/// <summary>
/// What the law says of commendations from when to when, as the customer keeps it in <c>commendation-forms.json</c>: the law changed twice under the
/// plan, so who may decide what is data. What nobody has seen in a text of law is said to be unverified, and nobody is warned by it.
/// </summary>
public sealed record CommendationRules
{
    public const string Key = "commendation-rules";

    /// <summary>Day the table was last gone over.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>From the deed to the decision of an emergent case, before the clock turns red.</summary>
    public int EmergentDays { get; init; } = 10;

    public IReadOnlyList<CommendationRegime> Regimes { get; init; } = [];

    public IReadOnlyList<CommendationFormRule> Forms { get; init; } = [];

    /// <summary>Principles of the law, said beside the warnings that rest on them.</summary>
    public IReadOnlyList<CommendationPrinciple> Principles { get; init; } = [];

    /// <summary>The law in force on that day, verified or not; null when the table does not reach there.</summary>
    public CommendationRegime? RegimeOn(DateOnly day) => Regimes.FirstOrDefault(regime => regime.ValidFrom is { } from && from <= day && (regime.ValidTo is null || day <= regime.ValidTo));

    public CommendationFormRule? FormOf(string slug) => Forms.FirstOrDefault(form => form.Id == slug);
}

/// <summary>A law with its decree, and the days it was in force.</summary>
public sealed record CommendationRegime
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public bool Verified { get; init; }

    public string? Note { get; init; }
}

/// <summary>A form or title: whom it is for, and who gives it under which law.</summary>
public sealed record CommendationFormRule
{
    public required string Id { get; init; }

    /// <summary>Kinds of subject; empty when the table does not say.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    public bool Verified { get; init; }

    /// <summary>False for praise outside the law, which has no decision.</summary>
    public bool Statutory { get; init; } = true;

    public string? Source { get; init; }

    public IReadOnlyList<CommendationAuthority> Authorities { get; init; } = [];
}

/// <summary>Who gives a form under a law.</summary>
public sealed record CommendationAuthority
{
    public required string Regime { get; init; }

    public required string Who { get; init; }

    public IReadOnlyList<AuthorityLevel> Levels { get; init; } = [];

    public bool Verified { get; init; }

    public string? Source { get; init; }
}

public sealed record CommendationPrinciple(string Id, string Text, string Source);
