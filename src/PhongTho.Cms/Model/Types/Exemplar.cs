using System.ComponentModel.DataAnnotations;

namespace PhongTho.Cms.Model;

/// <summary>A person, household or collective held up as worth following ("điển hình tiên tiến"), and the story of why.</summary>
[ContentType("exemplar", "Gương điển hình", Plural = "exemplars", Section = "nguoi-tot-viec-tot")]
public sealed record Exemplar : ContentBody
{
    private const string Private = "Đời tư";

    private const string Sensitive = "Thông tin nhạy cảm: chỉ hiện khi người ấy đồng ý riêng điều này.";

    /// <summary>The dossier: criteria, consent and stage of the one it is about live there, and outlast this text.</summary>
    [Field("ho-so", "Hồ sơ gương", Group = "Nhân vật", Help = "Gõ tên, có dấu hay không đều được. Chưa có thì lập ở «Hồ sơ gương».")]
    public SubjectId? Subject { get; init; }

    [Field("ten", "Họ tên, tên hộ hoặc tập thể", Group = "Nhân vật"), Required, MaxLength(160), Searchable(IsName = true)]
    public required string SubjectName { get; init; }

    [Field("doi-tuong", "Đối tượng", Group = "Nhân vật"), Term(Taxonomies.SubjectKind), Required]
    public required string SubjectKind { get; init; }

    /// <summary>Heads of units are tied to an exemplary collective (plan II.1.2b, rule R2).</summary>
    [Field("la-thu-truong", "Là thủ trưởng cơ quan, đơn vị", Group = "Nhân vật", Help = "Thủ trưởng phải gắn với tập thể điển hình.")]
    public bool IsHeadOfUnit { get; init; }

    [Field("tap-the", "Tập thể gắn với gương", Group = "Nhân vật"), ItemType("exemplar")]
    public ItemId? Collective { get; init; }

    [Field("pham-vi", "Phạm vi"), Term(Taxonomies.Scope)]
    public string? Scope { get; init; }

    [Field("linh-vuc", "Lĩnh vực"), Term(Taxonomies.Field)]
    public IReadOnlyList<string> Fields { get; init; } = [];

    [Field("chuyen-muc", "Chuyên mục"), Term(Taxonomies.Column)]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The unit as it was on the day: lists by a later unit include it through succession.</summary>
    [Field("xa", "Xã, phường, thị trấn", Group = "Nhân vật", Help = "Tên đơn vị như ở thời điểm của câu chuyện."), Term(Taxonomies.Unit)]
    public string? Unit { get; init; }

    [Field("ban", "Bản, thôn, tổ dân phố", Group = "Nhân vật"), MaxLength(80), Searchable(IsName = true)]
    public string? Village { get; init; }

    [Field("nam-sinh", "Năm sinh", Group = Private, Help = "Trẻ em dưới 16 tuổi: không hiện."), Range(1900, 2100)]
    public int? BirthYear { get; init; }

    [Field("nghe-nghiep", "Nghề nghiệp, chức vụ", Group = Private), MaxLength(120), Searchable]
    public string? Occupation { get; init; }

    [Field("gia-dinh", "Người trong gia đình", Group = Private, Help = "Ví dụ: vợ và hai con. Không nêu tên trẻ em."), MaxLength(200), Searchable]
    public string? FamilyMembers { get; init; }

    [Field("dan-toc", "Dân tộc", Group = Private, Help = Sensitive), MaxLength(40), Searchable]
    public string? Ethnicity { get; init; }

    [Field("dang-vien", "Là đảng viên", Group = Private, Help = Sensitive)]
    public bool IsPartyMember { get; init; }

    [Field("thu-nhap", "Thu nhập", Group = Private, Help = Sensitive), MaxLength(120), Searchable]
    public string? Income { get; init; }

    [Field("tung-ngheo", "Từng là hộ nghèo", Group = Private, Help = Sensitive), MaxLength(120), Searchable]
    public string? PovertyHistory { get; init; }

    [Field("suc-khoe", "Sức khỏe", Group = Private, Help = Sensitive), MaxLength(200), Searchable]
    public string? Health { get; init; }

    [Field("nam", "Năm", Group = "Phân loại", Help = "Năm của thành tích; để trống thì lấy năm đăng.")]
    public int? Year { get; init; }

