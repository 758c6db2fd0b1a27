using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using PhongTho.Cms;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Api;
using PhongTho.Portal.Manager;
using PhongTho.Portal.Public;
using PhongTho.Portal.Public.Intake;
using PhongTho.Theme;

namespace PhongTho.Portal.Hosting;

/// <summary>Puts the portal together: services by project, middleware in the order a request meets it.</summary>
public static class PortalBuilder
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        Configure(builder);
        var app = builder.Build();
        Pipe(app);
        return app;
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        // Without this, assets of the theme have empty bodies when run from build output outside Development.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Folders>();
        builder.Services.AddCms(
            services => services.GetRequiredService<Folders>().Data,
            services => services.GetRequiredService<IConfiguration>().GetConnectionString("Portal"));
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<PortalOptions>>().Value.Limits);
        builder.Services.AddSingleton<ITheme, PhongThoTheme>();

        builder.Services.AddSingleton<ThemeAssets>();
        builder.Services.AddSingleton(services => new SiteAddress { Asset = services.GetRequiredService<ThemeAssets>().Url });
        builder.Services.AddSingleton(services => new PageStore(services.GetRequiredService<IOptions<PortalOptions>>().Value.PageStoreBytes));
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<Startup>();

        builder.Services.AddMembers();
        builder.Services.AddManager();
        builder.Services.AddSingleton<IContactSeal, ContactSeal>();
        builder.Services.AddIntake();

        // Antiforgery tokens are masked anew in every form, so what is told by the length of an answer does not lead to them.
        builder.Services.AddResponseCompression(static compression => compression.EnableForHttps = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1", Api.OpenApiInfo.Describe);

        // Letters stay letters: the default encoders turn each Vietnamese one into an escape, 1.7 times the bytes.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
    }

    private static void Pipe(WebApplication app)
    {
        app.UseMiddleware<Health>();
        app.UseMiddleware<SafetyHeaders>();
        app.UseMiddleware<PageDelivery>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.AnswerAsync });

        // Forms of the newsroom are made for one person at one moment, so they are compressed as they go: 67 KB on a 400 kbit/s line would take a second and more.
        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments("/manager", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/manager/assets", StringComparison.Ordinal),
            static newsroom => newsroom.UseResponseCompression());
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapApi();
        app.MapFiles();
        app.MapFeeds();
        app.MapSitemap();
        app.MapEmbeds();
        app.MapLists();
        app.MapRegister();
        app.MapNominating();
        app.MapWritingToUs();
        app.MapReplicating();
        app.MapGifts();
        app.MapOffice();
        AssetFolder.Map<ThemeAssets>(app);
        app.MapManager();
        app.MapSite();
    }
}
