using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Menus;

/// <summary>The menus of the site: the main one and the footer's.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(SiteEditing editing, SiteBooks books, CmsDatabase database) : ManagerPage
{
    /// <summary>What the form holds now.</summary>
    public Cms.Sites.Menus Menus { get; private set; } = new();

    /// <summary>Mark of the menus the person began with.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    public IReadOnlyList<MenuWarning> Warnings { get; private set; } = [];

    /// <summary>Addresses worth offering: sections, pages, what the house makes itself.</summary>
    public IReadOnlyList<(string Path, string Name)> Addresses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        (Menus, Seen) = (book.Menus, Stamp.Of(book.Menus));
        await FillAsync(book, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string? @do, CancellationToken cancellation)
    {
        Menus = MenuForm.Read(Request.Form);
        await FillAsync(await books.CurrentAsync(cancellation), cancellation);
        if (@do is "add:main" or "add:footer")
        {
            var blank = new MenuEntry { Label = "" };
            Menus = @do == "add:main" ? Menus with { Main = [.. Menus.Main, blank] } : Menus with { Footer = [.. Menus.Footer, blank] };
            return Page();
        }

        return await editing.SaveMenusAsync(Menus, Seen, Me, cancellation) is { } reason ? Again(reason) : After("/manager/menus", "Đã lưu menu. Người đọc thấy ngay.");
    }

    private async Task FillAsync(SiteBook book, CancellationToken cancellation)
    {
        await using var db = database.Open();
        Warnings = await MenuRules.WarnAsync(db, book, Menus, cancellation);
        string[] trees = [.. Cms.Model.ContentTypes.All.Where(static type => type.IsTree).Select(static type => type.Key)];
        var pages = await db.LiveItems().Where(item => trees.Contains(item.Type)).OrderBy(static item => item.Path).Select(static item => new { item.Path, item.Title }).ToListAsync(cancellation);
        Addresses =
        [
            ("/", "Trang chủ"), .. book.Sections.Select(static section => ("/" + section.Path, section.Name)), .. pages.Select(static page => ("/" + page.Path, page.Title)),
            ("/dia-phuong", "Theo xã, phường"), ("/luu-tru", "Lưu trữ theo tháng"), ("/tim-kiem", "Tìm kiếm"), ("/so-do-trang", "Sơ đồ trang"), ("/rss.xml", "RSS"),
        ];
    }
}
