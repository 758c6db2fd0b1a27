namespace PhongTho.Cms.Sites;

/// <summary>A setting of the site, one typed record as JSON under a name.</summary>
public sealed class Setting
{
    public required string Key { get; init; }

    public required string Json { get; set; }
}
