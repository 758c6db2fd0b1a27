using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Subjects;

/// <summary>A line of the criteria sheet as typed.</summary>
public sealed class CriterionInput
{
    public string Criterion { get; set; } = "";

    public string? Result { get; set; }

    public string? Evidence { get; set; }

    public string? Lead { get; set; }

    public string? Years { get; set; }

    public Guid? Document { get; set; }
}

/// <summary>A consent as typed.</summary>
public sealed class ConsentInput
{
    public string? Person { get; set; }

    public string? Guardian { get; set; }

    public bool ChildAssents { get; set; }

    public List<ConsentField> Fields { get; set; } = [];

    public List<ConsentPurpose> Purposes { get; set; } = [];

    public ConsentMethod Method { get; set; }

    public string? ObtainedBy { get; set; }

    public DateOnly? GivenOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public string? TextVersion { get; set; }

    public ConsentPaper ToPaper() => new()
    {
        PersonName = Person ?? "",
        Guardian = Guardian ?? "",
        ChildAssents = ChildAssents,
        Fields = Fields,
        Purposes = Purposes,
        Method = Method,
        ObtainedBy = ObtainedBy ?? "",
        GivenOn = GivenOn,
        ExpiresOn = ExpiresOn,
        TextVersion = TextVersion ?? "",
    };
}

