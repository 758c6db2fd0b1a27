using PhongTho.Cms.Model;

namespace PhongTho.Cms.Consents;

/// <summary>
/// What one person agreed to: which data, for which purposes, how it was said and where the proof lies. Silence is not consent, and each sensitive
/// field has its own tick. Ended ones stay, so that it can be proved when what was allowed.
/// </summary>
public sealed class ConsentRecord
{
    public required Guid Id { get; init; }

    public required SubjectId SubjectId { get; init; }

    /// <summary>Who agreed, where the subject is several people or speaks through its family; empty for the subject itself.</summary>
    public string PersonName { get; set; } = "";

    public ConsentState State { get; set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StateAt { get; set; }

    public IReadOnlyList<ConsentPurpose> Purposes { get; set; } = [];

    public IReadOnlyList<ConsentField> Fields { get; set; } = [];

    public ConsentMethod Method { get; set; }

    /// <summary>Version of the text that was read out or signed.</summary>
    public string TextVersion { get; set; } = "";

    /// <summary>Who asked, as colleagues know them.</summary>
    public string ObtainedBy { get; set; } = "";

    public DateTimeOffset? GivenAt { get; set; }

    /// <summary>The last day it holds; null without end.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>Who agreed for a child, or for somebody who died: name and relation.</summary>
    public string Guardian { get; set; } = "";

    /// <summary>The child was asked and agreed (from seven years on).</summary>
    public bool ChildAssents { get; set; }

    /// <summary>When the keepers were told that it ends soon.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string Note { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int Version { get; set; }

    /// <summary>True when it holds at that moment, whether or not the clock job has come round since it ended.</summary>
    public bool IsInForceOn(DateOnly day) => State == ConsentState.Given && (ExpiresOn is null || day <= ExpiresOn);
}

/// <summary>Where a consent stands.</summary>
public enum ConsentState
{
    [Choice("Đang xin")]
    Requested,

    [Choice("Đã đồng ý")]
    Given,

    [Choice("Đã hết hạn")]
    Expired,

    [Choice("Đã rút lại")]
    Withdrawn,

    [Choice("Đã thay bằng bản mới")]
    Superseded,
}

/// <summary>What it may be used for; one by one.</summary>
public enum ConsentPurpose
{
    [Choice("Đăng trên Cổng")]
    Portal,

    [Choice("Bản tin RSS, API, trang nhúng")]
    Feed,

    [Choice("Mạng xã hội")]
    Social,

    [Choice("Đài, loa truyền thanh")]
    Radio,

    [Choice("In ấn")]
    Print,

    [Choice("Lưu trữ")]
    Archive,
}

/// <summary>How it was said.</summary>
public enum ConsentMethod
{
    [Choice("Bản giấy đã ký, quét hoặc chụp lại")]
    Scan,

    [Choice("Mẫu điền trên máy")]
    Form,

    [Choice("Tin nhắn SMS")]
    Sms,

    [Choice("Ghi âm lời nói")]
    VoiceRecording,
}
