namespace PhongTho.Cms.Publishing;

/// <summary>What stands at an address.</summary>
public abstract record Found
{
    private Found()
    {
    }

    public sealed record Here(SitePage Page) : Found;

    /// <param name="To">Path with its first slash.</param>
    /// <param name="IsForNow">True when the item may come back to its own address.</param>
    public sealed record Moved(string To, bool IsForNow = false) : Found;

    /// <summary>It was here and has left: said with a notice.</summary>
    public sealed record Left(NoticeKind Kind, string? Note) : Found;

    public sealed record Missing : Found;
}
