namespace PhongTho.Portal.Hosting;

/// <summary>Stub.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = PortalBuilder.Build(args);
        await app.RunAsync();
        return Environment.ExitCode;
    }
}
