using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Indexing;
using PhongTho.Portal.Hosting;

namespace PhongTho.Tests.Fixtures;

/// <summary>
/// The whole portal over a data folder of its own: real database, real index, real pipeline, a clock the test moves.
/// SQLite by default; PostgreSQL when PHONGTHO_TEST_PG holds the connection string of a server.
/// </summary>
public sealed class TestPortal : WebApplicationFactory<Program>
{
    private readonly string database = $"phongtho_test_{Guid.CreateVersion7():N}";
    private readonly string? content;
    private readonly IInterceptor[] interceptors;

    private TestPortal(string? content, IInterceptor[] interceptors)
    {
        this.content = content;
        this.interceptors = interceptors;
        Time = new LeapingTime(Clock);
        Folder = Directory.CreateTempSubdirectory("phongtho-portal-").FullName;
    }

    public const string BaseUrl = "http://phongtho.test";

    public FakeTimeProvider Clock { get; } = new(TestDatabase.Start);

    /// <summary>What the portal takes for the time: <see cref="Clock"/>, and however far it was made to leap.</summary>
    public LeapingTime Time { get; }

    public string Folder { get; }

    public CmsDatabase Database => Services.GetRequiredService<CmsDatabase>();

    /// <summary>A ready portal. Without a content folder it starts empty; <see cref="Repository.Content"/> gives the product's own content.</summary>
    public static async Task<TestPortal> StartAsync(string? content = null, params IInterceptor[] interceptors)
    {
        var portal = new TestPortal(content, interceptors);
        await SchemaTemplate.CopyAsync(portal.Folder, portal.database);
        await portal.Services.GetRequiredService<Readiness>().WhenReady;
        return portal;
    }

    /// <summary>A client that shows redirects instead of following them.</summary>
    public HttpClient Reader() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(BaseUrl) });

    /// <summary>Returns when the index shows everything committed so far.</summary>
    public async Task CaughtUpAsync(CancellationToken cancellation)
    {
        await Services.GetRequiredService<ClockWatch>().LookAsync(cancellation);
        await Services.GetRequiredService<SearchFollower>().CatchUpAsync(cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (SchemaTemplate.Server is not { } server)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await using var admin = new NpgsqlConnection(server);
            await admin.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", admin);
            await command.ExecuteNonQueryAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("PhongTho:Data", Folder);
        builder.UseSetting("PhongTho:BaseUrl", BaseUrl);
        builder.UseSetting("PhongTho:Seed", content is null ? "false" : "true");
        builder.UseSetting("PhongTho:Content", content ?? Folder);
        if (SchemaTemplate.Server is { } server)
        {
            builder.UseSetting("ConnectionStrings:Portal", new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString());
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            foreach (var interceptor in interceptors)
            {
                services.AddSingleton(interceptor);
            }
        });
    }
}
