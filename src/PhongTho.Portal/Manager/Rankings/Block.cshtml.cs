using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Rankings;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Rankings;

/// <summary>A block: its collectives in order, and what its keepers may still do.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class BlockModel(ScoreLists lists, ScoreDesk desk, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    /// <summary>Null for a new block.</summary>
    [BindProperty(SupportsGet = true, Name = "khoi")]
    public string? Slug { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What stands in the form.</summary>
    public EmulationBlock Block { get; private set; } = null!;

    public Ranking? Ranking { get; private set; }

    /// <summary>The form was refused just now.</summary>
    public bool IsEditing { get; private set; }

    public IReadOnlyList<UnitEntry> Units { get; private set; } = [];

    public DateOnly Today => SiteTime.Today(clock);

    public Refusal? WhyNotKeep => ScoreRules.WhyNotKeep(Me);

    public Refusal? WhyNotClose => Ranking is { } ranking ? ScoreRules.WhyNotClose(ranking.Block, [.. ranking.Members.Select(static row => row.Sheet).OfType<ScoreSheet>()], Me) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var typed = Read(Request.Form);
        var (slug, reason) = await desk.SaveBlockAsync(typed, Version, Me, cancellation);
        if (reason is null)
        {
            return After($"/manager/rankings/block?nam={Year}&khoi={slug}", "Đã lưu khối, cụm.");
        }

        IsEditing = true;
        return await LoadAsync(typed, cancellation) ? Again(reason) : NotFound();
    }

    public async Task<IActionResult> OnPostCloseAsync(DateOnly? on, string? decision, CancellationToken cancellation) =>
        await desk.CloseAsync(Year, Slug ?? "", on ?? Today, decision ?? "", Version, Me, cancellation) is not { } reason
            ? After($"/manager/rankings/block?nam={Year}&khoi={Slug}", "Đã thống nhất. Kết quả đã lên trang xếp hạng.")
            : await LoadAsync(null, cancellation) ? Again(reason) : NotFound();

    private async Task<bool> LoadAsync(EmulationBlock? typed, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        Units = [.. book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(new DateOnly(Math.Clamp(Year, 2000, 2100), 12, 31)))];
        if (string.IsNullOrEmpty(Slug))
        {
            Block = typed ?? new EmulationBlock { Year = Year, Slug = "", Name = "" };
            return WhyNotKeep is null;
        }

        if (await lists.FindAsync(Year, Slug, Me, cancellation) is not var (_, ranking))
        {
            return false;
        }

        (Ranking, Block, Version) = (ranking, typed ?? ranking.Block, ranking.Block.Version);
        return true;
    }

    private EmulationBlock Read(IFormCollection form)
    {
        var rows = form["member"].OfType<string>().Distinct(StringComparer.Ordinal).Select(at => (Key: Text(at + ".key"), Name: Text(at + ".name"), Unit: Text(at + ".unit"))).Where(static row => row.Name.Length > 0).ToList();
        var keys = rows.Select(static row => row.Key).ToHashSet(StringComparer.Ordinal);
        return new EmulationBlock
        {
            Year = Year,
            Slug = Slug ?? "",
            Name = Text("name"),
            Kind = Text("kind") == nameof(BlockKind.Area) ? BlockKind.Area : BlockKind.Sector,
            Lead = Text("lead"),
            IsSample = form["isSample"] == "true",
            Members = [.. rows.Select(row => new BlockMember { Key = row.Key.Length > 0 ? row.Key : NewKeys.Of("t", keys), Name = row.Name, Unit = row.Unit.Length > 0 ? row.Unit : null })],
        };

        string Text(string name) => form[name].ToString().Trim().Normalize();
    }
}
