using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Council;

/// <summary>Meetings of the councils of every level: what they advised, what was decided on it.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class MeetingsModel(CouncilMeetings meetings, SiteBooks books, TimeProvider clock) : ManagerPage
{
    private const string Own = "Hội đồng chung (cơ quan thường trực)";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public CouncilMeeting Form { get; private set; } = null!;

    public IReadOnlyList<CouncilMeeting> Rows { get; private set; } = [];

    /// <summary>Councils this person may write of: slug of the unit and name.</summary>
    public IReadOnlyList<(string Slug, string Name)> Councils { get; private set; } = [];

    public Refusal? WhyNotHere => CouncilMeetings.WhyNotKeep(Me, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Form = new CouncilMeeting { Id = Guid.Empty, Unit = Me.Unit ?? "", HeldOn = SiteTime.Today(clock), Subject = "" };
        if (Id != Guid.Empty)
        {
            if (await meetings.FindAsync(Id, Me, cancellation) is not { } row)
            {
                return NotFound();
            }

            (Form, Version) = (row, row.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = Read(Request.Form);
        var (_, reason) = await meetings.SaveAsync(Form, Version, Me, cancellation);
        if (reason is null)
        {
            return After("/manager/meetings", "Đã lưu phiên họp.");
        }

        await LoadAsync(cancellation);
        return Again(reason);
    }

    public string NameOf(string unit) => Councils.FirstOrDefault(council => council.Slug == unit).Name ?? (unit.Length == 0 ? Own : unit);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        Rows = await meetings.ListAsync(Me, cancellation);
        Councils = [.. new[] { (Slug: "", Name: Own) }.Concat(book.Units.Where(static unit => unit.IsCommuneLevel).Select(static unit => (unit.Slug, Name: "Hội đồng " + unit.FullName))).Where(council => CouncilMeetings.WhyNotKeep(Me, council.Slug) is null)];
    }

    private CouncilMeeting Read(IFormCollection form)
    {
        return new CouncilMeeting
        {
            Id = Id,
            Unit = Text("unit"),
            HeldOn = DateOnly.TryParseExact(form["heldOn"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : SiteTime.Today(clock),
            Subject = Text("subject"),
            Advice = Text("advice"),
            Answer = Text("answer"),
            Minutes = Text("minutes"),
            IsSample = form["isSample"] == "true",
        };

        string Text(string name) => form[name].ToString().Trim().Normalize();
    }
}
