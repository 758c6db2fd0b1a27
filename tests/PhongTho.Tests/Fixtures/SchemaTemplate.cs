using Microsoft.Data.Sqlite;
using Npgsql;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Tests.Fixtures;

/// <summary>An empty database of today's schema, made once a run and copied for each test: the way there from every former schema has tests of its own.</summary>
internal static class SchemaTemplate
{
    private const string FileName = "portal.db";

    private static readonly SemaphoreSlim making = new(1);
    private static string? made;

    /// <summary>Of a server to test with, when there is one.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("PHONGTHO_TEST_PG");

    /// <param name="folder">Where SQLite's file goes.</param>
    /// <param name="name">What PostgreSQL's database is called.</param>
    public static async Task CopyAsync(string folder, string name)
    {
        var template = await MadeAsync();
        if (Server is null)
        {
            File.Copy(template, Path.Combine(folder, FileName));
        }
        else
        {
            await RunAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        }
    }

    private static async Task<string> MadeAsync()
    {
        await making.WaitAsync();
        try
        {
            return made ??= Server is null ? await MakeFileAsync() : await MakeDatabaseAsync();
        }
        finally
        {
            making.Release();
        }
    }

    private static async Task<string> MakeFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var template = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System);
        await template.MigrateAsync(CancellationToken.None);
        await template.ScrubAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, FileName);
    }

    private static async Task<string> MakeDatabaseAsync()
    {
        var name = $"phongtho_template_{Guid.CreateVersion7():N}";
        var connection = new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ToString();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(name);
        await new CmsDatabase(connection, Path.GetTempPath(), new ChangeSignal(), TimeProvider.System).MigrateAsync(CancellationToken.None);
        return name;
    }

    private static void Drop(string name)
    {
        using var admin = new NpgsqlConnection(Server);
        admin.Open();
        using var statement = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)", admin);
        statement.ExecuteNonQuery();
    }

    private static async Task RunAsync(string command)
    {
        await using var admin = new NpgsqlConnection(Server);
        await admin.OpenAsync();
        await using var statement = new NpgsqlCommand(command, admin);
        await statement.ExecuteNonQueryAsync();
    }
}
