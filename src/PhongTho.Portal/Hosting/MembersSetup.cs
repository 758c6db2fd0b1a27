using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>Who is who: signing in, its cookie and sessions, and the keys that protect them.</summary>
public static class MembersSetup
{
    public static void AddMembers(this IServiceCollection services)
    {
        AddKeys(services);
        services.AddScoped<CmsDb>(provider =>
        {
            var db = provider.GetRequiredService<CmsDatabase>().Open();
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            return db;
        });
        services.AddIdentityCore<Member>(identity => identity.User.AllowedUserNameCharacters = "").AddUserStore<MemberStore>().AddSignInManager();

        services.AddSingleton<FirstRun>();
        services.AddSingleton<SessionTickets>();
        services.AddScoped<SessionEvents>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<Entrance>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(Entrance.StepScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionTickets, IOptions<PortalOptions>>(SetSession);
        AddStep(services, Entrance.StepScheme, "pt-step");

        // The framework keeps the challenge of a passkey in a cookie of this scheme.
        AddStep(services, IdentityConstants.TwoFactorUserIdScheme, "pt-passkey");
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PortalOptions>>((passkeys, portal) =>
        {
            passkeys.ServerDomain = portal.Value.BaseUrl is { } own ? new Uri(own).Host : null;
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    /// <summary>Keys live with the data: a restart signs nobody out, and a copy of the folder is a whole portal.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("PhongTho.Portal");
        services.AddOptions<KeyManagementOptions>().Configure<Folders, ILoggerFactory>((keys, folders, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folders.Keys), logs));
        services.AddSingleton<IPersonalDataProtector, KeysAtRest>();
    }

    private static void AddStep(IServiceCollection services, string scheme, string cookieName) =>
        services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IOptions<PortalOptions>>((cookie, portal) =>
        {
            SetCookie(cookie, cookieName, portal.Value);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        });

    private static void SetSession(CookieAuthenticationOptions cookie, SessionTickets tickets, IOptions<PortalOptions> portal)
    {
        SetCookie(cookie, "pt-session", portal.Value);
        cookie.LoginPath = "/manager/sign-in";
        cookie.AccessDeniedPath = "/manager/denied";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.EventsType = typeof(SessionEvents);

        // When a session ends is written beside it; the ticket only must not end earlier.
        cookie.SessionStore = tickets;
        cookie.ExpireTimeSpan = MemberSessions.Kept;
        cookie.SlidingExpiration = false;
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, string name, PortalOptions portal)
    {
        var isSecure = portal.BaseUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ?? false;
        cookie.Cookie.Name = isSecure ? "__Host-" + name : name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
