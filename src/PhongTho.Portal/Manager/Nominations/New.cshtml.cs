using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Nominations;

/// <summary>A unit nominates with its account: the same telling, and the whole sheet of criteria with evidence.</summary>
[Authorize(Policy = nameof(Right.Write))]
[RequestSizeLimit(MostBytes)]
public sealed class NewModel(NominationIntake intake, SiteBooks books, TimeProvider clock) : ManagerPage
{
    private const long MostBytes = 60_000_000;

    public NominationEntry Entry { get; private set; } = new();

    public IReadOnlyList<EntryProblem> Problems { get; private set; } = [];

    public IReadOnlyList<KindChoice> Kinds { get; private set; } = [];

    public IReadOnlyList<UnitChoice> Units { get; private set; } = [];

    public IReadOnlyList<TermEntry> Fields { get; private set; } = [];

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    public CriterionAssessment? Row(string criterion) => Entry.Criteria.FirstOrDefault(row => row.Criterion == criterion);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Entry = new NominationEntry { Unit = Units.Any(unit => unit.Slug == Me.Unit) ? Me.Unit! : "" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Entry = Read(Request.Form);
        IncomingPhoto[] photos = [.. Request.Form.Files.GetFiles("anh").Where(static file => file.Length > 0).Select(static file => new IncomingPhoto(file.OpenReadStream, Path.GetFileName(file.FileName)))];
        switch (await intake.ReceiveAsync(Entry, photos, Me, cancellation))
        {
            case NominationOutcome.Taken taken:
                return After("/manager/nominations", $"Đã gửi lời giới thiệu {taken.Code}. Kết quả hiện trong danh sách này.");
            case NominationOutcome.Amiss amiss:
                Problems = amiss.Problems;
                return Again(new("amiss", photos.Length > 0 ? "Chưa gửi được. Chữ đã ghi vẫn còn; riêng ảnh xin chọn lại." : "Chưa gửi được. Hãy xem những chỗ dưới đây.") { Problems = [.. amiss.Problems.Select(static problem => new Problem("Cần sửa", problem.Message))] });
            default:
                throw new InvalidOperationException();
        }
    }

    private NominationEntry Read(IFormCollection form) => new()
    {
        Kind = form["loai"].ToString(),
        Name = form["ten"].ToString(),
        Unit = form["xa"].ToString(),
        Village = form["ban"].ToString(),
        Deed = form["viec"].ToString(),
        When = form["khi-nao"].ToString(),
        Result = form["ket-qua"].ToString(),
        Fields = [.. form["linh-vuc"].OfType<string>()],
        Source = form["biet-tu"].ToString(),
        IsSubjectAware = form["da-biet"].ToString() switch { "co" => true, "chua" => false, _ => null },
        Criteria = [.. Kinds.SelectMany(static kind => kind.Criteria).Select(criterion => Read(form, criterion.Slug)).OfType<CriterionAssessment>()],
    };

    /// <summary>A row nobody answered is no row.</summary>
    private static CriterionAssessment? Read(IFormCollection form, string criterion) => Enum.TryParse<CriterionResult>(form["kq-" + criterion].ToString(), out var result)
        ? new CriterionAssessment { Criterion = criterion, Result = result, Evidence = form["mc-" + criterion].ToString() }
        : null;

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        Kinds = NominationPages.Kinds(book);
        Units = UnitChoices.Of(book, SiteTime.Today(clock)).Today;
        Fields = book.TermsByTaxonomy.TryGetValue(Taxonomies.Field, out var terms) ? terms : [];
    }
}
