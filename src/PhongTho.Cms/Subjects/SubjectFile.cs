using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>Evidence of a dossier: it lies in a private folder, is no part of the library, and no address of the site leads to it.</summary>
public sealed class SubjectFile
{
    public required Guid Id { get; init; }

    public required SubjectId SubjectId { get; init; }

    /// <summary>The criterion it proves; null when it belongs to a consent.</summary>
    public string? Criterion { get; init; }

    /// <summary>The consent it proves; null when it belongs to a criterion.</summary>
    public Guid? ConsentId { get; init; }

    /// <summary>As the person's own disk calls it.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

/// <summary>Which subjects a text names. Written once with its revision and never changed: "which items name this subject" is one query, drafts included.</summary>
public sealed class RevisionSubject
{
    public required RevisionId RevisionId { get; init; }

    public required SubjectId SubjectId { get; init; }

    public required ItemId ItemId { get; init; }
}
