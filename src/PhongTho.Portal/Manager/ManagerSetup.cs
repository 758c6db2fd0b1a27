using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Reports;
using PhongTho.Portal.Manager.Edit;
using PhongTho.Portal.Manager.Fields;
using PhongTho.Portal.Hosting;
using PhongTho.Portal.Manager.Media;

namespace PhongTho.Portal.Manager;

/// <summary>The newsroom's face: Razor Pages under <c>/manager</c>, each with its address in its own first line.</summary>
public static class ManagerSetup
{
    /// <summary>Policy of everybody who is signed in.</summary>
    public const string SignedIn = "manager";

    /// <summary>Policy of everybody who has to do with pictures and files.</summary>
    public const string Library = "library";

    /// <summary>Policy of everybody who reports on the work of the portal.</summary>
    public const string Reports = "reports";

    public static void AddManager(this IServiceCollection services)
    {
        services.AddSingleton<ManagerAssets>();
        services.AddSingleton<WritingRoom>();
        services.AddSingleton<Presence>();
        services.AddSingleton<FieldTemplates>();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(static antiforgery =>
        {
            antiforgery.Cookie.Name = "pt-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddRazorPages(static pages =>
        {
            pages.RootDirectory = "/Manager";
            pages.Conventions.AuthorizeFolder("/", SignedIn);
            pages.Conventions.AuthorizeFolder("/Media", Library);
            pages.Conventions.AllowAnonymousToFolder("/SignIn");
            pages.Conventions.ConfigureFilter(new NeverKept());
        });

        // A policy a right: pages say [Authorize(Policy = nameof(Right.ManageSite))].
        var policies = services.AddAuthorizationBuilder().AddPolicy(SignedIn, static policy => policy.RequireAuthenticatedUser());
        policies.AddPolicy(Library, static policy => policy.RequireAuthenticatedUser().RequireAssertion(static context => MediaRules.WhyNotLook(context.User.ToActor()) is null));
        policies.AddPolicy(Reports, static policy => policy.RequireAuthenticatedUser().RequireAssertion(static context => PeriodicReports.WhyNotRead(context.User.ToActor()) is null));
        foreach (var right in Enum.GetValues<Right>())
        {
            policies.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.ToActor().May(right)));
        }
    }

    public static void MapManager(this IEndpointRouteBuilder routes)
    {
        AssetFolder.Map<ManagerAssets>(routes).AllowAnonymous();
        routes.MapMediaFiles();
        routes.MapRazorPages();
    }
}
