using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;

namespace PhongTho.Cms.Media;

/// <summary>
/// Who may do what with a file. Those who write bring files and describe them; what is theirs alone they may also change and take away;
/// the rest is for those who keep the library. The library asks here, and so does every button.
/// </summary>
public static class MediaRules
{
    private const int MostNamed = 5;

    public static Refusal? WhyNotLook(Actor actor) => actor.May(Right.Write) || actor.May(Right.ManageMedia) ? null : NotYours("Bạn chưa được giao việc nào trong thư viện.");

    public static Refusal? WhyNotUpload(Actor actor) => WhyNotLook(actor) is null ? null : NotYours("Bạn không có quyền tải tệp lên thư viện.");

    public static Refusal? WhyNotDescribe(Actor actor) => WhyNotLook(actor) is null ? null : NotYours("Bạn không có quyền viết mô tả cho tệp của thư viện.");

    public static Refusal? WhyNotMove(MediaFile file, Actor actor) =>
        Keeps(actor) || IsOwn(file, actor) ? null : NotYours($"Tệp «{file.Name}» do người khác tải lên. Chỉ biên tập viên đổi được thư mục và tên của tệp này.");

    /// <summary>The bytes as they came, with all a camera writes into them.</summary>
    public static Refusal? WhyNotDownload(MediaFile file, Actor actor) =>
        Keeps(actor) || IsOwn(file, actor) ? null : NotYours("Chỉ biên tập viên hoặc người đã tải lên mới lấy được tệp gốc.");

    /// <param name="uses">Everything that shows it now.</param>
    public static Refusal? WhyNotReplace(MediaFile file, IReadOnlyList<MediaUse> uses, Actor actor) => Keeps(actor) ? null
        : !IsOwn(file, actor) ? NotYours("Tệp này do người khác tải lên. Hãy nhờ biên tập viên thay.")
        : uses.Count > 0 ? NotYours("Tệp đang được dùng. Hãy nhờ biên tập viên thay.")
        : null;

    /// <param name="uses">Everything that shows it now; the reason names it.</param>
    public static Refusal? WhyNotDelete(MediaFile file, IReadOnlyList<MediaUse> uses, Actor actor)
    {
        if (!Keeps(actor) && !IsOwn(file, actor))
        {
            return NotYours("Tệp này do người khác tải lên. Hãy nhờ biên tập viên xóa.");
        }

        if (uses.Count == 0)
        {
            return null;
        }

        var named = string.Join("; ", uses.Take(MostNamed).Select(use => use.NameFor(actor)));
        var more = uses.Count > MostNamed ? $" và {uses.Count - MostNamed} nơi khác" : "";
        return new Refusal("mediaUsed", $"Chưa xóa được vì tệp đang được dùng ở {named}{more}. Hãy gỡ tệp khỏi những nơi đó trước.");
    }

    private static bool Keeps(Actor actor) => actor.May(Right.ManageMedia);

    private static bool IsOwn(MediaFile file, Actor actor) => WhyNotLook(actor) is null && file.UploadedBy == actor.Key;

    private static Refusal NotYours(string message) => new("right", message);
}
