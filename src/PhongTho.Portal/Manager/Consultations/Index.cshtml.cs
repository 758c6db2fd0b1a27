using Microsoft.AspNetCore.Authorization;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Consultations;

namespace PhongTho.Portal.Manager.Consultations;

/// <summary>Lists put before people, and how many said something.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class IndexModel(ConsultationDesk desk) : ManagerPage
{
    public IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await desk.ListAsync(cancellation);
}
