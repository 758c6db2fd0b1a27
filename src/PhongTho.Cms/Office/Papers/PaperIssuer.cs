using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Papers;

/// <summary>An agency as Decree 30/2020 wants it on paper, for the days it exists.</summary>
public sealed record PaperIssuer
{
    [Field("tu", "Từ ngày")]
    public DateOnly? From { get; init; }

    [Field("den", "Đến ngày")]
    public DateOnly? To { get; init; }

    [Field("co-quan-chu-quan", "Cơ quan chủ quản")]
    public string Parent { get; init; } = "";

    [Field("co-quan", "Cơ quan ban hành")]
    public required string Agency { get; init; }

    /// <summary>What follows the number and the slash: <c>BC-NV</c>.</summary>
    [Field("ky-hieu", "Ký hiệu")]
    public string Symbol { get; init; } = "";

    [Field("dia-danh", "Địa danh")]
    public string Place { get; init; } = "";

    [Field("kinh-gui", "Kính gửi")]
    public string Addressee { get; init; } = "";

    /// <summary>One a line; the archive is the last.</summary>
    [Field("noi-nhan", "Nơi nhận")]
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Lines above the signature: power and office.</summary>
    [Field("chuc-vu", "Quyền hạn, chức vụ người ký")]
    public IReadOnlyList<string> Office { get; init; } = [];

    [Field("nguoi-ky", "Người ký")]
    public string Signer { get; init; } = "";
}
