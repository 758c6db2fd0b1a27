using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Seeding;
using PhongTho.Search;

namespace PhongTho.Portal.Hosting;

/// <summary>The way from a folder to a serving portal: migrate, seed, index; then the followers run.</summary>
public sealed partial class Startup(
    IServiceProvider services, Readiness readiness, Folders folders, IOptions<PortalOptions> options, SiteAddress address, IServer server,
    IHostApplicationLifetime lifetime, ILogger<Startup> logger) : BackgroundService
{
    private readonly List<IHostedService> followers = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var follower in followers)
        {
            await follower.StopAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Opening the index and building the database's model cost about the same and share nothing.
            var opening = Task.Run(() => services.GetRequiredService<SearchIndex>(), stoppingToken);
            readiness.Say("Đang chuẩn bị cơ sở dữ liệu.");
            await services.GetRequiredService<CmsDatabase>().MigrateAsync(stoppingToken);
            await SeedAsync(stoppingToken);
            await services.GetRequiredService<ConsentWatch>().LookAsync(stoppingToken);
            readiness.Say("Đang lập chỉ mục tìm kiếm.");
            await opening;
            await services.GetRequiredService<ClockWatch>().LookAsync(stoppingToken);
            await services.GetRequiredService<SearchFollower>().CatchUpAsync(stoppingToken);
            await FollowAsync(stoppingToken);
            TakeAddress();
            await services.GetRequiredService<FirstRun>().TellAsync(address.BaseUrl, stoppingToken);
            readiness.Set();
            LogReady(logger, address.BaseUrl);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure);
            readiness.Say("Không khởi động được: " + failure.Message);
            readiness.Fail(failure);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task SeedAsync(CancellationToken cancellation)
    {
        if (!options.Value.Seed || folders.Content is not { } content)
        {
            return;
        }

        readiness.Say("Đang nạp nội dung ban đầu.");
        var report = await services.GetRequiredService<SeedImport>().RunAsync(content, cancellation);
        foreach (var refused in report.Refused)
        {
            LogRefused(logger, refused.ToString());
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        followers.AddRange(
        [
            services.GetRequiredService<UnansweredQuestions>(), services.GetRequiredService<ClockWatch>(), services.GetRequiredService<SearchFollower>(), services.GetRequiredService<Schedule>(),
            services.GetRequiredService<PicturePreparation>(), services.GetRequiredService<AutosavePruning>(), services.GetRequiredService<NominationRetention>(),
            services.GetRequiredService<FeedbackRetention>(), services.GetRequiredService<ReplicationRetention>(),
            services.GetRequiredService<ConsentWatch>(),
            services.GetRequiredService<ConsultationTurns>(),
        ]);
        foreach (var follower in followers)
        {
            await follower.StartAsync(cancellation);
        }
    }

    /// <summary>Without a configured address the site is where it listens.</summary>
    private void TakeAddress()
    {
        var own = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        address.BaseUrl = (options.Value.BaseUrl ?? own?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            ?? address.BaseUrl).TrimEnd('/');
    }

    [LoggerMessage(LogLevel.Information, "The portal is ready at {Address}")]
    private static partial void LogReady(ILogger logger, string address);

    [LoggerMessage(LogLevel.Critical, "The portal could not start.")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Seed refused: {What}")]
    private static partial void LogRefused(ILogger logger, string what);
}
