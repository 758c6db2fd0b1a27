namespace PhongTho.Cms.Seeding;

/// <summary>What an import of stories did, counted in lines.</summary>
/// <param name="Kept">Lines that changed at the source while people here edited, held or took back the story: left alone.</param>
/// <param name="Refused">Lines that could not be taken, with the reason.</param>
public sealed record StoryReport(int Created, int Updated, int Unchanged, IReadOnlyList<StoryProblem> Kept, IReadOnlyList<StoryProblem> Refused)
{
    public bool IsComplete => Refused.Count == 0;
}

/// <summary>Why a line was not taken; lines count from 1.</summary>
public sealed record StoryProblem(int Line, string Message)
{
    public override string ToString() => $"{Line}: {Message}";
}

/// <summary>How far an import of stories is, in lines.</summary>
public sealed record StoryProgress(int Lines, int Created, int Updated, int Unchanged, int Kept, int Refused);

/// <summary>The report while it is being written.</summary>
internal sealed class StoryNotes
{
    private readonly List<StoryProblem> kept = [];
    private readonly List<StoryProblem> refused = [];

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public void Kept(StoryRow row) => kept.Add(new StoryProblem(row.Line, $"«{row.Id}» đã được sửa, tạm giữ hoặc gỡ trong trang quản trị nên giữ nguyên."));

    public void Refused(int line, string message) => refused.Add(new StoryProblem(line, message));

    public StoryProgress ToProgress(int lines) => new(lines, Created, Updated, Unchanged, kept.Count, refused.Count);

    public StoryReport ToReport() => new(Created, Updated, Unchanged, [.. kept.OrderBy(static problem => problem.Line)], [.. refused.OrderBy(static problem => problem.Line)]);
}
