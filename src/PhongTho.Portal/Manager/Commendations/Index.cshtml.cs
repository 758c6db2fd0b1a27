using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>The register: what stands where, how long emergent praise took, what was told twice.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(CommendationLists lists, SiteBooks books) : ManagerPage
{
    /// <summary>Shelves by key in the address; the first is everything.</summary>
    internal static readonly (string Key, string Label, CommendationState[] States)[] Shelves =
    [
        ("", "Cả sổ", []),
        ("dang-xet", "Đang xét", [CommendationState.Proposed, CommendationState.UnderConsultation, CommendationState.CouncilReviewed]),
        ("da-quyet-dinh", "Đã có quyết định", [CommendationState.Decided]),
        ("da-cong-bo", "Đã công bố", [CommendationState.Announced]),
        ("tam-giu", "Tạm giữ", [CommendationState.Held]),
        ("da-huy-bo", "Đã hủy bỏ", [CommendationState.Revoked]),
        ("khong-khen", "Không khen", [CommendationState.Refused]),
    ];

    [BindProperty(SupportsGet = true, Name = "ngan")]
    public string? Shelf { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "hinh-thuc")]
    public string? Form { get; set; }

    [BindProperty(SupportsGet = true, Name = "dip-khen")]
    public string? Occasion { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "guong")]
    public Guid? Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "thanh-tich")]
    public string? Achievement { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? Cursor { get; set; }

    public CommendationList List { get; private set; } = new([], null, 0, new Dictionary<CommendationState, int>());

    public SiteBook Book { get; private set; } = null!;

    public Refusal? WhyNotKeep => CommendationSteps.WhyNotKeep(Me);

    public bool IsNarrowed => Asked(shelf: null, after: null).Any();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        if (await lists.ListAsync(Query(), Me, cancellation) is not { } list)
        {
            return Redirect(AddressOf(Shelf ?? ""));
        }

        List = list;
        return Page();
    }

    /// <summary>The same rows, all of them, for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        var rows = await lists.AllAsync(Query(), Me, cancellation);
        return File(CsvTable.Write(CommendationCsv.Head, rows.Select(CommendationCsv.Cells)), CsvTable.ContentType, "so-khen-thuong.csv");
    }

    public int CountOf(CommendationState[] states) => states.Length == 0 ? List.Counts.Values.Sum() : states.Sum(state => List.Counts.GetValueOrDefault(state));

    /// <summary>Address of a shelf with the same filters.</summary>
    public string AddressOf(string shelf, string? after = null, string? handler = null)
    {
        var parts = Asked(shelf, after).Append(("handler", handler ?? "")).Where(static part => part.Item2.Length > 0).Select(static part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}");
        return string.Join('&', parts) is { Length: > 0 } query ? "/manager/commendations?" + query : "/manager/commendations";
    }

    private IEnumerable<(string Key, string Value)> Asked(string? shelf, string? after) => new[]
    {
        ("ngan", shelf), ("q", Words?.Trim()), ("hinh-thuc", Form), ("dip-khen", Occasion), ("doi-tuong", Kind), ("xa", Unit), ("nam", Year?.ToString(CultureInfo.InvariantCulture)),
        ("guong", Item?.ToString()), ("thanh-tich", Achievement), ("sau", after),
    }.Where(static part => !string.IsNullOrEmpty(part.Item2)).Select(static part => (part.Item1, part.Item2!));

    private CommendationQuery Query() => new()
    {
        States = Array.Find(Shelves, shelf => shelf.Key == Shelf).States ?? [],
        Words = Words,
        Form = Form,
        Occasion = Occasion,
        Kind = Kind,
        Unit = Unit,
        Year = Year,
        Item = Item is { } id ? new ItemId(id) : null,
        Achievement = Achievement,
        After = Cursor,
    };

    /// <summary>Colour of a state's mark: the classes of content stages mean the same.</summary>
    internal static string MarkOf(CommendationState state) => state switch
    {
        CommendationState.Decided => "approved",
        CommendationState.Announced => "live",
        CommendationState.UnderConsultation or CommendationState.CouncilReviewed => "in-review",
        CommendationState.Held => "on-hold",
        CommendationState.Revoked or CommendationState.Refused => "retracted",
        _ => "",
    };
}
