using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;

namespace PhongTho.Cms.Seeding;

/// <summary>Who copied which way of doing, as one file: what readers see of it, and nothing of who is private.</summary>
internal sealed record ReplicationsFile
{
    public const string Name = "replications.yaml";
    public const string Subject = "replications";

    [Field("lam-theo", "Làm theo")]
    public IReadOnlyList<ReplicationRow> Rows { get; init; } = [];
}

/// <summary>A replication in the file; told from others by the way of doing, who, and since when.</summary>
internal sealed record ReplicationRow
{
    [Field("cach-lam", "Cách làm")]
    public required ItemId Item { get; init; }

    [Field("ai", "Ai làm theo")]
    public required string Who { get; init; }

    [Field("la", "Là hộ hay đơn vị")]
    public required ReplicatorKind Kind { get; init; }

    [Field("neu-ten", "Được nêu tên")]
    public bool ShowsName { get; init; }

    [Field("so-ho", "Số hộ")]
    public int Households { get; init; }

    [Field("xa", "Xã, phường, thị trấn")]
    public string? Unit { get; init; }

    [Field("ban", "Bản")]
    public string Village { get; init; } = "";

    [Field("tu", "Từ khi nào")]
    public PartialDate? StartedOn { get; init; }

    [Field("tinh-trang", "Tình trạng")]
    public required ReplicationState State { get; init; }

    [Field("ket-qua", "Kết quả")]
    public string Result { get; init; } = "";

    [Field("gia-tri", "Giá trị")]
    public decimal? Value { get; init; }

    [Field("don-vi", "Đơn vị tính")]
    public string Measure { get; init; } = "";

    /// <summary>Null for what only the newsroom may know: what is not confirmed yet, and what was declined.</summary>
    public static ReplicationRow? Of(Replication row) => row.State is ReplicationState.Registered or ReplicationState.Declined ? null : new ReplicationRow
    {
        Item = row.ItemId,
        Who = row.ShownName,
        Kind = row.Kind,
        ShowsName = row.ShowsName,
        Households = row.Households,
        Unit = row.Unit,
        Village = row.Village,
        StartedOn = row.StartedOn,
        State = row.State,
        Result = row.Result,
        Value = row.ResultValue,
        Measure = row.ResultUnit,
    };

    public void CopyTo(Replication row)
    {
        (row.Households, row.Unit, row.Village) = (Math.Max(Households, 1), Unit, Village);
        (row.Result, row.ResultValue, row.ResultUnit) = (Result, Value, Measure);
        row.State = State;
    }
}