    [Field("giai-doan", "Giai đoạn", Help = "Đã chọn hồ sơ gương thì trang lấy bước của hồ sơ; ô này chỉ dùng khi chưa có hồ sơ."), Term(Taxonomies.ExemplarStage)]
    public string? Stage { get; init; }

    [Field("qua-doi", "Qua đời", Group = "Nhân vật", Help = "Chỉ điền khi người được nêu đã mất.")]
    public PartialDate? DeceasedOn { get; init; }

    [Field("tieu-chi", "Tiêu chí")]
    public IReadOnlyList<CriterionAssessment> Criteria { get; init; } = [];

    [Field("so-lieu", "Số liệu chính")]
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    [Field("moc-thoi-gian", "Mốc thời gian")]
    public IReadOnlyList<Milestone> Timeline { get; init; } = [];

    [Field("phong-trao", "Phong trào"), ItemType("movement")]
    public IReadOnlyList<ItemId> Movements { get; init; } = [];

    public override int? OwnYear => Year;

    public override bool NamesPrivatePerson => SubjectKind != "tap-the";

    public override string? ListSubject => SubjectName;

    /// <summary>All pictures count as theirs: whoever is held up as worth following is whom readers look for in them.</summary>
    public override IReadOnlyList<ConsentField> ShowsOf(SubjectId subject) =>
    [
        ConsentField.Name,
        .. BodyReading.Pictures(this).Count > 0 ? [ConsentField.Image] : Array.Empty<ConsentField>(),
        .. BodyReading.HasSound(this) ? [ConsentField.Voice] : Array.Empty<ConsentField>(),
        .. Told.Where(static told => told.IsTold).Select(static told => told.Field),
    ];

    public override IReadOnlyList<ConsentField> Spares => [.. Told.Select(static told => told.Field)];

    public override ContentBody Without(IReadOnlyCollection<ConsentField> fields)
    {
        var less = this with
        {
            Village = Unless(ConsentField.VillageLevelAddress, Village),
            BirthYear = fields.Contains(ConsentField.BirthYear) ? null : BirthYear,
            Occupation = Unless(ConsentField.Occupation, Occupation),
            FamilyMembers = Unless(ConsentField.FamilyMembers, FamilyMembers),
            Ethnicity = Unless(ConsentField.Ethnicity, Ethnicity),
            IsPartyMember = IsPartyMember && !fields.Contains(ConsentField.PartyMembership),
            Income = Unless(ConsentField.Income, Income),
            PovertyHistory = Unless(ConsentField.PovertyHistory, PovertyHistory),
            Health = Unless(ConsentField.Health, Health),
        };
        return less == this ? this : less;

        string? Unless(ConsentField field, string? text) => fields.Contains(field) ? null : text;
    }

    public override IReadOnlyList<ListFact> ListFacts => Village is { Length: > 0 } village ? [new("Bản", village)] : [];

    private IEnumerable<(ConsentField Field, bool IsTold)> Told =>
    [
        (ConsentField.VillageLevelAddress, Village is { Length: > 0 }),
        (ConsentField.BirthYear, BirthYear is not null),
        (ConsentField.Occupation, Occupation is { Length: > 0 }),
        (ConsentField.FamilyMembers, FamilyMembers is { Length: > 0 }),
        (ConsentField.Ethnicity, Ethnicity is { Length: > 0 }),
        (ConsentField.PartyMembership, IsPartyMember),
        (ConsentField.Income, Income is { Length: > 0 }),
        (ConsentField.PovertyHistory, PovertyHistory is { Length: > 0 }),
        (ConsentField.Health, Health is { Length: > 0 }),
    ];
}

/// <summary>One criterion of the plan held against this subject. The plan never says "all" or "any": nothing is computed from these.</summary>
public sealed record CriterionAssessment
{
    [Field("ma", "Tiêu chí"), Term(Taxonomies.Criterion)]
    public required string Criterion { get; init; }

    [Field("ket-qua", "Kết quả")]
    public required CriterionResult Result { get; init; }

    [Field("minh-chung", "Minh chứng", IsLong = true), Searchable]
    public string? Evidence { get; init; }
}

public enum CriterionResult
{
    [Choice("Đạt")]
    Met,

    [Choice("Chưa đạt")]
    NotMet,

    [Choice("Không áp dụng")]
    NotApplicable,
}

public sealed record Milestone
{
    [Field("ngay", "Thời điểm")]
    public required PartialDate On { get; init; }

    [Field("viec", "Việc", IsLong = true), Searchable]
    public required string Text { get; init; }
}
