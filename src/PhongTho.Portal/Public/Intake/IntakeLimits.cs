using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PhongTho.Portal.Public.Intake;

/// <summary>
/// How much one network address may send and ask. A village may share one address, so the limits are of villages; who brings a proof
/// of work may send more. Asked inside the handler, because a refusal must bring back what was typed.
/// </summary>
public sealed class IntakeLimits : IDisposable
{
    private const int PlainAnHour = 8;

    private const int ProvenAnHour = 40;

    /// <summary>Of all addresses together, without proof: what a desk could read at all.</summary>
    private const int EverybodyAnHour = 120;

    private const int LooksInTenMinutes = 30;

    private readonly PartitionedRateLimiter<string> sending = PartitionedRateLimiter.Create<string, string>(static key => key switch
    {
        "all" => Window(key, EverybodyAnHour, TimeSpan.FromHours(1)),
        _ when key.StartsWith("look:", StringComparison.Ordinal) => Window(key, LooksInTenMinutes, TimeSpan.FromMinutes(10)),
        _ => Window(key, key.StartsWith("proven:", StringComparison.Ordinal) ? ProvenAnHour : PlainAnHour, TimeSpan.FromHours(1)),
    });

    public bool MaySend(HttpContext context, bool isProven)
    {
        using var own = sending.AttemptAcquire((isProven ? "proven:" : "plain:") + NetworkOf(context.Connection.RemoteIpAddress));
        using var all = isProven || !own.IsAcquired ? null : sending.AttemptAcquire("all");
        return own.IsAcquired && all is not { IsAcquired: false };
    }

    /// <summary>Counts every try to open a follow page, so that guessing ends soon.</summary>
    public bool MayLook(HttpContext context)
    {
        using var own = sending.AttemptAcquire("look:" + NetworkOf(context.Connection.RemoteIpAddress));
        return own.IsAcquired;
    }

    public void Dispose() => sending.Dispose();

    private static RateLimitPartition<string> Window(string key, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 });

    /// <summary>One home has one IPv4 address, but a whole /64 of IPv6 ones.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
