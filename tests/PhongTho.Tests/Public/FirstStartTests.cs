using System.Net;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

public sealed class FirstStartTests
{
    [Fact]
    public async Task An_empty_portal_answers_home_and_says_it_is_ready()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();

        using var home = await reader.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await reader.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }
}
