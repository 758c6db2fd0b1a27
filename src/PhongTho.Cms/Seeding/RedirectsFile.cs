using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>Addresses that lead on to another address, or say that they are gone. Those that lead to an item stand in the item's own file.</summary>
internal sealed record RedirectsFile
{
    public const string Name = "redirects.yaml";
    public const string Subject = "aliases";

    [Field("chuyen-huong", "Chuyển hướng")]
    public IReadOnlyList<RedirectEntry> Redirects { get; init; } = [];

    public static RedirectsFile Of(IEnumerable<Alias> aliases) => new()
    {
        Redirects = [.. aliases.OrderBy(static alias => alias.Path, StringComparer.Ordinal).Select(static alias => new RedirectEntry { From = alias.Path, To = alias.Target, IsGone = alias.IsGone })],
    };
}

internal sealed record RedirectEntry
{
    [Field("tu", "Từ")]
    public required string From { get; init; }

    [Field("den", "Đến")]
    public string? To { get; init; }

    [Field("da-go", "Đã gỡ hẳn")]
    public bool IsGone { get; init; }
}
