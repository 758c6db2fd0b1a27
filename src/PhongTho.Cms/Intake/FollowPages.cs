using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Intake;

/// <summary>Asks for code and secret.</summary>
public sealed record LookupPage : SitePage
{
    public required FollowLane Lane { get; init; }

    public string Code { get; init; } = "";

    public string? Problem { get; init; }
}

/// <summary>Where one of them stands, for its sender only.</summary>
public sealed record FollowPage : SitePage
{
    public required FollowLane Lane { get; init; }

    public required FollowStanding Standing { get; init; }

    /// <summary>True right after sending: the page says to keep the code.</summary>
    public bool IsNew { get; init; }

    /// <summary>The word that opens it, as it is read aloud.</summary>
    public required string Secret { get; init; }

    /// <summary>Address with scheme and host that opens it again.</summary>
    public required string FollowUrl { get; init; }

    /// <summary>The same address for a telephone's camera: dark squares as the path of a drawing.</summary>
    public required string QrPath { get; init; }

    public required int QrSize { get; init; }
}

/// <summary>Builds the pages by which senders follow what they sent: in no index, the same in every lane.</summary>
public sealed class FollowPages(Published published)
{
    private static readonly Crumb Home = new("Trang chủ", "/");

    public async Task<LookupPage> LookupAsync(FollowLane lane, string code, string? problem, CancellationToken cancellation) => new()
    {
        Frame = await published.FrameAsync(cancellation),
        Lane = lane,
        Title = "Theo dõi " + Inside(lane.Noun),
        Description = $"Xem {Inside(lane.Noun)} của bạn đang ở bước nào.",
        Path = lane.FollowPath,
        Trail = [Home, lane.Form],
        NoIndex = true,
        Code = code,
        Problem = problem,
    };

    public async Task<FollowPage> FollowAsync(
        FollowLane lane, FollowStanding standing, string secret, string url, (string Path, int Size) qr, bool isNew, CancellationToken cancellation) => new()
        {
            Frame = await published.FrameAsync(cancellation),
            Lane = lane,
            Title = isNew ? $"Đã nhận {Inside(lane.Noun)} của bạn" : $"{lane.Noun} {standing.Code}",
            Path = lane.FollowPath + "/" + standing.Code,
            Trail = [Home, lane.Form],
            NoIndex = true,
            Standing = standing,
            IsNew = isNew,
            Secret = FollowCode.Spaced(FollowCode.ReadSecret(secret)),
            FollowUrl = url,
            QrPath = qr.Path,
            QrSize = qr.Size,
        };

    private static string Inside(string noun) => char.ToLowerInvariant(noun[0]) + noun[1..];
}
