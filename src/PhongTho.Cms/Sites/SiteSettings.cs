using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>Who the site is: names, owners in time, what leads the home page.</summary>
public sealed record SiteSettings
{
    public const string Key = "site";

    [Field("ten", "Tên trang")]
    public required string Name { get; init; }

    [Field("khau-hieu", "Khẩu hiệu")]
    public string Tagline { get; init; } = "";

    [Field("mo-ta", "Mô tả")]
    public string Description { get; init; } = "";

    [Field("don-vi-chu-quan", "Đơn vị chủ quản")]
    public IReadOnlyList<SiteOwner> Owners { get; init; } = [];

    [Field("ghi-nguon", "Ghi nguồn")]
    public string? SourceNote { get; init; }

    [Field("anh-chia-se", "Ảnh khi chia sẻ")]
    public MediaId? ShareImage { get; init; }

    [Field("tin-chinh", "Bài chính ở trang chủ")]
    public IReadOnlyList<ItemId> Lead { get; init; } = [];
}

/// <summary>The body that answers for the site during a period: authorities change, so ownership is dated.</summary>
public sealed record SiteOwner
{
    [Field("ten", "Tên")]
    public required string Name { get; init; }

    [Field("tu", "Từ ngày")]
    public DateOnly? From { get; init; }

    [Field("den", "Đến ngày")]
    public DateOnly? To { get; init; }

    [Field("chiu-trach-nhiem", "Chịu trách nhiệm nội dung")]
    public string? Responsible { get; init; }

    [Field("dia-chi", "Địa chỉ")]
    public string? Address { get; init; }

    [Field("dien-thoai", "Điện thoại")]
    public string? Phone { get; init; }

    [Field("thu-dien-tu", "Thư điện tử")]
    public string? Email { get; init; }

    [Field("giay-phep", "Giấy phép")]
    public string? License { get; init; }
}

/// <summary>The menus of the site.</summary>
public sealed record Menus
{
    public const string Key = "menus";

    [Field("chinh", "Menu chính")]
    public IReadOnlyList<MenuEntry> Main { get; init; } = [];

    [Field("chan", "Menu chân trang")]
    public IReadOnlyList<MenuEntry> Footer { get; init; } = [];
}

public sealed record MenuEntry
{
    [Field("ten", "Tên")]
    public required string Label { get; init; }

    /// <summary>Address in the site, with its first slash. An entry that points to an item is shown only while that item is live.</summary>
    [Field("duong-dan", "Đường dẫn")]
    public string Path { get; init; } = "";

    [Field("con", "Mục con")]
    public IReadOnlyList<MenuEntry> Children { get; init; } = [];
}

/// <summary>The sections of the site: lists of one or more types under an address of their own.</summary>
public sealed record Sections
{
    public const string Key = "sections";

    [Field("chuyen-trang", "Chuyên trang")]
    public IReadOnlyList<Section> All { get; init; } = [];
}

public sealed record Section
{
    /// <summary>Address without slashes at the ends.</summary>
    [Field("duong-dan", "Đường dẫn")]
    public required string Path { get; init; }

    [Field("ten", "Tên")]
    public required string Name { get; init; }

    [Field("gioi-thieu", "Lời giới thiệu")]
    public string Introduction { get; init; } = "";

    [Field("loai", "Loại nội dung")]
    public required IReadOnlyList<string> Types { get; init; }

    [Field("bo-loc", "Bộ lọc")]
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Taxonomy → accepted slugs; <c>*</c> accepts any term of it.</summary>
    [Field("dieu-kien", "Điều kiện")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How the list is drawn: <c>the</c>, <c>danh-sach</c>, <c>van-ban</c>, <c>so-khen</c>.</summary>
    [Field("kieu", "Kiểu trình bày")]
    public string Layout { get; init; } = "danh-sach";
}
