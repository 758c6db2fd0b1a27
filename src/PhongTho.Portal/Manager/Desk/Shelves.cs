using PhongTho.Cms.Changes;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Desk;

/// <summary>The shelves of the desk in their order: what they are called, and what to do when one is empty.</summary>
public static class Shelves
{
    private static readonly (DeskShelf Shelf, string Key, string Label, string Empty)[] All =
    [
        (DeskShelf.Waiting, "cho-toi", "Chờ bạn", "Không có việc nào chờ bạn. Bạn có thể viết bài mới."),
        (DeskShelf.Mine, "cua-toi", "Bài tôi đang viết", "Bạn chưa viết dở bài nào. Bấm «Viết bài mới» để bắt đầu; bài tự lưu trong khi bạn viết."),
        (DeskShelf.Unit, "don-vi", "Bài của đơn vị tôi", "Đơn vị bạn chưa có bài nào đang viết."),
        (DeskShelf.InReview, "cho-duyet", "Chờ duyệt", "Không có bài nào chờ duyệt."),
        (DeskShelf.ChangesRequested, "can-sua", "Cần sửa lại", "Không có bài nào phải sửa lại."),
        (DeskShelf.Approved, "da-duyet", "Đã duyệt, chờ đăng", "Không có bài nào chờ đăng."),
        (DeskShelf.Scheduled, "hen-gio", "Đã hẹn giờ đăng", "Không có bài nào hẹn giờ."),
        (DeskShelf.Published, "moi-dang", "Mới đăng", "Chưa có bài nào được đăng."),
        (DeskShelf.TakenDown, "da-go", "Đã gỡ, tạm giữ, lưu trữ", "Không có bài nào bị gỡ hay tạm giữ."),
        (DeskShelf.Trash, "thung-rac", "Thùng rác", "Thùng rác trống."),
    ];

    public static string KeyOf(DeskShelf shelf) => All.First(row => row.Shelf == shelf).Key;

    /// <summary>The shelf of a key in an address; null for an unknown one.</summary>
    public static (DeskShelf Shelf, string Label, string Empty)? Find(string key) =>
        All.Where(row => row.Key == key).Select(static row => ((DeskShelf, string, string)?)(row.Shelf, row.Label, row.Empty)).FirstOrDefault();

    /// <summary>Those that mean something to this person.</summary>
    public static IEnumerable<(DeskShelf Shelf, string Label, string Empty)> For(Actor member) => All
        .Where(row => row.Shelf != DeskShelf.Unit || (member.Unit is not null && !member.May(Right.EditAll)))
        .Select(static row => (row.Shelf, row.Label, row.Empty));
}
