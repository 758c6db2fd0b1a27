using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Rankings;

namespace PhongTho.Portal.Manager.Rankings;

/// <summary>One collective's points: by itself, and as they were checked.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class SheetModel(ScoreLists lists, ScoreDesk desk) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "khoi")]
    public string Block { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "tap-the")]
    public string Member { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public ScoreTable Table { get; private set; } = null!;

    public Ranking Ranking { get; private set; } = null!;

    public RankedMember Row { get; private set; } = null!;

    /// <summary>The own sheet and the check, each with what stands against writing it and the points it shows.</summary>
    public IReadOnlyList<(string Handler, string Title, string Button, Refusal? Why, Func<string, string> Shown)> Sheets =>
    [
        ("own", "Tự chấm", "Lưu điểm tự chấm", ScoreRules.WhyNotScore(Ranking.Block, Row.Member, Row.Sheet, Me), key => Shown(Row.Sheet?.Own, key)),
        ("check", "Kiểm tra", "Lưu điểm kiểm tra", ScoreRules.WhyNotCheck(Ranking.Block, Row.Sheet, Me), key => Shown(Row.Sheet?.Checked ?? Row.Sheet?.Own, key)),
    ];

    private string Address => $"/manager/rankings/block?nam={Year}&khoi={Block}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostOwnAsync(CancellationToken cancellation) => ScoreAsync(
        scores => desk.ScoreAsync(Year, Block, Member, scores, Version, Me, cancellation), "Đã lưu điểm tự chấm.", cancellation);

    public Task<IActionResult> OnPostCheckAsync(string? remark, CancellationToken cancellation) => ScoreAsync(
        scores => desk.CheckAsync(Year, Block, Member, scores, remark ?? "", Version, Me, cancellation), "Đã lưu điểm kiểm tra.", cancellation);

    private async Task<IActionResult> ScoreAsync(Func<IReadOnlyList<Score>, Task<Refusal?>> act, string done, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        var typed = Table.Criteria.Select(line => (line, Text: Request.Form[line.Key].ToString().Trim())).Where(static cell => cell.Text.Length > 0).ToList();
        if (typed.Find(static cell => Numbers.Quantity(cell.Text) is null) is { line: { } wrong } cell)
        {
            return Again(new Refusal("number", $"«{wrong.Name}»: «{cell.Text}» không phải là số. Viết như 9,5."));
        }

        if (await act([.. typed.Select(static cell => new Score(cell.line.Key, Numbers.Quantity(cell.Text)!.Value))]) is not { } reason)
        {
            return After(Address, done);
        }

        return await LoadAsync(cancellation) ? Again(reason) : NotFound();
    }

    private static string Shown(IReadOnlyList<Score>? scores, string key) => scores?.FirstOrDefault(score => score.Criterion == key) is { } score ? IndexModel.Print(score.Points) : "";

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await lists.FindAsync(Year, Block, Me, cancellation) is not var (table, ranking) || ranking.Members.FirstOrDefault(row => row.Member.Key == Member) is not { } row)
        {
            return false;
        }

        (Table, Ranking, Row) = (table, ranking, row);
        return true;
    }
}
