using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.Members;

/// <summary>One person: what they are, and the state of their account.</summary>
[Authorize(Policy = nameof(Right.ManageMembers))]
public sealed class DetailsModel(Membership membership, MemberDirectory directory, MemberSessions sessions, SiteBooks books, SiteAddress address, TimeProvider clock) : ManagerPage
{
    private const string LinkKey = "link";

    public MemberRow Row { get; private set; } = null!;

    public MemberForm Form { get; private set; } = new();

    public int Sessions { get; private set; }

    public Refusal? WhyNotClose { get; private set; }

    public Refusal? WhyNotReset { get; private set; }

    /// <summary>The link to hand over, on the one answer after it was made.</summary>
    public string? Link => TempData[LinkKey] is string secret ? address.BaseUrl + FirstRun.AddressOf(secret) : null;

    /// <summary>Keeps a link's secret for the next screen, and only for it.</summary>
    internal static void HandOver(ITempDataDictionary next, string secret) => next[LinkKey] = secret;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await ReadAsync(id, null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(Guid id, [FromForm] MemberForm form, CancellationToken cancellation)
    {
        var outcome = await membership.ChangeAsync(Me, id, form.ToDetails(), cancellation);
        if (outcome is not MemberOutcome.Refused { Reason: var reason })
        {
            return After(AddressOf(id), "Đã lưu. Quyền mới có hiệu lực ngay.");
        }

        return await ReadAsync(id, form, cancellation) ? Again(reason) : NotFound();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation) =>
        Answer(id, await membership.CloseAsync(Me, id, cancellation), "Đã đóng tài khoản.");

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellation) =>
        Answer(id, await membership.ReopenAsync(Me, id, cancellation), "Đã mở lại tài khoản.");

    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken cancellation) =>
        Answer(id, await membership.ResetAsync(Me, id, cancellation), "Đã cấp đường dẫn mới.");

    public async Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken cancellation)
    {
        await sessions.EndOthersAsync(id, User.SessionId(), cancellation);
        return After(AddressOf(id), "Đã đăng xuất khỏi mọi thiết bị.");
    }

    private static string AddressOf(Guid id) => $"/manager/members/{id:D}";

    private RedirectResult Answer(Guid id, MemberOutcome outcome, string done)
    {
        if (outcome is MemberOutcome.Refused { Reason: var reason })
        {
            return Instead(AddressOf(id), reason);
        }

        if (((MemberOutcome.Done)outcome).Link is { } secret)
        {
            HandOver(TempData, secret);
        }

        return After(AddressOf(id), done);
    }

    private async Task<bool> ReadAsync(Guid id, MemberForm? typed, CancellationToken cancellation)
    {
        if (await directory.FindRowAsync(id, cancellation) is not { } row)
        {
            return false;
        }

        Row = row;
        Form = (typed ?? MemberForm.Of(row.Member)).With(await books.CurrentAsync(cancellation), SiteTime.Today(clock));
        Sessions = (await sessions.ListAsync(id, cancellation)).Count;
        WhyNotClose = row.Member.WhyNotClose(Me, await directory.IsLastAdministratorAsync(row.Member, cancellation));
        WhyNotReset = row.Member.WhyNotReset(Me);
        return true;
    }
}
