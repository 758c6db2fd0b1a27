using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Rankings;

namespace PhongTho.Portal.Manager.Rankings;

/// <summary>The score table of a year.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class TableModel(ScoreLists lists, ScoreDesk desk) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ScoreTable Table { get; private set; } = null!;

    /// <summary>Empty lines at the end.</summary>
    public int Blank { get; private set; } = 2;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Table = (await lists.YearAsync(Year, Me, cancellation)).Table ?? new ScoreTable { Year = Year };
        (Version, Blank) = (Table.Version, Table.Criteria.Count == 0 ? 6 : 2);
    }

    public async Task<IActionResult> OnPostAsync(string? @do, CancellationToken cancellation)
    {
        Table = Read(Request.Form);
        if (@do == "more")
        {
            Blank = 6;
            return Page();
        }

        return await desk.SaveTableAsync(Table, Version, Me, cancellation) is { } reason ? Again(reason) : After($"/manager/rankings?nam={Year}", "Đã lưu bảng điểm.");
    }

    private ScoreTable Read(IFormCollection form)
    {
        var lines = form["line"].OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(at => (Key: Text(at + ".key"), Name: Text(at + ".name"), Most: Numbers.Quantity(Text(at + ".most")) ?? 0, Kind: Enum.TryParse<ScoreKind>(Text(at + ".kind"), out var kind) ? kind : ScoreKind.Points))
            .Where(static line => line.Name.Length > 0).ToList();
        var keys = lines.Select(static line => line.Key).ToHashSet(StringComparer.Ordinal);
        return new ScoreTable
        {
            Year = Year,
            Source = Text("source"),
            IsSample = form["isSample"] == "true",
            Criteria = [.. lines.Select(line => new ScoreCriterion { Key = line.Key.Length > 0 ? line.Key : NewKeys.Of("d", keys), Name = line.Name, Most = line.Most, Kind = line.Kind })],
        };

        string Text(string name) => form[name].ToString().Trim().Normalize();
    }
}

/// <summary>Keys for new lines, which stay when the words of the lines are mended.</summary>
internal static class NewKeys
{
    public static string Of(string letter, HashSet<string> taken)
    {
        var key = Enumerable.Range(1, taken.Count + 1).Select(number => $"{letter}{number}").First(key => !taken.Contains(key));
        taken.Add(key);
        return key;
    }
}
