using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Consultations;

/// <summary>One list put before people: what it says, whether it is shown, what was said, what came of it.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class EditModel(ConsultationDesk desk, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Slug { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ConsultationEdit Form { get; private set; } = null!;

    public ConsultationState State { get; private set; }

    public bool IsShown { get; private set; }

    /// <summary>Empty rows at the end.</summary>
    public int Blank { get; private set; } = 2;

    public IReadOnlyList<UnitEntry> Units { get; private set; } = [];

    public IReadOnlyList<TermEntry> Forms { get; private set; } = [];

    /// <summary>Persons of the list who have a dossier.</summary>
    public IReadOnlyDictionary<SubjectId, ConsultationPerson> People { get; private set; } = new Dictionary<SubjectId, ConsultationPerson>();

    public IReadOnlyList<(ConsultationComment Comment, CommentContact? Contact, string? Reader)> Comments { get; private set; } = [];

    private string Address => "/manager/consultations/edit?ma=" + Slug;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        return await LoadAsync(Slug is null ? new ConsultationEdit("", today, today.AddDays(14), new ConsultationNotice()) : null, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? @do, CancellationToken cancellation)
    {
        var edit = Read(Request.Form);
        if (@do == "more")
        {
            Blank = 4;
            return await LoadAsync(edit, cancellation) ? Page() : NotFound();
        }

        var reason = Slug is null ? await AddAsync(edit, cancellation) : await desk.SaveAsync(Slug, Version, edit, Me, cancellation);
        return reason is null ? After(Address, IsShown ? "Đã lưu. Người đọc thấy ngay." : "Đã lưu.") : await LoadAsync(edit, cancellation) ? Again(reason) : NotFound();
    }

    public async Task<IActionResult> OnPostShowAsync(bool isShown, CancellationToken cancellation) =>
        await desk.ShowAsync(Slug ?? "", Version, isShown, Me, cancellation) is { } reason ? Instead(Address, reason) : After(Address, isShown ? "Đã đăng lên trang." : "Đã gỡ khỏi trang.");

    public async Task<IActionResult> OnPostReadAsync(Guid comment, string? note, CancellationToken cancellation) =>
        await desk.ReadAsync(comment, Version, note ?? "", Me, cancellation) is { } reason ? Instead(Address, reason) : After(Address, "Đã ghi là đã xem.");

    private async Task<Refusal?> AddAsync(ConsultationEdit edit, CancellationToken cancellation)
    {
        var (slug, reason) = await desk.AddAsync(edit, Me, cancellation);
        Slug = slug;
        return reason;
    }

    private ConsultationEdit Read(IFormCollection form)
    {
        var today = SiteTime.Today(clock);
        return new ConsultationEdit(Text(form, "title"), Day(form["from"]) ?? today, Day(form["to"]) ?? today, new ConsultationNotice
        {
            Text = Text(form, "text").ReplaceLineEndings("\n"),
            Document = Text(form, "document"),
            Outcome = Text(form, "outcome").ReplaceLineEndings("\n"),
            OutcomeOn = Day(form["outcomeOn"]),
            OutcomeDocument = Text(form, "outcomeDocument"),
            IsSample = form["isSample"] == "true",
            Entries =
            [
                .. form["entry"].OfType<string>().Distinct(StringComparer.Ordinal).Select(at => new ConsultationEntry
                {
                    Name = Text(form, at + ".name"),
                    IsCollective = form[at + ".collective"] == "true",
                    Subject = Dossier(form, at),
                    Unit = Text(form, at + ".unit") is { Length: > 0 } unit ? unit : null,
                    Form = Text(form, at + ".form") is { Length: > 0 } asked ? asked : null,
                }).Where(static entry => entry.Name.Length > 0),
            ],
        });
    }

    /// <summary>Chosen from the list, or pasted as the dossier's address; emptied words take the choice back.</summary>
    private static SubjectId? Dossier(IFormCollection form, string at)
    {
        var words = Text(form, at + ".subject.words");
        return words.Length > 0 && (Guid.TryParse(words[(words.LastIndexOf('/') + 1)..], out var id) || Guid.TryParse(form[at + ".subject"], out id)) ? new SubjectId(id) : null;
    }

    /// <param name="typed">What the person typed and was not saved; null shows what is kept.</param>
    private async Task<bool> LoadAsync(ConsultationEdit? typed, CancellationToken cancellation)
    {
        var (book, today) = (await books.CurrentAsync(cancellation), SiteTime.Today(clock));
        Units = [.. book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(today))];
        Forms = book.TermsByTaxonomy.TryGetValue(Taxonomies.CommendationForm, out var forms) ? forms : [];
        if (Slug is null)
        {
            Form = typed!;
            People = await desk.PeopleAsync(Form.Notice, cancellation);
            return true;
        }

        if (await desk.FindAsync(Slug, cancellation) is not { } row)
        {
            return false;
        }

        Form = typed ?? new ConsultationEdit(row.Title, row.From, row.To, row.Notice);
        People = await desk.PeopleAsync(Form.Notice, cancellation);
        (Version, State, IsShown) = (row.Version, row.StateOn(today), row.PublishedAt is not null);
        Comments = await desk.CommentsAsync(Slug, Me, cancellation);
        return true;
    }

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim().Normalize();

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
