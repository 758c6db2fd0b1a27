using Microsoft.AspNetCore.Authorization;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Inspections;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Inspections;

/// <summary>Inspections of all units, newest first, and what is overdue after them.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class IndexModel(InspectionDesk desk, SiteBooks books, TimeProvider clock) : ManagerPage
{
    public IReadOnlyList<Inspection> Rows { get; private set; } = [];

    public SiteBook Book { get; private set; } = null!;

    public DateOnly Today => SiteTime.Today(clock);

    public async Task OnGetAsync(CancellationToken cancellation) => (Rows, Book) = (await desk.ListAsync(Me, cancellation), await books.CurrentAsync(cancellation));
}
