using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Sections;

/// <summary>All sections of the site, in their order.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(SectionEditing editing, SiteBooks books) : ManagerPage
{
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Sections = (await books.CurrentAsync(cancellation)).Sections;

    /// <summary>Moves one section up or down by one.</summary>
    public async Task<IActionResult> OnPostMoveAsync(string path, int by, CancellationToken cancellation)
    {
        var paths = (await books.CurrentAsync(cancellation)).Sections.Select(static section => section.Path).ToList();
        var at = paths.IndexOf(path);
        if (at >= 0 && at + by >= 0 && at + by < paths.Count)
        {
            (paths[at], paths[at + by]) = (paths[at + by], paths[at]);
        }

        return await editing.OrderAsync(paths, Me, cancellation) is { } reason ? Instead("/manager/sections", reason) : After("/manager/sections", "Đã đổi thứ tự chuyên trang.");
    }

    internal static string TypesOf(Section section) => string.Join(", ", section.Types.Select(static key => ContentTypes.Find(key)?.Label ?? key));
}
