using PhongTho.Cms.Changes;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Contributions;

/// <summary>A line of the ledger as it was typed.</summary>
public sealed record ContributionEntry
{
    public string Kind { get; init; } = "";

    public string What { get; init; } = "";

    public string Quantity { get; init; } = "";

    public string Measure { get; init; } = "";

    public string Value { get; init; } = "";

    public string GivenOn { get; init; } = "";

    public string Beneficiary { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Village { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>The line as it is kept, or what is amiss.</summary>
    internal (Contribution? Line, Refusal? Reason) Read(SiteBook book, Guid id, Actor actor, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        var term = book.Term(Taxonomies.ContributionKind, Kind);
        var quantity = Numbers.Quantity(Quantity);
        var measure = term?.Detail is { Length: > 0 } own ? own : Typed.Line(Measure);
        var value = Value.Trim().Length == 0 ? null : Numbers.Quantity(Value);
        var day = GivenOn.Trim().Length == 0 ? null : Numbers.Day(GivenOn);
        Need(term is not null, "Loại", "Hãy chọn loại đóng góp.");
        Need(Typed.Line(What).Length is > 0 and <= 160, "Góp gì", "Hãy ghi góp gì, tối đa 160 chữ.");
        Need(quantity > 0, "Số lượng", "Hãy ghi một con số lớn hơn 0, ví dụ 1.200 hoặc 0,5.");
        Need(measure.Length is > 0 and <= 40, "Đơn vị tính", "Hãy ghi đơn vị tính, ví dụ m³, cây, chiếc.");
        Need(term?.Detail != "đồng" || quantity is null || quantity == decimal.Truncate(quantity.Value), "Số lượng", "Tiền ghi bằng đồng, không có số lẻ.");
        Need(Value.Trim().Length == 0 || (value > 0 && value == decimal.Truncate(value.Value)), "Quy ra đồng", "Hãy ghi số đồng, không có số lẻ; không biết thì để trống.");
        Need(GivenOn.Trim().Length == 0 || day is not null, "Ngày", "Hãy ghi ngày, tháng hoặc năm, ví dụ 20/3/2026, 3/2026 hoặc 2026.");
        Need(book.Unit(Unit) is { IsCommuneLevel: true }, "Xã, phường", "Hãy chọn xã, phường, tên như lúc góp.");
        Need(Typed.Line(Village).Length <= 80 && Typed.Line(Beneficiary).Length <= 300 && Typed.Line(Source).Length <= 300, "Cho việc gì", "Có ô dài quá; hãy rút ngắn.");
        if (problems.Count > 0)
        {
            return (null, new Refusal("amiss", "Chưa ghi được dòng đóng góp: còn chỗ cần sửa.") { Problems = problems });
        }

        var line = new Contribution
        {
            Id = id,
            Kind = Kind,
            What = Typed.Line(What),
            Quantity = quantity!.Value,
            Measure = measure,
            Value = term!.Detail == "đồng" ? null : value,
            Beneficiary = Typed.Line(Beneficiary),
            Unit = Unit,
            Village = Typed.Line(Village),
            Source = Typed.Line(Source),
            RecordedAt = now,
            RecordedBy = actor.Key,
            Version = 1,
        };
        line.GiveOn(day);
        return (line, null);

        void Need(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add(new Problem(field, message));
            }
        }
    }
}
