using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Questions;

namespace PhongTho.Portal.Manager.Questions;

/// <summary>What the search takes for the same: abbreviations and synonyms, and how far the texts follow a change of them.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class WordsModel(WordDesk desk, SearchFollower follower) : ManagerPage
{
    private const string Place = "/manager/words";

    private const int PageSize = 20;

    /// <summary>Part of what is looked for in the table.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>The letters after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? Last { get; set; }

    /// <summary>A question readers asked in vain, to become a phrase of a group.</summary>
    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "short")]
    public string? Letters { get; set; }

    [BindProperty]
    public string? Meaning { get; set; }

    [BindProperty(SupportsGet = true, Name = "group")]
    public Guid? Group { get; set; }

    /// <summary>One phrase a line.</summary>
    [BindProperty]
    public string? Phrases { get; set; }

    public IReadOnlyList<AbbreviationRow> Abbreviations { get; private set; } = [];

    public int Total { get; private set; }

    public string? Next { get; private set; }

    public IReadOnlyList<SynonymRow> Synonyms { get; private set; } = [];

    public Reindexing? Reindexing => follower.Now;

    public bool IsCaughtUp => follower.IsCaughtUp;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var list = await ReadAsync(cancellation);
        Meaning = list.Abbreviations.FirstOrDefault(row => row.Letters == Letters)?.Meaning;
        Phrases = list.Synonyms.FirstOrDefault(row => row.Id == Group) is { } group ? string.Join('\n', group.Phrases) : Asked;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await desk.KeepAsync(Letters ?? "", Meaning ?? "", Me, cancellation) is { } reason
            ? await AgainAsync(reason, cancellation)
            : After(Place, $"Đã ghi «{Letters}» là «{Meaning}». Lời tìm hiểu theo ngay; các bài có chữ này đang được sắp lại.");

    public async Task<IActionResult> OnPostDropAsync(string letters, CancellationToken cancellation) =>
        await desk.DropAsync(letters, Me, cancellation) is { } reason ? Instead(Place, reason) : After(Place, $"Đã bỏ «{letters}». Các bài có chữ này đang được sắp lại.");

    public async Task<IActionResult> OnPostSynonymsAsync(CancellationToken cancellation) =>
        await desk.KeepAsync(Group, (Phrases ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries), Me, cancellation) is { } reason
            ? await AgainAsync(reason, cancellation)
            : After(Place, "Đã ghi nhóm từ cùng nghĩa. Lời tìm hiểu theo ngay.");

    public async Task<IActionResult> OnPostDropGroupAsync(Guid id, CancellationToken cancellation) =>
        await desk.DropAsync(id, Me, cancellation) is { } reason ? Instead(Place, reason) : After(Place, "Đã bỏ nhóm từ cùng nghĩa.");

    private async Task<IActionResult> AgainAsync(Cms.Changes.Refusal reason, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return Again(reason);
    }

    private async Task<WordList> ReadAsync(CancellationToken cancellation)
    {
        var list = await desk.ListAsync(cancellation);
        var sought = PlainWords.Of(Text ?? "");
        var found = list.Abbreviations.Where(row => PlainWords.Of(row.Letters + " " + row.Meaning).Contains(sought, StringComparison.Ordinal)).ToList();
        var from = Last is null ? 0 : found.FindIndex(row => row.Letters == Last) + 1;
        Abbreviations = [.. found.Skip(from).Take(PageSize)];
        Next = from + PageSize < found.Count ? Abbreviations[^1].Letters : null;
        Total = found.Count;
        Synonyms = list.Synonyms;
        return list;
    }
}
