using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using Seats = PhongTho.Cms.Office.Councils.Council;

namespace PhongTho.Portal.Manager.Council;

/// <summary>The council in time, as the office keeps it.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class IndexModel(OfficeSettings settings, TimeProvider clock) : ManagerPage
{
    [BindProperty]
    public string Seen { get; set; } = "";

    public Seats Form { get; private set; } = new();

    /// <summary>Empty rows at the end.</summary>
    public int Blank { get; private set; } = 1;

    public DateOnly Today => SiteTime.Today(clock);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Form = await settings.ReadAsync(Seats.Key, new Seats(), cancellation);
        Seen = Stamp.Of(Form);
    }

    public async Task<IActionResult> OnPostAsync(string? @do, CancellationToken cancellation)
    {
        Form = Read(Request.Form);
        if (@do == "more")
        {
            Blank = 2;
            return Page();
        }

        return await settings.SaveAsync(Seats.Key, Form, new Seats(), Seen, CouncilRules.WhyNot, Me, cancellation) is { } reason
            ? Again(reason)
            : After("/manager/council", "Đã lưu. Trang Hội đồng hiện ngay danh sách mới.");
    }

    private static Seats Read(IFormCollection form) => new()
    {
        Decision = Text(form, "decision"),
        IsSample = form["isSample"] == "true",
        Members =
        [
            .. form["member"].OfType<string>().Distinct(StringComparer.Ordinal).Select(at => new CouncilMember
            {
                Name = Text(form, at + ".name"),
                Role = Text(form, at + ".role"),
                Office = Text(form, at + ".office"),
                Area = Text(form, at + ".area"),
                From = Day(form[at + ".from"]),
                To = Day(form[at + ".to"]),
            }).Where(static member => member.Name.Length > 0),
        ],
    };

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim().Normalize();

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
