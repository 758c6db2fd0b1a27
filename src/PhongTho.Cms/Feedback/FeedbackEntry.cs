using PhongTho.Cms.Intake;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Feedback;

/// <summary>What a person typed into one of the forms, kept as typed: it comes back whole when something is amiss.</summary>
public sealed record FeedbackEntry
{
    /// <summary>Null while nothing is chosen.</summary>
    public FeedbackKind? Kind { get; init; }

    /// <summary>Address or title of what it is about.</summary>
    public string About { get; init; } = "";

    /// <summary>Slug of a unit of any day.</summary>
    public string Unit { get; init; } = "";

    public string Text { get; init; } = "";

    public FeedbackContact Contact { get; init; } = new("", "", "");

    /// <summary>Agrees that the contact is kept and used to ask back.</summary>
    public bool Agrees { get; init; }

    public bool HasContact => Contact.Name.Length > 0 || Contact.Reach.Length > 0;

    internal FeedbackEntry Tidy() => this with
    {
        About = Typed.Line(About),
        Text = Typed.Text(Text),
        Contact = new FeedbackContact(Typed.Line(Contact.Name), Typed.Line(Contact.Reach), Typed.Line(Contact.Relation)),
    };
}

/// <summary>Says in plain words what a letter still lacks. A contact is demanded only where we must know whose right it is.</summary>
public static class FeedbackChecks
{
    private const int Long = 6000;

    /// <summary>Everything amiss, in the order of the form; empty when it can be taken.</summary>
    /// <param name="kinds">What the form offers.</param>
    public static IReadOnlyList<EntryProblem> Check(FeedbackEntry entry, IReadOnlyList<FeedbackKind> kinds, SiteBook book)
    {
        var problems = new List<EntryProblem>();
        var isRemoval = entry.Kind == FeedbackKind.Removal;
        Need(entry.Kind is { } kind && kinds.Contains(kind), "loai", "Hãy chọn bạn muốn nói điều gì.");
        Need(entry.Kind is not (FeedbackKind.Correction or FeedbackKind.Removal) || entry.About.Length > 0, "bai", "Hãy ghi tên bài hoặc dán địa chỉ trang.");
        Need(entry.About.Length <= 400, "bai", "Tên bài, địa chỉ dài quá; tối đa 400 chữ.");
        Need(entry.Unit.Length == 0 || entry.Unit == UnitChoices.Unknown || book.Unit(entry.Unit) is { IsCommuneLevel: true }, "xa", "Hãy chọn xã, phường trong danh sách, hoặc để trống.");
        Need(entry.Text.Length >= 10, "loi-viet", isRemoval ? "Hãy ghi bạn muốn gỡ điều gì: cả bài, ảnh, tên, hay một chi tiết." : "Hãy nói rõ hơn một chút, một câu là được.");
        Need(entry.Text.Length <= Long, "loi-viet", $"Lời viết dài quá ({entry.Text.Length} chữ); hãy rút còn {Long} chữ.");
        Need(!isRemoval || entry.Contact.Name.Length > 0, "ho-ten", "Hãy ghi tên bạn, để chúng tôi biết đúng là người trong cuộc.");
        Need(entry.Contact.Name.Length <= Typed.MostOfLine, "ho-ten", $"Tên dài quá; tối đa {Typed.MostOfLine} chữ.");
        Need(!isRemoval || entry.Contact.Reach.Length > 0, "lien-he", "Hãy ghi số điện thoại hoặc thư điện tử, để chúng tôi xác nhận với bạn trước khi gỡ.");
        Need(entry.Contact.Reach.Length == 0 || Typed.IsReach(entry.Contact.Reach), "lien-he", "Số điện thoại cần từ 8 đến 15 chữ số; thư điện tử có dạng ten@noi-gui.vn.");
        Need(entry.Contact.Relation.Length <= Typed.MostOfLine, "quan-he", $"Phần này dài quá; tối đa {Typed.MostOfLine} chữ.");
        Need(!entry.HasContact || entry.Agrees, "dong-y", "Hãy đánh dấu đồng ý để chúng tôi được phép giữ tên và cách liên hệ, hoặc bỏ trống hai ô ấy.");
        return problems;

        void Need(bool isRight, string field, string message)
        {
            if (!isRight && !problems.Exists(problem => problem.Field == field))
            {
                problems.Add(new EntryProblem(field, message));
            }
        }
    }
}