/// <summary>One dossier: who it is, how far it has come, which criteria it meets, what it agreed to, and where it is named.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class ItemModel(SubjectDesk desk, ConsentDesk consents, SubjectBook dossiers, SubjectFiles files, ManagerSearch search, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SubjectInput Input { get; set; } = new();

    [BindProperty]
    public List<CriterionInput> Criteria { get; set; } = [];

    [BindProperty]
    public ConsentInput Consent { get; set; } = new();

    public DateOnly Today => SiteTime.Today(clock);

    public IReadOnlyList<FieldLight> Lights => ConsentRules.Lights(Sheet.Subject, Sheet.Consents, Today);

    /// <summary>What says the name without choosing the dossier: a withdrawal does not reach it by itself.</summary>
    public IReadOnlyList<ManagerHit> Mentions { get; private set; } = [];

    public SubjectSheet Sheet { get; private set; } = null!;

    public SiteBook Book { get; private set; } = null!;

    public IReadOnlyList<FoundChoice> Collectives { get; private set; } = [];

    public IReadOnlyList<FoundChoice> Documents { get; private set; } = [];

    public SubjectPanel Panel => new(Sheet.Subject, Book, Me);

    /// <summary>Criteria of its kind only, in the order of the plan.</summary>
    public IEnumerable<TermEntry> Asked => (Book.TermsByTaxonomy.TryGetValue(Taxonomies.Criterion, out var terms) ? terms : []).Where(term => term.Group == Sheet.Subject.Kind);

    private SubjectId Subject => new(Id);

    private string Address => "/manager/subjects/" + Subject;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Input = SubjectInput.Of(Sheet.Subject);
        return Page();
    }

    /// <summary>Evidence, for the desk's eyes only.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid file, CancellationToken cancellation) =>
        await files.FindAsync(Subject, file, Me, cancellation) is { } found ? PhysicalFile(found.Path, found.File.ContentType, found.File.Name) : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) => Input.Read(out var fault) is { } identity
        ? await DoAsync(desk.SaveAsync(Subject, Version, identity, Me, cancellation), "Đã lưu thông tin hồ sơ.", cancellation)
        : await RefuseAsync(new Refusal("day", fault!), cancellation);

    public Task<IActionResult> OnPostStepAsync(SubjectStep step, string? note, CancellationToken cancellation) =>
        DoAsync(desk.StepAsync(Subject, Version, step, note, Me, cancellation), "Đã chuyển bước.", cancellation);

    public async Task<IActionResult> OnPostCriteriaAsync(CancellationToken cancellation)
    {
        CriterionEntry[] entries = [.. Criteria.Select(static row => new CriterionEntry(
            row.Criterion, Enum.TryParse<CriterionResult>(row.Result, out var result) ? result : null, row.Evidence?.Trim() ?? "",
            Enum.TryParse<MovementLead>(row.Lead, out var lead) ? lead : null, YearsOf(row.Years), row.Document is { } document ? new ItemId(document) : null))];
        return await DoAsync(desk.SaveCriteriaAsync(Subject, Version, entries, Me, cancellation), "Đã lưu bảng tiêu chí.", cancellation);
    }

    public async Task<IActionResult> OnPostAttachAsync(string? criterion, IFormFile? evidence, CancellationToken cancellation)
    {
        if (evidence is null)
        {
            return await RefuseAsync(new Refusal("file", "Hãy chọn tệp minh chứng."), cancellation);
        }

        await using var bytes = evidence.OpenReadStream();
        return await DoAsync(files.AddAsync(Subject, criterion, null, bytes, evidence.FileName, Me, cancellation), "Đã thêm tệp minh chứng.", cancellation);
    }

    public Task<IActionResult> OnPostDetachAsync(Guid file, CancellationToken cancellation) =>
        DoAsync(files.RemoveAsync(Subject, file, Me, cancellation), "Đã bỏ tệp minh chứng.", cancellation);

    public async Task<IActionResult> OnPostConsentAsync(IFormFile? evidence, CancellationToken cancellation)
    {
        var (id, reason) = await consents.KeepAsync(Subject, Consent.ToPaper(), Me, cancellation);
        return reason is null ? await ProveAsync(id!.Value, evidence, "Đã ghi sự đồng ý.", cancellation) : await RefuseAsync(reason, cancellation);
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid consent, IFormFile? evidence, CancellationToken cancellation)
    {
        var (id, reason) = await consents.GiveAsync(Subject, consent, Consent.ToPaper(), Me, cancellation);
        return reason is null ? await ProveAsync(id!.Value, evidence, "Đã ghi nhận sự đồng ý.", cancellation) : await RefuseAsync(reason, cancellation);
    }

    public Task<IActionResult> OnPostProofAsync(Guid consent, IFormFile? evidence, CancellationToken cancellation) => ProveAsync(consent, evidence, "Đã thêm bằng chứng.", cancellation);

    /// <summary>The one click of rule R11.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        DoAsync(consents.WithdrawAsync(Subject, Me, cancellation), "Đã rút lại đồng ý. Mọi bài nêu tên đã rời khỏi trang.", cancellation);

    /// <summary>One of several takes back.</summary>
    public Task<IActionResult> OnPostLeaveAsync(Guid consent, CancellationToken cancellation) =>
        DoAsync(consents.WithdrawMemberAsync(Subject, consent, Me, cancellation), "Đã ghi người này rút lại đồng ý. Bài nêu tên hoặc có thể có ảnh, tiếng của người ấy đã rời khỏi trang.", cancellation);

    private async Task<IActionResult> ProveAsync(Guid consent, IFormFile? evidence, string done, CancellationToken cancellation)
    {
        if (evidence is null)
        {
            return After(Address, done);
        }

        await using var bytes = evidence.OpenReadStream();
        return await DoAsync(files.AddAsync(Subject, null, consent, bytes, evidence.FileName, Me, cancellation), done, cancellation);
    }

    private static int[] YearsOf(string? typed) =>
        [.. (typed ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(static word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).Distinct().Order()];

    private async Task<IActionResult> DoAsync(Task<Refusal?> act, string done, CancellationToken cancellation) =>
        await act is { } reason ? await RefuseAsync(reason, cancellation) : After(Address, done);

    private async Task<IActionResult> RefuseAsync(Refusal reason, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Input.Name is null)
        {
            Input = SubjectInput.Of(Sheet.Subject);
        }

        return Again(reason);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await dossiers.FindAsync(Subject, Me, cancellation) is not { } sheet)
        {
            return false;
        }

        (Sheet, Book) = (sheet, await books.CurrentAsync(cancellation));
        Collectives = [.. (await dossiers.CollectivesAsync(cancellation)).Where(row => row.Id != Subject).Select(static row => new FoundChoice(row.Id.ToString(), row.Name))];
        var known = sheet.Items.Select(static item => item.Id).ToHashSet();
        Mentions = [.. (await search.SearchAsync(new ManagerSearchRequest { Words = $"\"{sheet.Subject.Name}\"" }, Me, cancellation)).Hits.Where(hit => !known.Contains(hit.Id)).Take(8)];
        Documents = [.. (await dossiers.DocumentsAsync(cancellation)).Select(static row => new FoundChoice(row.Id.ToString(), row.Title))];
        return true;
    }
}
