using System.ComponentModel.DataAnnotations;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Commendations;

/// <summary>What an officer writes down of a commendation: the sheet of the newsroom and the lines of <c>commendations.yaml</c> alike.</summary>
public record CommendationEntry
{
    /// <summary>Null for a row that is new.</summary>
    [Field("ma", "Mã"), MaxLength(20)]
    public string? Code { get; init; }

    [Field("ho-so", "Hồ sơ gương")]
    public SubjectId? Subject { get; init; }

    [Field("guong", "Gương trên cổng", Help = "Để trống khi người được khen chưa có bài."), ItemType("exemplar")]
    public ItemId? Item { get; init; }

    [Field("ten", "Tên người, hộ hoặc tập thể được khen"), Required, MaxLength(160)]
    public string SubjectName { get; init; } = "";

    [Field("doi-tuong", "Đối tượng"), Term(Taxonomies.SubjectKind), Required]
    public string SubjectKind { get; init; } = "";

    [Field("xa", "Xã, phường, thị trấn"), Term(Taxonomies.Unit)]
    public string? Unit { get; init; }

    [Field("hinh-thuc", "Hình thức, danh hiệu"), Term(Taxonomies.CommendationForm), Required]
    public string Form { get; init; } = "";

    [Field("dip-khen", "Dịp khen"), Term(Taxonomies.Occasion)]
    public string? Occasion { get; init; }

    [Field("thanh-tich", "Thành tích", Help = "Ngắn gọn, bạn đọc sẽ thấy."), MaxLength(400)]
    public string Achievement { get; init; } = "";

    [Field("ma-thanh-tich", "Mã thành tích"), MaxLength(40)]
    public string? AchievementKey { get; init; }

    [Field("ngay-viec", "Ngày của việc làm")]
    public PartialDate? EventOn { get; init; }

    [Field("nhan-ngay", "Ngày nhận đề nghị")]
    public DateOnly? ReceivedOn { get; init; }

    [Field("de-nghi", "Nơi đề nghị"), MaxLength(160)]
    public string? ProposedBy { get; init; }

    [Field("so-quyet-dinh", "Số, ký hiệu quyết định"), MaxLength(60)]
    public string? Decision { get; init; }

    [Field("ngay-quyet-dinh", "Ngày quyết định")]
    public PartialDate? DecidedOn { get; init; }

    [Field("nguoi-ky", "Người ký"), MaxLength(120)]
    public string? Signer { get; init; }

    [Field("chuc-vu", "Chức vụ người ký"), MaxLength(120)]
    public string? SignerPost { get; init; }

    [Field("co-quan", "Cơ quan, người quyết định"), MaxLength(160)]
    public string? Authority { get; init; }

    [Field("don-vi-quyet-dinh", "Đơn vị của người quyết định"), Term(Taxonomies.Issuer)]
    public string? AuthorityUnit { get; init; }

    [Field("cap", "Cấp quyết định")]
    public AuthorityLevel? AuthorityLevel { get; init; }

    [Field("van-ban", "Quyết định trong kho văn bản"), ItemType("document")]
    public ItemId? DecisionItem { get; init; }

    [Field("bai", "Bài đã đăng về việc này"), ItemType("story")]
    public ItemId? Story { get; init; }

    [Field("van-ban-huy", "Quyết định hủy bỏ trong kho văn bản"), ItemType("document")]
    public ItemId? RevokingItem { get; init; }

    [Field("truc-tiep", "Người trực tiếp lao động, sản xuất")]
    public bool? IsDirectWorker { get; init; }

    [Field("tap-the-nho", "Tập thể nhỏ")]
    public bool? IsSmallCollective { get; init; }

    [Field("du-lieu-mau", "Dữ liệu mẫu")]
    public bool IsSample { get; init; }

    /// <summary>What is written down of a row now.</summary>
    public static CommendationEntry Of(Commendation row) => Fill(new CommendationEntry(), row);

    /// <summary>The entry with what is written down of a row.</summary>
    internal static TEntry Fill<TEntry>(TEntry entry, Commendation row)
        where TEntry : CommendationEntry => (TEntry)(entry with
        {
            Code = row.Code,
            Subject = row.SubjectId,
            Item = row.ItemId,
            SubjectName = row.SubjectName,
            SubjectKind = row.SubjectKind,
            Unit = row.Unit,
            Form = row.Form,
            Occasion = row.Occasion,
            Achievement = row.Achievement,
            AchievementKey = row.AchievementKey == row.Code ? null : row.AchievementKey,
            EventOn = row.EventOn,
            ReceivedOn = row.ReceivedOn,
            ProposedBy = Some(row.ProposedBy),
            Decision = Some(row.Decision),
            DecidedOn = row.DecidedOn,
            Signer = Some(row.Signer),
            SignerPost = Some(row.SignerPost),
            Authority = Some(row.Authority),
            AuthorityUnit = row.AuthorityUnit,
            AuthorityLevel = row.AuthorityLevel,
            DecisionItem = row.DecisionItemId,
            Story = row.StoryItemId,
            RevokingItem = row.RevokingItemId,
            IsDirectWorker = row.IsDirectWorker,
            IsSmallCollective = row.IsSmallCollective,
            IsSample = row.IsSample,
        });

    /// <summary>Writes it into a row. The entry must have been checked.</summary>
    internal void CopyTo(Commendation row, CommendationRules rules)
    {
        var decision = DecisionReference.Read(Decision);
        (row.SubjectId, row.ItemId) = (Subject, Item);
        (row.SubjectName, row.SubjectKind, row.Unit) = (SubjectName.Trim(), SubjectKind, Unit);
        (row.Form, row.Occasion) = (Form, Occasion);
        row.Achievement = Achievement.Trim();
        row.AchievementKey = AchievementKey?.Trim() is { Length: > 0 } key ? key : row.Code;
        (row.EventOn, row.ReceivedOn, row.ProposedBy) = (EventOn, ReceivedOn, ProposedBy?.Trim() ?? "");
        (row.DecisionNumber, row.DecisionSymbol, row.DecidedOn) = (decision?.Number ?? "", decision?.Symbol ?? "", DecidedOn);
        (row.Signer, row.SignerPost) = (Signer?.Trim() ?? "", SignerPost?.Trim() ?? "");
        (row.Authority, row.AuthorityUnit, row.AuthorityLevel) = (Authority?.Trim() ?? "", AuthorityUnit, AuthorityLevel);
        (row.DecisionItemId, row.StoryItemId, row.RevokingItemId) = (DecisionItem, Story, RevokingItem);
        (row.IsDirectWorker, row.IsSmallCollective, row.IsSample) = (IsDirectWorker, IsSmallCollective, IsSample);
        row.Regime = DecidedOn is { } day ? rules.RegimeOn(day.FirstDay)?.Id : null;
        row.ListedOn = DecidedOn?.FirstDay ?? ReceivedOn ?? EventOn?.FirstDay ?? DateOnly.FromDateTime(Publishing.SiteTime.Local(row.CreatedAt).DateTime);
    }

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
