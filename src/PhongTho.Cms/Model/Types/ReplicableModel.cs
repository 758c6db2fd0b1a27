using System.ComponentModel.DataAnnotations;

namespace PhongTho.Cms.Model;

/// <summary>
/// A way of doing that others can copy: a model, an initiative, a good practice. It tells what is needed, step by step;
/// who copied it stands in the register of replications, never here.
/// </summary>
[ContentType("model", "Mô hình, cách làm hay", Plural = "models", Section = "cach-lam-hay", IsReplicable = true)]
public sealed record ReplicableModel : ContentBody
{
    [Field("loai", "Loại", Group = "Cách làm"), Term(Taxonomies.ModelKind), Required]
    public required string Kind { get; init; }

    [Field("van-de", "Trước đó vướng gì", Group = "Cách làm", IsLong = true, Help = "Chuyện khó mà cách làm này gỡ được, vài câu."), Required, MaxLength(1000), Searchable]
    public required string Problem { get; init; }

    [Field("dieu-kien", "Nơi nào làm được", Group = "Cách làm", Help = "Đất, nước, người, thời vụ… Mỗi điều kiện một dòng."), Searchable]
    public IReadOnlyList<string> Conditions { get; init; } = [];

    [Field("can-co", "Cần có", Group = "Cách làm", Help = "Vật liệu, dụng cụ, giấy tờ. Mỗi thứ một dòng."), Searchable]
    public IReadOnlyList<string> Needs { get; init; } = [];

    [Field("cac-buoc", "Các bước", Group = "Cách làm", Help = "Theo thứ tự, mỗi bước một dòng; đọc xong là làm theo được."), Required, Searchable]
    public IReadOnlyList<string> Steps { get; init; } = [];

    [Field("luu-y", "Lưu ý", Group = "Cách làm", IsLong = true), MaxLength(1000), Searchable]
    public string? Note { get; init; }

    [Field("chi-phi", "Chi phí")]
    public IReadOnlyList<Figure> Costs { get; init; } = [];

    [Field("ket-qua", "Kết quả nơi làm đầu tiên")]
    public IReadOnlyList<Figure> Results { get; init; } = [];

    [Field("guong", "Học từ gương", Group = "Nguồn gốc"), ItemType("exemplar")]
    public ItemId? LearnedFrom { get; init; }

    /// <summary>Of an initiative: who recognised it, and by which paper.</summary>
    [Field("cong-nhan", "Được công nhận", Group = "Nguồn gốc", Help = "Chỉ với sáng kiến: cơ quan công nhận, số và ngày quyết định."), MaxLength(300), Searchable]
    public string? Recognition { get; init; }

    /// <summary>A unit of the register and never a person: nobody's telephone stands on the page.</summary>
    [Field("dau-moi", "Đơn vị hướng dẫn", Group = "Nguồn gốc", Help = "Ai muốn học thì hỏi nơi này; không ghi số điện thoại của người dân."), Term(Taxonomies.Issuer)]
    public string? Contact { get; init; }

    [Field("linh-vuc", "Lĩnh vực"), Term(Taxonomies.Field)]
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Where it was done first, as the unit was on the day.</summary>
    [Field("xa", "Xã, phường, thị trấn", Group = "Nguồn gốc", Help = "Nơi làm đầu tiên, tên đơn vị như khi ấy."), Term(Taxonomies.Unit)]
    public string? Unit { get; init; }

    [Field("ban", "Bản, thôn, tổ dân phố", Group = "Nguồn gốc"), MaxLength(80), Searchable(IsName = true)]
    public string? Village { get; init; }

    [Field("nam", "Năm", Group = "Phân loại", Help = "Năm cách làm có kết quả; để trống thì lấy năm đăng.")]
    public int? Year { get; init; }

    public override int? OwnYear => Year;

    public override IReadOnlyList<ListFact> ListFacts => Village is { Length: > 0 } village ? [new("Bản", village)] : [];
}
