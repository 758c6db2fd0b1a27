using Microsoft.AspNetCore.Authorization;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Members;

/// <summary>Everybody of the newsroom.</summary>
[Authorize(Policy = nameof(Right.ManageMembers))]
public sealed class IndexModel(MemberDirectory directory, SiteBooks books) : ManagerPage
{
    private SiteBook? book;

    public MemberQuery Query { get; private set; } = new();

    public IReadOnlyList<MemberRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? q, string? role, string? state, CancellationToken cancellation)
    {
        Query = new MemberQuery { Words = q, Role = role is null ? null : Roles.Find(role), IsClosed = state == "closed" };
        Rows = await directory.ListAsync(Query, cancellation);
        book = await books.CurrentAsync(cancellation);
    }

    public string? UnitName(Member member) => book?.Unit(member.Unit)?.FullName ?? member.Unit;
}
