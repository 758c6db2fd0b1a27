using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Papers;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Portal.Manager.Registrations;

/// <summary>Registrations of a year: all of them for the office, its own for a unit; and which units are still awaited.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(RegistrationLists lists, RegistrationRounds rounds, RegistrationDesk desk, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "buoc")]
    public RegistrationState? State { get; set; }

    public IReadOnlyList<RegistrationRound> Rounds { get; private set; } = [];

    /// <summary>Null when the year was never opened, or this person has no business here.</summary>
    public RegistrationList? List { get; private set; }

    public SiteBook Book { get; private set; } = null!;

    public bool IsOffice => RegistrationSteps.IsOfTheOffice(Me);

    public Refusal? WhyNotHere => RegistrationSteps.WhyNotKeep(Me, null);

    public Refusal? WhyNotBegin => List is null ? null : IsOffice ? null : RegistrationSteps.WhyNotBegin(List.Round, SiteTime.Today(clock));

    public string Query => $"nam={Year}" + (Unit is { Length: > 0 } ? $"&don-vi={Unit}" : "") + (Kind is { Length: > 0 } ? $"&loai={Kind}" : "") + (State is { } state ? $"&buoc={state}" : "");

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>The list as it is filtered, for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetSheetAsync(string? format, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (List is null)
        {
            return NotFound();
        }

        var name = $"dang-ky-phan-dau-{Year}";
        return format == "csv"
            ? File(RegistrationTable.Of(List).ToCsv(), CsvTable.ContentType, name + ".csv")
            : File(Workbook.Write([RegistrationTable.Of(List), RegistrationTable.OfUnits(List)]), Workbook.ContentType, name + ".xlsx");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        var address = $"/manager/registrations?nam={Year}";
        var (closed, reason) = await desk.CloseYearAsync(Year ?? 0, Me, cancellation);
        return reason is null ? After(address, $"Đã chốt {closed} bản đăng ký. Cuối năm ghi kết quả từng bản.") : Instead(address, reason);
    }

    /// <summary>Colour of a state's mark: the classes of content stages mean the same.</summary>
    internal static string MarkOf(RegistrationState state) => state switch
    {
        RegistrationState.Accepted or RegistrationState.Closed or RegistrationState.Achieved => "approved",
        RegistrationState.Submitted => "in-review",
        RegistrationState.Returned or RegistrationState.NotAchieved => "changes-requested",
        _ => "",
    };

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        Rounds = await rounds.ListAsync(cancellation);
        Year ??= Rounds.FirstOrDefault(round => round.Year <= SiteTime.Today(clock).Year)?.Year ?? SiteTime.Today(clock).Year;
        List = await lists.FindAsync(new RegistrationFilter(Year.Value, Asked(Unit), Asked(Kind), State), Me, cancellation);
    }

    private static string? Asked(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
