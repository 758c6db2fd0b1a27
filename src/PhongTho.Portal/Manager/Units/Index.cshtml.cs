using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Portal.Manager.Units;

/// <summary>The register of units: those of today, those that were, organisations.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(SiteBooks books, TimeProvider clock) : ManagerPage
{
    private static readonly string[] GroupLabels = ["Đơn vị hành chính hiện nay", "Đơn vị hành chính trước đây", "Cơ quan, tổ chức"];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public SiteBook Book { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Groups with what they are called, empty ones left out.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<UnitEntry> Units)> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Book, Today) = (await books.CurrentAsync(cancellation), SiteTime.Today(clock));
        var found = Book.Units.Where(Matches).ToLookup(unit => unit.Kind.Length == 0 ? 2 : unit.IsValidOn(Today) ? 0 : 1);
        Groups =
        [
            .. GroupLabels.Select((label, group) => (label, (IReadOnlyList<UnitEntry>)[.. found[group]]))
                .Where(static group => group.Item2.Count > 0),
        ];
    }

    /// <summary>Who holds its ground now: «nay thuộc …»; null while it is itself.</summary>
    public string? NowOf(UnitEntry unit) => unit.IsValidOn(Today)
        ? null
        : Book.Today(unit.Slug, Today)?.FullName ?? (unit.Successors.Length == 0 ? null : string.Join(", ", unit.Successors.Select(slug => Book.Unit(slug)?.FullName ?? slug)));

    private bool Matches(UnitEntry unit)
    {
        var words = Folding.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = Folding.Fold(string.Join(' ', [unit.FullName, unit.Code ?? "", .. unit.Spellings]));
        return Array.TrueForAll(words, word => names.Contains(word, StringComparison.Ordinal));
    }
}
