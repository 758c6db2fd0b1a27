namespace PhongTho.Cms.Seeding;

/// <summary>Stub.</summary>
public sealed class SeedImport
{
    public static Task<SeedReport> RunAsync(string folder, CancellationToken cancellation) => Task.FromResult(new SeedReport());
}

public sealed class SeedReport { public IReadOnlyList<string> Refused { get; } = []; }
