using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>
/// Where Identity keeps passkeys. It writes only what changed: the store it comes from marks every column as changed, and what colleagues
/// see of a member may change in a work only.
/// </summary>
public sealed class MemberStore(CmsDb db) : UserOnlyStore<Member, CmsDb, Guid>(db)
{
    public override async Task<IdentityResult> UpdateAsync(Member user, CancellationToken cancellationToken = default)
    {
        await Context.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }
}
