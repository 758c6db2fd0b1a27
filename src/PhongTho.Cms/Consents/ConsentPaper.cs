using PhongTho.Cms.Model;

namespace PhongTho.Cms.Consents;

/// <summary>A consent as the desk writes it down.</summary>
public sealed record ConsentPaper
{
    public string PersonName { get; init; } = "";

    public IReadOnlyList<ConsentPurpose> Purposes { get; init; } = [];

    public IReadOnlyList<ConsentField> Fields { get; init; } = [];

    public ConsentMethod Method { get; init; }

    public string TextVersion { get; init; } = "";

    public string ObtainedBy { get; init; } = "";

    /// <summary>The day the person said yes; null while it is only asked for.</summary>
    public DateOnly? GivenOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public string Guardian { get; init; } = "";

    public bool ChildAssents { get; init; }

    public string Note { get; init; } = "";
}
