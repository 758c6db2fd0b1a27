namespace PhongTho.Tests.Fixtures;

/// <summary>Where the repository is on this machine.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Content => Path.Combine(Root, "content");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "PhongTho.Portal.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}
