using PhongTho.Cms.Model;

namespace PhongTho.Cms.Contributions;

/// <summary>
/// One line of the ledger: what somebody gave to the community, in one measure. Readers see lines that were checked; a checked line changes
/// only by a correction that readers see too.
/// </summary>
public sealed class Contribution
{
    public required Guid Id { get; init; }

    /// <summary>The dossier of who gave.</summary>
    public SubjectId? SubjectId { get; set; }

    /// <summary>The text that tells of it: while readers may not see the text, they do not see the line.</summary>
    public ItemId? ItemId { get; set; }

    /// <summary>Slug of the vocabulary «Loại đóng góp».</summary>
    public required string Kind { get; set; }

    /// <summary>What was given, as told: «Cát», «Hiến đất (13 hộ)».</summary>
    public required string What { get; set; }

    public required decimal Quantity { get; set; }

    /// <summary>What the quantity counts; two measures are never added.</summary>
    public required string Measure { get; set; }

    /// <summary>In whole đồng, when somebody put a price on it.</summary>
    public decimal? Value { get; set; }

    public PartialDate? GivenOn { get; set; }

    /// <summary>The year of <see cref="GivenOn"/>, for totals; 0 when the day is unknown.</summary>
    public int Year { get; private set; }

    public string Beneficiary { get; set; } = "";

    /// <summary>Slug of the unit as it was on the day (rule R7).</summary>
    public string? Unit { get; set; }

    public string Village { get; set; } = "";

    /// <summary>The paper or person it is known from.</summary>
    public string Source { get; set; } = "";

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedBy { get; init; } = "";

    public DateTimeOffset? VerifiedAt { get; set; }

    public string? VerifiedBy { get; set; }

    /// <summary>Guards against two desks.</summary>
    public int Version { get; set; }

    public List<ContributionCorrection> Corrections { get; } = [];

    public void GiveOn(PartialDate? day) => (GivenOn, Year) = (day, day?.Year ?? 0);
}

/// <summary>A checked figure that was wrong: what it said before, and why it changed.</summary>
public sealed class ContributionCorrection
{
    public required Guid ContributionId { get; init; }

    /// <summary>1, 2, 3 … within the line.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required decimal QuantityBefore { get; init; }

    public required string Reason { get; init; }
}
