using PhongTho.Cms.Intake;

namespace PhongTho.Cms.Replications;

/// <summary>A result as it was typed.</summary>
public sealed record ResultEntry
{
    public string Result { get; init; } = "";

    public string Value { get; init; } = "";

    public string Measure { get; init; } = "";

    public ResultEntry Tidy() => new() { Result = Typed.Text(Result), Value = Typed.Line(Value), Measure = Typed.Line(Measure) };

    /// <summary>Everything amiss, in the order of the form; empty when it can be taken.</summary>
    public IReadOnlyList<EntryProblem> Check() =>
    [
        .. Result.Length is < 5 or > 2000 ? [new EntryProblem("ket-qua", Result.Length < 5 ? "Hãy kể kết quả, một hai câu là được." : "Phần kể dài quá; tối đa 2.000 chữ.")] : Array.Empty<EntryProblem>(),
        .. Value.Length > 0 && Numbers.Quantity(Value) is not >= 0 ? [new EntryProblem("gia-tri", "Hãy ghi một con số, ví dụ 0,4 hoặc 1.200; không có thì để trống.")] : Array.Empty<EntryProblem>(),
        .. Value.Length > 0 && Measure.Length is 0 or > 40 ? [new EntryProblem("don-vi", "Con số ấy là bao nhiêu gì? Ví dụ: ha, con, kg, triệu đồng.")] : Array.Empty<EntryProblem>(),
    ];
}
