using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Subjects;

/// <summary>Begins a dossier.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class NewModel(SubjectDesk desk, SubjectBook dossiers, SiteBooks books) : ManagerPage
{
    [BindProperty]
    public SubjectInput Input { get; set; } = new();

    public SiteBook Book { get; private set; } = null!;

    public IReadOnlyList<FoundChoice> Collectives { get; private set; } = [];

    public Task OnGetAsync(string? name, CancellationToken cancellation)
    {
        Input.Name = name;
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Input.Read(out var fault) is not { } identity)
        {
            return Again(new Refusal("day", fault!));
        }

        var (id, reason) = await desk.AddAsync(identity, Me, cancellation);
        return reason is null ? After($"/manager/subjects/{id}", "Đã lập hồ sơ. Điền tiếp tiêu chí và sự đồng ý.") : Again(reason);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        Collectives = [.. (await dossiers.CollectivesAsync(cancellation)).Select(static row => new FoundChoice(row.Id.ToString(), row.Name))];
    }
}
