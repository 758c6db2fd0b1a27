using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Consultations;

namespace PhongTho.Cms.Seeding;

/// <summary>Lists put before people. What people said about them is private and stands in no file.</summary>
internal sealed record ConsultationsFile
{
    public const string Name = "consultations.yaml";
    public const string Subject = "consultations";

    [Field("lay-y-kien", "Lấy ý kiến")]
    public IReadOnlyList<ConsultationFileEntry> All { get; init; } = [];

    public static ConsultationsFile Of(IEnumerable<Consultation> rows) => new() { All = [.. rows.OrderBy(static row => row.Slug, StringComparer.Ordinal).Select(ConsultationFileEntry.Of)] };
}

internal sealed record ConsultationFileEntry
{
    [Field("ma", "Mã")]
    public required string Slug { get; init; }

    [Field("ten", "Tên")]
    public required string Title { get; init; }

    [Field("tu", "Từ ngày")]
    public required DateOnly From { get; init; }

    [Field("den", "Đến hết ngày")]
    public required DateOnly To { get; init; }

    [Field("dang", "Đã đăng")]
    public bool IsShown { get; init; }

    [Field("noi-dung", "Nội dung")]
    public string? Text { get; init; }

    [Field("van-ban", "Văn bản đề nghị")]
    public string? Document { get; init; }

    [Field("ket-qua", "Kết quả")]
    public string? Outcome { get; init; }

    [Field("ngay-ket-qua", "Ngày có kết quả")]
    public DateOnly? OutcomeOn { get; init; }

    [Field("van-ban-ket-qua", "Văn bản kết quả")]
    public string? OutcomeDocument { get; init; }

    [Field("la-mau", "Dữ liệu mẫu")]
    public bool IsSample { get; init; }

    [Field("danh-sach", "Danh sách")]
    public IReadOnlyList<ConsultationEntry> Entries { get; init; } = [];

    public static ConsultationFileEntry Of(Consultation row) => new()
    {
        Slug = row.Slug,
        Title = row.Title,
        From = row.From,
        To = row.To,
        IsShown = row.PublishedAt is not null,
        Text = Said(row.Notice.Text),
        Document = Said(row.Notice.Document),
        Outcome = Said(row.Notice.Outcome),
        OutcomeOn = row.Notice.OutcomeOn,
        OutcomeDocument = Said(row.Notice.OutcomeDocument),
        IsSample = row.Notice.IsSample,
        Entries = row.Notice.Entries,
    };

    public ConsultationNotice ToNotice() => new()
    {
        Text = Text ?? "",
        Document = Document ?? "",
        Outcome = Outcome ?? "",
        OutcomeOn = OutcomeOn,
        OutcomeDocument = OutcomeDocument ?? "",
        IsSample = IsSample,
        Entries = Entries,
    };

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
