using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>What was written at one moment. Never updated: a change is a new revision. Only who took consent back is taken out of all of them.</summary>
public sealed class Revision
{
    /// <summary>The note of what was kept while somebody typed, without having been asked to.</summary>
    public const string AutosaveNote = "autosave";

    public required RevisionId Id { get; init; }

    public required ItemId ItemId { get; init; }

    /// <summary>1, 2, 3 … within the item.</summary>
    public required int Number { get; init; }

    /// <summary>The typed body as JSON.</summary>
    public required string Body { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Note { get; init; }
}
