using PhongTho.Cms.Contributions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Seeding;

/// <summary>The ledger of contributions as one file.</summary>
internal sealed record ContributionsFile
{
    public const string Name = "contributions.yaml";
    public const string Subject = "contributions";

    [Field("dong-gop", "Đóng góp")]
    public IReadOnlyList<ContributionRow> Rows { get; init; } = [];
}

/// <summary>A line of the ledger in the file; told from others by the text that tells of it, what was given, and for what.</summary>
internal sealed record ContributionRow
{
    [Field("ho-so", "Hồ sơ")]
    public SubjectId? Giver { get; init; }

    [Field("bai", "Bài")]
    public ItemId? Item { get; init; }

    [Field("loai", "Loại")]
    public required string Kind { get; init; }

    [Field("gi", "Góp gì")]
    public required string What { get; init; }

    [Field("so-luong", "Số lượng")]
    public required decimal Quantity { get; init; }

    [Field("don-vi", "Đơn vị tính")]
    public required string Measure { get; init; }

    [Field("tri-gia", "Quy ra đồng")]
    public decimal? Value { get; init; }

    [Field("ngay", "Ngày")]
    public PartialDate? GivenOn { get; init; }

    [Field("cho", "Cho việc gì")]
    public string Beneficiary { get; init; } = "";

    [Field("xa", "Xã, phường, thị trấn")]
    public string? Unit { get; init; }

    [Field("ban", "Bản")]
    public string Village { get; init; } = "";

    [Field("nguon", "Nguồn")]
    public string Source { get; init; } = "";

    [Field("da-kiem-tra", "Đã kiểm tra")]
    public bool IsVerified { get; init; }

    [Field("dinh-chinh", "Đính chính")]
    public IReadOnlyList<CorrectionRow> Corrections { get; init; } = [];

    public static ContributionRow Of(Contribution row) => new()
    {
        Giver = row.SubjectId,
        Item = row.ItemId,
        Kind = row.Kind,
        What = row.What,
        Quantity = row.Quantity,
        Measure = row.Measure,
        Value = row.Value,
        GivenOn = row.GivenOn,
        Beneficiary = row.Beneficiary,
        Unit = row.Unit,
        Village = row.Village,
        Source = row.Source,
        IsVerified = row.VerifiedAt is not null,
        Corrections = [.. row.Corrections.OrderBy(static correction => correction.Number).Select(static correction => new CorrectionRow
        {
            On = DateOnly.FromDateTime(SiteTime.Local(correction.At).DateTime),
            Before = correction.QuantityBefore,
            Reason = correction.Reason,
        })],
    };
}

internal sealed record CorrectionRow
{
    [Field("ngay", "Ngày")]
    public required DateOnly On { get; init; }

    [Field("truoc-do", "Trước đó ghi")]
    public required decimal Before { get; init; }

    [Field("ly-do", "Lý do")]
    public required string Reason { get; init; }
}
