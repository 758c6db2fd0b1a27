using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Nominations;

/// <summary>Says in plain words what a nomination still lacks. What is not needed to find and ask the person is never demanded.</summary>
public static class NominationChecks
{
    private const int Long = 6000;

    /// <summary>Everything amiss, in the order of the form; empty when it can be taken.</summary>
    public static IReadOnlyList<EntryProblem> Check(NominationEntry entry, SiteBook book, bool isByMember)
    {
        var problems = new List<EntryProblem>();
        CheckSubject(entry, book, problems);
        CheckTelling(entry, book, problems);
        if (!isByMember)
        {
            CheckNominator(entry, problems);
        }

        return problems;
    }

    private static void CheckSubject(NominationEntry entry, SiteBook book, List<EntryProblem> problems)
    {
        Need(book.Term(Taxonomies.SubjectKind, entry.Kind) is not null, "loai", "Hãy chọn bạn muốn giới thiệu ai: một hộ, một người hay một tập thể.");
        Need(entry.Name.Length > 0, "ten", "Hãy ghi tên người, hộ hoặc tập thể bạn muốn giới thiệu.");
        Need(entry.Name.Length <= Typed.MostOfLine, "ten", $"Tên dài quá; chỉ ghi tên, tối đa {Typed.MostOfLine} chữ.");
        Need(entry.Unit == UnitChoices.Unknown || book.Unit(entry.Unit) is { IsCommuneLevel: true }, "xa", "Hãy chọn xã, phường; nếu không nhớ thì chọn «Tôi không rõ».");
        Need(entry.Unit != UnitChoices.Unknown || entry.Village.Length > 0, "ban", "Bạn không rõ xã, vậy hãy ghi tên bản hoặc chỗ ở, chỗ làm để cán bộ tìm được.");
        Need(entry.Village.Length <= 80, "ban", "Tên bản dài quá; tối đa 80 chữ.");

        void Need(bool isRight, string field, string message) => NominationChecks.Need(problems, isRight, field, message);
    }

    private static void CheckTelling(NominationEntry entry, SiteBook book, List<EntryProblem> problems)
    {
        Need(entry.Deed.Length >= 20, "viec", "Hãy kể việc tốt họ đã làm, vài câu là được.");
        Need(entry.Deed.Length <= Long, "viec", $"Phần kể dài quá ({entry.Deed.Length} chữ); hãy rút còn {Long} chữ.");
        Need(entry.When.Length <= Typed.MostOfLine, "khi-nao", $"Phần thời gian dài quá; tối đa {Typed.MostOfLine} chữ.");
        Need(entry.Result.Length <= 1000, "ket-qua", "Phần kết quả dài quá; tối đa 1.000 chữ.");
        Need(entry.Fields.Count <= NominationEntry.MostFields, "linh-vuc", $"Chỉ chọn tối đa {NominationEntry.MostFields} lĩnh vực; bạn đang chọn {entry.Fields.Count}.");
        Need(entry.Fields.All(slug => book.Term(Taxonomies.Field, slug) is not null), "linh-vuc", "Có lĩnh vực không còn trong danh mục; hãy chọn lại.");
        Need(entry.Source.Length <= 1000, "biet-tu", "Phần «vì sao bạn biết» dài quá; tối đa 1.000 chữ.");
        Need(entry.IsSubjectAware is not null, "da-biet", "Hãy cho biết người được giới thiệu đã biết việc này chưa.");

        void Need(bool isRight, string field, string message) => NominationChecks.Need(problems, isRight, field, message);
    }

    private static void CheckNominator(NominationEntry entry, List<EntryProblem> problems)
    {
        var contact = entry.Contact ?? new NominatorContact("", "", "");
        Need(problems, contact.Name.Length is > 0 and <= Typed.MostOfLine, "ho-ten", "Hãy ghi tên bạn để chúng tôi biết hỏi ai.");
        Need(problems, Typed.IsReach(contact.Reach), "lien-he", "Hãy ghi số điện thoại (từ 8 đến 15 chữ số) hoặc thư điện tử để chúng tôi hỏi lại bạn.");
        Need(problems, contact.Relation.Length <= Typed.MostOfLine, "quan-he", $"Phần quan hệ dài quá; tối đa {Typed.MostOfLine} chữ.");
        Need(problems, entry.Agrees, "dong-y", "Hãy đánh dấu đồng ý để chúng tôi được phép giữ tên và cách liên hệ của bạn.");
    }

    private static void Need(List<EntryProblem> problems, bool isRight, string field, string message)
    {
        if (!isRight)
        {
            problems.Add(new EntryProblem(field, message));
        }
    }
}
