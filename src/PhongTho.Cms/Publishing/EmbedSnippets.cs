using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PhongTho.Cms.Publishing;

/// <summary>Markup for other sites: a frame with a title and a reserved height, no script, and a link for where frames do not run.</summary>
public static class EmbedSnippets
{
    public const int CardHeight = 420;
    public const int ListHeight = 640;
    public const int Width = 640;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Card(string baseUrl, string path, string title) => Frame($"{baseUrl}/nhung/the/{path}", title, CardHeight);

    /// <param name="query">Filters of the list, with its question mark; may be empty.</param>
    public static string List(string baseUrl, string section, string query, string title) => Frame($"{baseUrl}/nhung/danh-sach/{section}{query}", title, ListHeight);

    public static string Frame(string url, string title, int height, int width = Width) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"""<iframe src="{Encoder.Encode(url)}" title="{Encoder.Encode(title)}" width="100%" height="{height}" loading="lazy" style="border:0;max-width:{width}px"></iframe>""");
}
