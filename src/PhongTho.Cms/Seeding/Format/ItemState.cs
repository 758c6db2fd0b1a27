using System.Text.Json.Serialization;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>What a file says about its item beside the content itself; these keys lead the front matter.</summary>
public sealed record ItemState
{
    [Field("trang-thai", "Trạng thái")]
    public required FileStanding Standing { get; init; }

    /// <summary>The date readers see.</summary>
    [Field("dang-luc", "Đăng lúc")]
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the draft goes live by itself.</summary>
    [Field("hen-dang", "Hẹn đăng")]
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>When the live content leaves by itself.</summary>
    [Field("het-han", "Hết hạn")]
    public DateTimeOffset? ExpireAt { get; init; }

    /// <summary>Said to readers in place of content that is held or retracted.</summary>
    [Field("ghi-chu", "Ghi chú cho người đọc")]
    public string? StandingNote { get; init; }

    /// <summary>Where readers of archived, withdrawn or retracted content are led instead.</summary>
    [Field("chuyen-den", "Chuyển đến")]
    public string? ForwardTo { get; init; }

    /// <summary>Id in the system it was imported from.</summary>
    [Field("ma-ngoai", "Mã ở hệ thống khác")]
    public string? ExternalId { get; init; }

    /// <summary>Addresses that lead here because the item once stood there.</summary>
    [Field("dia-chi-cu", "Địa chỉ cũ")]
    public IReadOnlyList<string> OldAddresses { get; init; } = [];
}

/// <summary>Where the item of a file stands.</summary>
public enum FileStanding
{
    [JsonStringEnumMemberName("xuat-ban")]
    Live,

    [JsonStringEnumMemberName("nhap")]
    Draft,

    [JsonStringEnumMemberName("tam-giu")]
    OnHold,

    [JsonStringEnumMemberName("xuat-ban-luu-tru")]
    Archived,

    [JsonStringEnumMemberName("da-rut")]
    Withdrawn,

    [JsonStringEnumMemberName("thu-hoi")]
    Retracted,

    /// <summary>Was live and was taken back to the desk.</summary>
    [JsonStringEnumMemberName("luu-tru")]
    Unpublished,
}
