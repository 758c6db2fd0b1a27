using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>What a person typed to register, kept as typed: it comes back whole when something is amiss.</summary>
public sealed record ReplicationEntry
{
    public ReplicatorKind? Kind { get; init; }

    public string Who { get; init; } = "";

    public bool ShowsName { get; init; }

    public string Households { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Village { get; init; } = "";

    public string Started { get; init; } = "";

    public string Plan { get; init; } = "";

    public ReplicatorContact Contact { get; init; } = new("", "");

    public bool Agrees { get; init; }

    public ReplicationEntry Tidy() => this with
    {
        Who = Typed.Line(Who),
        Households = Typed.Line(Households),
        Village = Typed.Line(Village),
        Started = Typed.Line(Started),
        Plan = Typed.Text(Plan),
        Contact = new ReplicatorContact(Typed.Line(Contact.Name), Typed.Line(Contact.Reach)),
    };

    /// <summary>Everything amiss, in the order of the form; empty when it can be taken.</summary>
    /// <param name="isByMember">Members are known; nobody asks how to reach them.</param>
    public IReadOnlyList<EntryProblem> Check(SiteBook book, DateOnly today, bool isByMember)
    {
        var problems = new List<EntryProblem>();
        Need(Kind is not null, "la", "Hãy chọn: một hộ, hay một cơ quan, tổ, nhóm, bản.");
        Need(Who.Length is > 0 and <= Typed.MostOfLine, "ten", "Hãy ghi tên chủ hộ, hoặc tên cơ quan, tổ, nhóm, bản.");
        Need(Households.Length == 0 || CountOfHouseholds is not null, "so-ho", "Số hộ là một số từ 1 đến 5.000; không rõ thì để trống.");
        Need(book.Unit(Unit) is { IsCommuneLevel: true }, "xa", "Hãy chọn xã, phường nơi sẽ làm.");
        Need(Village.Length <= 80, "ban", "Tên bản dài quá; tối đa 80 chữ.");
        Need(Started.Length == 0 || Start(today) is not null, "tu", "Hãy ghi tháng và năm, ví dụ 3/2026; hoặc chỉ ghi năm.");
        Need(Plan.Length <= 2000, "y-dinh", "Phần này dài quá; tối đa 2.000 chữ.");
        if (!isByMember)
        {
            Need(Contact.Name.Length is > 0 and <= Typed.MostOfLine, "ho-ten", "Hãy ghi tên người để cán bộ hỏi lại.");
            Need(Typed.IsReach(Contact.Reach), "lien-he", "Hãy ghi số điện thoại (từ 8 đến 15 chữ số) hoặc thư điện tử để cán bộ hỏi lại.");
            Need(Agrees, "dong-y", "Hãy đánh dấu đồng ý để chúng tôi được phép giữ tên và cách liên hệ của bạn.");
        }

        return problems;

        void Need(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add(new EntryProblem(field, message));
            }
        }
    }

    internal int? CountOfHouseholds => Numbers.Whole(Households) is { } count and >= 1 and <= 5000 ? count : null;

    /// <summary>The day they begin: nothing, a year, or a month as people write it; not before anybody here was born, and not in ten years.</summary>
    internal PartialDate? Start(DateOnly today) => Numbers.Day(Started) is { } day && day.Year >= 1950 && day.Year <= today.Year + 1 ? day : null;
}
