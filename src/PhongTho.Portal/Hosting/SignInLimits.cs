using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>Slows down who tries many doors: so many tries a minute from one network address, and for one e-mail address, whether it has an account or not.</summary>
public sealed class SignInLimits(IOptions<PortalOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = options.Value.SignInsPerMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    }));

    public bool MayTry(HttpContext context, string? email = null)
    {
        using var network = limiter.AttemptAcquire("net:" + NetworkOf(context.Connection.RemoteIpAddress));
        using var address = string.IsNullOrWhiteSpace(email) ? null : limiter.AttemptAcquire("mail:" + MemberRules.Normalize(email));
        return network.IsAcquired && address is not { IsAcquired: false };
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>One home has one IPv4 address, but a whole /64 of IPv6 ones.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
