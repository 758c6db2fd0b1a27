using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PhongTho.Cms.Members;

internal static class MembersServices
{
    public static void AddMembership(this IServiceCollection services)
    {
        services.TryAddSingleton<IPasswordHasher<Member>, PasswordHasher<Member>>();
        services.AddSingleton<Membership>();
        services.AddSingleton<MemberDirectory>();
        services.AddSingleton<MemberLinks>();
        services.AddSingleton<MemberSessions>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<OwnAccount>();
    }
}
