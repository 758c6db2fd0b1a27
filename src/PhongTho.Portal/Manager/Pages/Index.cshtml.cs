using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Pages;

/// <summary>The tree of editorial pages, put in order by hand.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(PageTree tree) : ManagerPage
{
    public IReadOnlyList<TreeNode<TreePage>> Roots { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Key of the type whose pages stand in the tree, for «new page».</summary>
    public string? NewType { get; } = ContentTypes.All.FirstOrDefault(static type => type.IsTree)?.Key;

    public async Task OnGetAsync(CancellationToken cancellation) => await FillAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        TreePlace[] places = [.. TreeForm.Read(Request.Form).Where(static row => Guid.TryParse(row.Id, out _)).Select(static row => new TreePlace(IdOf(row.Id), row.Parent is { } parent ? IdOf(parent) : null))];
        if (await tree.ArrangeAsync(places, Me, cancellation) is { } reason)
        {
            await FillAsync(cancellation);
            return Again(reason);
        }

        return After("/manager/pages", "Đã xếp lại cây trang. Địa chỉ cũ tự chuyển tới địa chỉ mới.");
    }

    private static ItemId IdOf(string id) => new(Guid.Parse(id));

    private async Task FillAsync(CancellationToken cancellation)
    {
        var pages = await tree.ReadAsync(cancellation);
        Count = pages.Count;
        Roots = TreeForm.Grow<TreePage>([.. pages.Select(static page => (page.Id.ToString(), page.Parent?.ToString(), page))]);
    }
}
