namespace PhongTho.Cms.Questions;

/// <summary>What is written short, and what it stands for: in texts and questions alike.</summary>
public sealed class AbbreviationRow
{
    /// <summary>As it is written: <c>UBND</c>.</summary>
    public required string Letters { get; init; }

    public required string Meaning { get; set; }
}

/// <summary>Phrases that mean the same: who asks for one may mean the others.</summary>
public sealed class SynonymRow
{
    public required Guid Id { get; init; }

    public IReadOnlyList<string> Phrases { get; set; } = [];
}
