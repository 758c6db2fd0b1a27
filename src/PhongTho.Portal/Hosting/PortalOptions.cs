using System.ComponentModel.DataAnnotations;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Hosting;

/// <summary>What an operator may set, under <c>PhongTho</c> in the configuration.</summary>
public sealed class PortalOptions
{
    public const string SectionName = "PhongTho";

    /// <summary>The one folder of everything the portal keeps; <c>App_Data</c> beside the content root when empty.</summary>
    public string? Data { get; set; }

    /// <summary>The seed folder; the <c>content</c> folder found beside or above the program when empty.</summary>
    public string? Content { get; set; }

    /// <summary>Import the seed folder at start.</summary>
    public bool Seed { get; set; } = true;

    /// <summary>Public scheme and host; the first address it listens on when empty.</summary>
    [Url]
    public string? BaseUrl { get; set; }

    /// <summary>Memory for ready pages, in bytes.</summary>
    [Range(1_000_000, 8_000_000_000)]
    public long PageStoreBytes { get; set; } = 64_000_000;

    /// <summary>Tries to sign in within a minute, from one network address and for one e-mail address.</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Largest picture an editor may upload, in bytes.</summary>
    [Range(100_000, 200_000_000)]
    public long PictureBytes { get; set; } = 25_000_000;

    /// <summary>Largest sound or film, in bytes.</summary>
    [Range(100_000, 4_000_000_000)]
    public long VideoBytes { get; set; } = 200_000_000;

    internal MediaLimits Limits => new() { PictureBytes = PictureBytes, VideoBytes = VideoBytes };
}
