using System.ComponentModel.DataAnnotations;

namespace PhongTho.Cms.Model;

/// <summary>News and features of the newsroom: tin, bài, phóng sự, phỏng vấn, ảnh, video.</summary>
[ContentType("story", "Tin, bài", Plural = "stories", Section = "tin-tuc")]
public sealed record Story : ContentBody
{
    [Field("the-loai", "Thể loại"), Term(Taxonomies.Genre), Required]
    public string Genre { get; init; } = "tin";

    [Field("chuyen-muc", "Chuyên mục"), Term(Taxonomies.Column)]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [Field("linh-vuc", "Lĩnh vực"), Term(Taxonomies.Field)]
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The unit as it was on the day: lists by a later unit include it through succession.</summary>
    [Field("xa", "Địa phương"), Term(Taxonomies.Unit)]
    public string? Unit { get; init; }

    [Field("tac-gia", "Tác giả", Help = "Tên hoặc bút danh sẽ in dưới bài."), Searchable(IsName = true)]
    public IReadOnlyList<string> Authors { get; init; } = [];

    [Field("nguon", "Nguồn", Help = "Báo, đài hoặc cơ quan đã đăng trước, nếu có."), MaxLength(200), Searchable]
    public string? Source { get; init; }

    [Field("guong", "Gương được nhắc tới"), ItemType("exemplar")]
    public IReadOnlyList<ItemId> About { get; init; } = [];

    /// <summary>Dossiers of the people it names, whether or not they have a page of their own.</summary>
    [Field("ho-so", "Hồ sơ những người được nêu tên", Help = "Người dân được nêu tên cần có hồ sơ và sự đồng ý đang có hiệu lực.")]
    public IReadOnlyList<SubjectId> Subjects { get; init; } = [];

    [Field("phong-trao", "Phong trào"), ItemType("movement")]
    public IReadOnlyList<ItemId> Movements { get; init; } = [];

    /// <summary>Ticked when the text names a private person who has no page of their own to point at.</summary>
    [Field("neu-ten-nguoi-dan", "Có nêu tên người dân", Help = "Bài nêu tên người dân cần hai người: một người viết, một người khác duyệt.")]
    public bool NamesPerson { get; init; }

    /// <summary>Pictures of public events may be shown when nobody's honour suffers; any other picture counts as showing those who are named.</summary>
    [Field("anh-chung", "Ảnh, tiếng chỉ là sinh hoạt công cộng", Help = "Đánh dấu khi ảnh, tiếng trong bài chụp, ghi ở nơi đông người và không nhằm vào người được nêu tên.")]
    public bool ShowsPublicScenes { get; init; }

    public override bool NamesPrivatePerson => NamesPerson;

    public override IReadOnlyList<ItemId> TellsOf => About;

    public override IReadOnlyList<ConsentField> ShowsOf(SubjectId subject) =>
    [
        ConsentField.Name,
        .. !ShowsPublicScenes && BodyReading.Pictures(this).Count > 0 ? [ConsentField.Image] : Array.Empty<ConsentField>(),
        .. !ShowsPublicScenes && BodyReading.HasSound(this) ? [ConsentField.Voice] : Array.Empty<ConsentField>(),
    ];
}
