using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Redirects;

/// <summary>Old addresses and where they lead: looked through, added, taken away.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(Cms.Sites.Redirects redirects) : ManagerPage
{
    private const string Address = "/manager/redirects";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? Last { get; set; }

    [BindProperty]
    public string From { get; set; } = "";

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public bool IsGone { get; set; }

    public RedirectPage List { get; private set; } = new([], null, 0);

    public async Task OnGetAsync(CancellationToken cancellation) => List = await redirects.ListAsync(Text, Last, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await redirects.AddAsync(From ?? "", new RedirectTarget { Path = IsGone || string.IsNullOrWhiteSpace(To) ? null : "/" + Destinations.PathOf(To), IsGone = IsGone }, Me, cancellation) is { } reason)
        {
            List = await redirects.ListAsync(null, null, cancellation);
            return Again(reason);
        }

        return After(Address, "Đã thêm. Ai mở địa chỉ cũ sẽ được dẫn đi ngay.");
    }

    public async Task<IActionResult> OnPostDeleteAsync(string path, CancellationToken cancellation) =>
        await redirects.DeleteAsync(path, Me, cancellation) is { } reason ? Instead(Address, reason) : After(Address, $"Đã xóa chuyển hướng của «/{path}».");
}
