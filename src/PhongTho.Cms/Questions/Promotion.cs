using PhongTho.Cms.Model;

namespace PhongTho.Cms.Questions;

/// <summary>What editors want shown first for certain words, kept as one setting.</summary>
public sealed record SearchSettings
{
    public const string Key = "search";

    [Field("de-cu", "Kết quả tòa soạn chọn")]
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
}

/// <summary>One item first, for whoever asks exactly these words, whatever their marks and case.</summary>
public sealed record Promotion
{
    [Field("loi-tim", "Lời tìm")]
    public required string Words { get; init; }

    [Field("noi-dung", "Nội dung")]
    public required ItemId Item { get; init; }

    /// <summary>The first day it holds; null for at once.</summary>
    [Field("tu-ngay", "Từ ngày")]
    public DateOnly? From { get; init; }

    /// <summary>The last day it holds; null without end.</summary>
    [Field("den-ngay", "Đến hết ngày")]
    public DateOnly? Until { get; init; }

    public bool IsForSame(Promotion other) => PlainWords.Of(Words) == PlainWords.Of(other.Words) && Item == other.Item;

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>Why readers see a promotion, or do not.</summary>
public enum PromotionState
{
    Shown,
    NotYet,
    Over,

    /// <summary>What it leads to is not live.</summary>
    Hidden,
}

/// <summary>A promotion with what it leads to.</summary>
public sealed record PromotedItem(Promotion Promotion, string Title, string Path, PromotionState State);
