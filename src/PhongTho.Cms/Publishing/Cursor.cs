using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PhongTho.Cms.Editing;

namespace PhongTho.Cms.Publishing;

/// <summary>A place in a list that stays right while items come and go: "after this one", never "page 7".</summary>
public sealed record Cursor(DateTimeOffset ListedAt, string Path)
{
    public static Cursor After(ContentItem item) => new(item.ListedAt, item.Path);

    /// <summary>Null for anything that is not a cursor.</summary>
    public static Cursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text) || text.Length is < 4 or > 800)
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            && time is > -62_135_596_800_000 and < 253_402_300_799_999
            ? new Cursor(DateTimeOffset.FromUnixTimeMilliseconds(time), parts[1])
            : null;
    }

    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ListedAt.ToUnixTimeMilliseconds()}|{Path}")));

#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
    public IQueryable<ContentItem> Apply(IQueryable<ContentItem> items) => items.Where(item =>
        item.ListedAt < ListedAt || (item.ListedAt == ListedAt && string.Compare(item.Path, Path) > 0));
#pragma warning restore CA1309
}
