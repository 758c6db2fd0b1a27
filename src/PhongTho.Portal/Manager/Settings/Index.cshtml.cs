using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Settings;

/// <summary>Who the site is: names, owners in time, share picture, what leads the home page.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(SiteEditing editing, SiteBooks books, CmsDatabase database) : ManagerPage
{
    [BindProperty]
    public string Seen { get; set; } = "";

    public SettingsForm Form { get; private set; } = null!;

    /// <summary>The share picture's file, when there is one.</summary>
    public MediaFile? ShareImage { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var settings = (await books.CurrentAsync(cancellation)).Settings;
        await using var db = database.Open();
        var titles = await db.Items.Where(item => settings.Lead.Contains(item.Id)).ToDictionaryAsync(static item => item.Id, static item => item.Title, cancellation);
        (Form, Seen) = (SettingsForm.Of(settings, titles), Stamp.Of(settings));
        await FillAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string? @do, CancellationToken cancellation)
    {
        Form = SettingsForm.Read(Request.Form);
        if (@do is { Length: > 0 })
        {
            Form = Form.Do(@do);
            await FillAsync(cancellation);
            return Page();
        }

        var lead = await LeadAsync(cancellation);
        var reason = lead.Count < Form.Lead.Count
            ? new Cms.Changes.Refusal("lead", "Có bài chính chưa chọn được. Hãy chọn trong danh sách gợi ý, hoặc dán đúng địa chỉ của bài.")
            : await editing.SaveSettingsAsync(Form.Settings with { Lead = lead }, Seen, Me, cancellation);
        if (reason is null)
        {
            return After("/manager/settings", "Đã lưu cài đặt. Người đọc thấy ngay.");
        }

        await FillAsync(cancellation);
        return Again(reason);
    }

    /// <summary>An empty row of owners, for the script that adds one in place.</summary>
    public IActionResult OnGetOwner(string key) => Partial("_Owner", (key, -1, new SiteOwner { Name = "" }));

    /// <summary>An empty row of lead items, for the script that adds one in place.</summary>
    public IActionResult OnGetLead(string key) => Partial("_Lead", (key, -1, new LeadRow("", "")));

    /// <summary>What was chosen, or is at the address that was pasted.</summary>
    private async Task<IReadOnlyList<ItemId>> LeadAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var found = new List<ItemId>();
        foreach (var row in Form.Lead)
        {
            var path = Destinations.PathOf(row.Words);
            var id = Guid.TryParse(row.Id, out var chosen)
                ? new ItemId(chosen)
                : await db.Items.Where(item => item.Path == path || item.Title == row.Words).Select(static item => (ItemId?)item.Id).FirstOrDefaultAsync(cancellation);
            if (id is { } known)
            {
                found.Add(known);
            }
        }

        return found;
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        ShareImage = Form.Settings.ShareImage is { } id ? await db.Media.SingleOrDefaultAsync(file => file.Id == id, cancellation) : null;
    }
}
