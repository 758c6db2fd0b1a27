using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PhongTho.Cms.Model;

/// <summary>A guiding, directing or managing document of the library. Number and day may be unknown, as in the plan of March 2023 itself.</summary>
[ContentType("document", "Văn bản", Plural = "documents", Section = "van-ban")]
public sealed record GuidanceDocument : ContentBody
{
    [Field("loai-van-ban", "Loại văn bản", Group = "Văn bản"), Term(Taxonomies.DocumentKind), Required]
    public required string Kind { get; init; }

    [Field("so", "Số", Group = "Văn bản", Help = "Để trống khi văn bản không ghi số."), MaxLength(20), Searchable(IsName = true)]
    public string? Number { get; init; }

    [Field("ky-hieu", "Ký hiệu", Group = "Văn bản"), MaxLength(40), Searchable(IsName = true)]
    public string? Symbol { get; init; }

    [Field("co-quan", "Cơ quan ban hành", Group = "Văn bản"), Term(Taxonomies.Issuer)]
    public string? Issuer { get; init; }

    [Field("ngay-ban-hanh", "Ngày ban hành", Group = "Văn bản")]
    public PartialDate? IssuedOn { get; init; }

    [Field("hieu-luc-tu", "Có hiệu lực từ", Group = "Văn bản")]
    public PartialDate? EffectiveOn { get; init; }

    [Field("hieu-luc", "Tình trạng hiệu lực", Group = "Văn bản"), Term(Taxonomies.Validity)]
    public string? Validity { get; init; }

    [Field("nguoi-ky", "Người ký", Group = "Văn bản"), Searchable(IsName = true)]
    public string? Signer { get; init; }

    [Field("chuc-vu", "Chức vụ người ký", Group = "Văn bản")]
    public string? SignerPost { get; init; }

    /// <summary>Trích yếu: what the document says it is about.</summary>
    [Field("trich-yeu", "Trích yếu", Group = "Văn bản", IsLong = true), Searchable]
    public string? Abstract { get; init; }

    [Field("thay-the", "Thay thế văn bản", Group = "Văn bản", Help = "Những văn bản trong thư viện mà văn bản này thay thế; trang của chúng sẽ tự nói rõ."), ItemType("document", Answer = "Được thay thế bởi")]
    public IReadOnlyList<ItemId> Replaces { get; init; } = [];

    [Field("sua-doi", "Sửa đổi, bổ sung văn bản", Group = "Văn bản"), ItemType("document", Answer = "Được sửa đổi, bổ sung bởi")]
    public IReadOnlyList<ItemId> Amends { get; init; } = [];

    [Field("can-cu", "Căn cứ")]
    public IReadOnlyList<LegalBasis> BasedOn { get; init; } = [];

    [Field("noi-nhan", "Nơi nhận", Group = "Văn bản"), Searchable]
    public IReadOnlyList<string> Recipients { get; init; } = [];

    [Field("tep", "Tệp văn bản")]
    public IReadOnlyList<DocumentFile> Files { get; init; } = [];

    /// <summary>Dossiers of the people it names: whoever takes consent back is not found in a decision either.</summary>
    [Field("ho-so", "Hồ sơ những người được nêu tên", Help = "Chỉ khi văn bản nêu tên người dân, như quyết định khen thưởng một người.")]
    public IReadOnlyList<SubjectId> Subjects { get; init; } = [];

    public override int? OwnYear => IssuedOn?.Year;

    public override DateOnly? ListedOn => IssuedOn?.FirstDay;

    public override PaperNumber? PaperNumber =>
        Number is { Length: > 0 } number && IssuedOn is { } day ? PaperNumber.Of(number, Symbol, day.Year, Issuer) : null;

    /// <summary>Number and symbol as papers print them: <c>109/KH-UBND</c>; with the number blank, <c>…/KH-UBND</c>.</summary>
    [JsonIgnore]
    public string? NumberAndSymbol => Symbol is { Length: > 0 } symbol ? $"{Number ?? "…"}/{symbol}" : Number;

    public override IReadOnlyList<ListFact> ListFacts =>
    [
        .. NumberAndSymbol is { } number ? [new ListFact("Số, ký hiệu", number)] : Array.Empty<ListFact>(),
        .. IssuedOn is { } day ? [new ListFact("Ban hành", day.ToVietnamese())] : Array.Empty<ListFact>(),
    ];
}

/// <summary>What a document rests on: its text, and the document itself when it is in the library.</summary>
public sealed record LegalBasis
{
    [Field("noi-dung", "Nội dung", IsLong = true), Searchable]
    public required string Text { get; init; }

    [Field("van-ban", "Văn bản trong thư viện"), ItemType("document", Answer = "Là căn cứ của")]
    public ItemId? Document { get; init; }
}

public sealed record DocumentFile
{
    [Field("tep", "Tệp")]
    public required MediaId Media { get; init; }

    [Field("ten", "Tên hiển thị"), Searchable]
    public required string Label { get; init; }
}
