using Microsoft.Extensions.Options;

namespace PhongTho.Portal.Hosting;

/// <summary>Where things are on disk, decided once.</summary>
public sealed class Folders
{
    public Folders(IOptions<PortalOptions> options, IHostEnvironment environment)
    {
        Data = Path.GetFullPath(options.Value.Data ?? Path.Combine(environment.ContentRootPath, "App_Data"));
        Content = options.Value.Content is { } given ? Path.GetFullPath(given) : Find(environment.ContentRootPath) ?? Find(AppContext.BaseDirectory);
        Directory.CreateDirectory(Data);
        Keys = Path.Combine(Data, "keys");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Data { get; }

    /// <summary>The seed folder, or null when there is none.</summary>
    public string? Content { get; }

    public string Index => Path.Combine(Data, "index");

    /// <summary>What protects sessions and second factors; readable by its owner only.</summary>
    public string Keys { get; }

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (File.Exists(Path.Combine(candidate, "site.yaml")))
            {
                return candidate;
            }
        }

        return null;
    }
}
