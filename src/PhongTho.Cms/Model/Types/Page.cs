namespace PhongTho.Cms.Model;

/// <summary>An editorial page of the site's tree: about, contacts, policies, guidance.</summary>
[ContentType("page", "Trang", Plural = "pages", IsTree = true)]
public sealed record Page : ContentBody
{
    /// <summary>Shorter title for menus and trails; the title when empty.</summary>
    [Field("ten-ngan", "Tên trong menu", Group = "Trang", Help = "Để trống thì dùng tiêu đề.")]
    public string? MenuTitle { get; init; }

    /// <summary>Place among its brothers, small first.</summary>
    [Field("thu-tu", "Thứ tự", Group = "Trang", Help = "Số nhỏ đứng trước.")]
    public int Order { get; init; }

    /// <summary>Language of the text when it is not Vietnamese (BCP 47).</summary>
    [Field("ngon-ngu", "Ngôn ngữ", Group = "Trang", Help = "Chỉ điền khi không phải tiếng Việt, ví dụ en.")]
    public string? Language { get; init; }

    public override string TextLanguage => Language ?? "vi";

    public override (string Name, int Order) TreePlace => (MenuTitle ?? Title, Order);

    public override ContentBody AtPlace(int order) => this with { Order = order };
}
