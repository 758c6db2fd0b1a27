using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office;
using PhongTho.Cms.Office.Papers;
using PhongTho.Cms.Office.Reports;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Reports;

/// <summary>How reports are headed, to whom they go and who signs, in time.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class SettingsModel(OfficeSettings settings) : ManagerPage
{
    [BindProperty]
    public string Seen { get; set; } = "";

    public ReportSettings Form { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Form = await settings.ReadAsync(ReportSettings.Key, new ReportSettings(), cancellation);
        Seen = Stamp.Of(Form);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = Read(Request.Form);
        return await settings.SaveAsync(ReportSettings.Key, Form, new ReportSettings(), Seen, WhyNot, Me, cancellation) is { } reason
            ? Again(reason)
            : After("/manager/reports", "Đã lưu thể thức báo cáo.");
    }

    private static Refusal? WhyNot(ReportSettings typed) =>
        typed.Issuers.Any(static issuer => issuer.From > issuer.To) ? new Refusal("days", "Ngày bắt đầu phải trước ngày kết thúc.") : null;

    private static ReportSettings Read(IFormCollection form) => new()
    {
        Issuers =
        [
            .. form["issuer"].OfType<string>().Distinct(StringComparer.Ordinal).Select(at => new PaperIssuer
            {
                Parent = Text(form, at + ".parent"),
                Agency = Text(form, at + ".agency"),
                Symbol = Text(form, at + ".symbol"),
                Place = Text(form, at + ".place"),
                Addressee = Text(form, at + ".addressee"),
                Recipients = Lines(form, at + ".recipients"),
                Office = Lines(form, at + ".office"),
                Signer = Text(form, at + ".signer"),
                From = Day(form[at + ".from"]),
                To = Day(form[at + ".to"]),
            }).Where(static issuer => issuer.Agency.Length > 0),
        ],
    };

    private static IReadOnlyList<string> Lines(IFormCollection form, string name) => Text(form, name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim().Normalize();

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
