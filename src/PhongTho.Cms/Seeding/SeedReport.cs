namespace PhongTho.Cms.Seeding;

/// <summary>What an import of a content folder did, counted in files.</summary>
/// <param name="Kept">Changed files whose content people edited since: left alone.</param>
/// <param name="Refused">Files that could not be taken, one entry a reason.</param>
public sealed record SeedReport(int Created, int Updated, int Unchanged, IReadOnlyList<SeedProblem> Kept, IReadOnlyList<SeedProblem> Refused)
{
    public bool IsComplete => Refused.Count == 0;
}

/// <summary>Why a file of the folder was not taken.</summary>
/// <param name="File">Path under the content folder.</param>
/// <param name="Line">Counts from 1; null when the whole file is meant.</param>
public sealed record SeedProblem(string File, int? Line, string Message)
{
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Message}" : $"{File}: {Message}";
}

/// <summary>The report while it is being written.</summary>
internal sealed class SeedNotes
{
    private readonly List<SeedProblem> kept = [];
    private readonly List<SeedProblem> refused = [];
    private int created;
    private int updated;
    private int unchanged;

    public bool HasRefused => refused.Count > 0;

    public void Took(bool isNew)
    {
        created += isNew ? 1 : 0;
        updated += isNew ? 0 : 1;
    }

    public void Unchanged(int files = 1) => unchanged += files;

    public void Kept(string file, string message) => kept.Add(new SeedProblem(file, null, message));

    public void Refused(string file, string message) => refused.Add(new SeedProblem(file, null, message));

    public void Refused(string file, IEnumerable<FileFault> faults) =>
        refused.AddRange(faults.Select(fault => new SeedProblem(file, fault.Line, fault.Message)));

    public SeedReport ToReport() => new(created, updated, unchanged, [.. kept], [.. refused]);
}
