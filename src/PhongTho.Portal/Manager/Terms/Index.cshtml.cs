using Microsoft.AspNetCore.Authorization;
using PhongTho.Cms.Members;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Portal.Manager.Terms;

/// <summary>All vocabularies of the site.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(Vocabularies vocabularies) : ManagerPage
{
    public IReadOnlyList<VocabularyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await vocabularies.ListAsync(cancellation);
}
