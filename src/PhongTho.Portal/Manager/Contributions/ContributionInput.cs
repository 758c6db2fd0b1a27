using PhongTho.Cms.Contributions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Contributions;

/// <summary>The form of a line, as a browser sends it.</summary>
public sealed class ContributionInput
{
    public string? Kind { get; set; }

    public string? What { get; set; }

    public string? Quantity { get; set; }

    public string? Measure { get; set; }

    public string? Value { get; set; }

    public string? GivenOn { get; set; }

    public string? Beneficiary { get; set; }

    public string? Unit { get; set; }

    public string? Village { get; set; }

    public string? Source { get; set; }

    public ContributionEntry ToEntry() => new()
    {
        Kind = Kind ?? "",
        What = What ?? "",
        Quantity = Quantity ?? "",
        Measure = Measure ?? "",
        Value = Value ?? "",
        GivenOn = GivenOn ?? "",
        Beneficiary = Beneficiary ?? "",
        Unit = Unit ?? "",
        Village = Village ?? "",
        Source = Source ?? "",
    };
}

/// <summary>The form with what can be chosen.</summary>
/// <param name="Subject">The dossier the gift belongs to, when it is known.</param>
/// <param name="Texts">Texts that may tell of it.</param>
public sealed record ContributionForm(SiteBook Book, ContributionInput Input, SubjectId? Subject, IReadOnlyList<(ItemId Id, string Title)> Texts);

/// <summary>Lines of the ledger with what may be done with each.</summary>
public sealed record LedgerLines(IReadOnlyList<LedgerRow> Rows, SubjectId? Subject);
