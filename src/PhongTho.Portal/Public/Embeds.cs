using System.Text.Json.Serialization;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>Our content in other people's pages: cards and lists in a frame, oEmbed for those who ask by address.</summary>
public static class Embeds
{
    private const int ListLength = 5;

    public static void MapEmbeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/nhung", GuideAsync);
        routes.MapGet("/nhung/the/{**path}", CardAsync);
        routes.MapGet("/nhung/danh-sach/{**section}", ListAsync);
        routes.MapGet("/oembed", DescribeAsync);
    }

    private static async Task<IResult> GuideAsync(Published published, SiteAddress address, CancellationToken cancellation)
    {
        var frame = await published.FrameAsync(cancellation);
        return Answers.Page(new EmbedGuidePage
        {
            Frame = frame,
            Title = "Nhúng vào trang khác",
            Description = "Đưa gương người tốt, việc tốt của Phong Thổ lên trang của cơ quan, đơn vị bạn.",
            Path = "/nhung",
            Trail = [new Crumb("Trang chủ", "/")],
            Snippets =
            [
                Snippet("Gương mới nhất", "nguoi-tot-viec-tot", ""),
                Snippet("Khen thưởng đột xuất", "khen-thuong/dot-xuat", ""),
                Snippet("Tin thi đua, khen thưởng", "tin-tuc", ""),
                Snippet("Văn bản mới", "van-ban", ""),
            ],
        });

        EmbedSnippet Snippet(string label, string section, string query) => new(
            label, EmbedSnippets.List(address.BaseUrl, section, query, label), $"/nhung/danh-sach/{section}{query}", EmbedSnippets.ListHeight);
    }

    private static async Task<IResult> CardAsync(string path, Published published, TimeProvider clock, CancellationToken cancellation)
    {
        var frame = await published.FrameAsync(cancellation);
        if (await published.TeaserAsync(path, SiteTime.Today(clock), cancellation) is not { } item)
        {
            return Answers.Page(Notices.Of(frame, NoticeKind.Missing, "/nhung/the/" + path, null), StatusCodes.Status404NotFound);
        }

        return Answers.Page(new EmbedPage
        {
            Frame = frame,
            Title = item.Title,
            Path = "/nhung/the/" + path,
            Items = [item],
            IsCard = true,
            MoreLabel = "Đọc tiếp",
            MorePath = item.Path,
            NoIndex = true,
        });
    }

    private static async Task<IResult> ListAsync(string section, HttpRequest request, Published published, SectionLists sections, CancellationToken cancellation)
    {
        var frame = await published.FrameAsync(cancellation);
        var asked = PublicQuery.List(request, ListLength) with { Cursor = null };
        if (await sections.NewestAsync(section, asked, cancellation) is not { } list)
        {
            return Answers.Page(Notices.Of(frame, NoticeKind.Missing, "/nhung/danh-sach/" + section, null), StatusCodes.Status404NotFound);
        }

        var query = ListRequest.Query(list.Section.Filters, asked.Filters);
        return Answers.Page(new EmbedPage
        {
            Frame = frame,
            Title = list.Section.Name,
            Path = $"/nhung/danh-sach/{section}{query}",
            Items = list.Items,
            MoreLabel = "Xem tất cả",
            MorePath = $"/{section}{query}",
            NoIndex = true,
        });
    }

    private static async Task<IResult> DescribeAsync(
        string? url, string? format, int? maxwidth, int? maxheight, Published published, SiteAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        if (format is not (null or "json"))
        {
            return Results.Problem(title: "Chỉ có định dạng json.", statusCode: StatusCodes.Status501NotImplemented);
        }

        var path = url is not null && url.StartsWith(address.BaseUrl + "/", StringComparison.OrdinalIgnoreCase)
            ? url[(address.BaseUrl.Length + 1)..].Split('?', '#')[0].Trim('/')
            : null;
        if (path is null || await published.TeaserAsync(path, SiteTime.Today(clock), cancellation) is not { } item)
        {
            return Results.Problem(title: "Không có nội dung nào nhúng được ở địa chỉ này.", statusCode: StatusCodes.Status404NotFound);
        }

        var frame = await published.FrameAsync(cancellation);
        var width = Math.Clamp(maxwidth ?? EmbedSnippets.Width, 1, EmbedSnippets.Width);
        var height = Math.Clamp(maxheight ?? EmbedSnippets.CardHeight, 1, EmbedSnippets.CardHeight);

        // A thumbnail that is too large for the asker is none.
        var thumbnail = item.Picture is { Width: not null } picture && WidthOf(picture) <= (maxwidth ?? int.MaxValue) && HeightOf(picture) <= (maxheight ?? int.MaxValue) ? picture : null;
        return Results.Json(new OEmbed(
            "rich", "1.0", item.Title, frame.Name, frame.BaseUrl, EmbedSnippets.Frame($"{frame.BaseUrl}/nhung/the/{path}", item.Title, height, width), width, height,
            thumbnail is null ? null : frame.BaseUrl + thumbnail.Url, WidthOf(thumbnail), HeightOf(thumbnail)));
    }

    /// <summary>Of the file behind the address, which may be narrower than the original.</summary>
    private static int? WidthOf(PublicImage? image) => image?.Sources?.Width ?? image?.Width;

    private static int? HeightOf(PublicImage? image) => image is { Width: { } width and > 0, Height: { } height } ? (int)Math.Round((double)height * WidthOf(image)!.Value / width) : null;

    /// <summary>The answer of the oEmbed specification, type "rich".</summary>
    private sealed record OEmbed(
        string Type, string Version, string Title,
        [property: JsonPropertyName("provider_name")] string ProviderName,
        [property: JsonPropertyName("provider_url")] string ProviderUrl,
        string Html, int Width, int Height,
        [property: JsonPropertyName("thumbnail_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ThumbnailUrl,
        [property: JsonPropertyName("thumbnail_width"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ThumbnailWidth,
        [property: JsonPropertyName("thumbnail_height"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ThumbnailHeight);
}
