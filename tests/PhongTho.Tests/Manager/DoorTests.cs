using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>The newsroom has one door. A screen that a stranger may open must be named here.</summary>
public sealed class DoorTests
{
    private static readonly string[] outside = ["/manager/assets/", "/manager/sign-in", "/manager/set-up/"];

    [Fact]
    public async Task Every_address_of_the_newsroom_asks_who_is_there()
    {
        await using var portal = await TestPortal.StartAsync();
        var rooms = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Address: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata))
            .Where(room => IsOfTheNewsroom(room.Address)).ToList();

        Assert.NotEmpty(rooms);
        foreach (var (address, metadata) in rooms)
        {
            var isOpen = metadata.GetMetadata<IAllowAnonymous>() is not null || metadata.GetMetadata<IAuthorizeData>() is null;
            Assert.Equal(outside.Any(door => address.StartsWith(door, StringComparison.Ordinal)), isOpen);
        }
    }

    internal static bool IsOfTheNewsroom(string address) =>
        address.StartsWith("/manager", StringComparison.Ordinal) || address.StartsWith("/api/v1/manage/", StringComparison.Ordinal);
}
