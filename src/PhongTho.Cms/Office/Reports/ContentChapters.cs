using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;

namespace PhongTho.Cms.Office.Reports;

/// <summary>New exemplars by kind, field and unit.</summary>
internal sealed class ExemplarChapter : IReportChapter
{
    public int Order => 10;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var items = await ReportRows.PublishedAsync(source, [NominationArticle.Type.Key], cancellation);
        return new ReportChapter("Phát hiện, giới thiệu gương điển hình",
        [
            new("guong", "Gương điển hình mới giới thiệu trên trang", Rows(items)),
            .. ReportRows.By(source.Book, "guong.doi-tuong", Taxonomies.SubjectKind, items),
            new("guong.linh-vuc", "Chia theo lĩnh vực (một gương có thể thuộc nhiều lĩnh vực)", [.. items.Where(static item => item.Terms.ContainsKey(Taxonomies.Field)).Select(static item => item.Row)]),
            .. ReportRows.By(source.Book, "guong.linh-vuc", Taxonomies.Field, items),
            new("guong.xa", "Chia theo địa phương", [.. items.Where(static item => item.Terms.ContainsKey(Taxonomies.Unit)).Select(static item => item.Row)]),
            .. ReportRows.By(source.Book, "guong.xa", Taxonomies.Unit, items),
        ]);
    }

    private static IReadOnlyList<ReportRow> Rows(IReadOnlyList<CountedItem> items) => [.. items.Select(static item => item.Row)];
}

/// <summary>News and features by genre: the cadence of telling.</summary>
internal sealed class StoryChapter : IReportChapter
{
    public int Order => 20;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var items = await ReportRows.PublishedAsync(source, ReportRows.TypesWith(Taxonomies.Genre), cancellation);
        return new ReportChapter("Tuyên truyền",
        [
            new("tin-bai", "Tin, bài đã đăng", [.. items.Select(static item => item.Row)]),
            .. ReportRows.By(source.Book, "tin-bai.the-loai", Taxonomies.Genre, items),
        ]);
    }
}

/// <summary>Documents that were published, by kind.</summary>
internal sealed class DocumentChapter : IReportChapter
{
    public int Order => 70;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var items = await ReportRows.PublishedAsync(source, ReportRows.TypesWith(Taxonomies.DocumentKind), cancellation);
        return new ReportChapter("Văn bản chỉ đạo, hướng dẫn",
        [
            new("van-ban", "Văn bản đã đăng", [.. items.Select(static item => item.Row)]),
            .. ReportRows.By(source.Book, "van-ban.loai", Taxonomies.DocumentKind, items),
        ]);
    }
}
