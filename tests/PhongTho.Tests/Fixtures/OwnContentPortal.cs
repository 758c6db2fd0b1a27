using Xunit;

namespace PhongTho.Tests.Fixtures;

/// <summary>One portal with the repository's content for all tests of a class that only read.</summary>
public sealed class OwnContentPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync(Repository.Content);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
