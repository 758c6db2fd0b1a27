using PhongTho.Cms.Consents;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Seeding;

/// <summary>
/// Dossiers as one file. Of a real person it says no more than the item that names them says anyway: name, kind, unit, and the collective a head is
/// tied to. Days of birth, consents and evidence never leave the database, except those of samples, which nobody lived.
/// </summary>
internal sealed record SubjectsFile
{
    public const string Name = "subjects.yaml";
    public const string Subject = "subjects";

    [Field("ho-so", "Hồ sơ")]
    public IReadOnlyList<SubjectEntry> Subjects { get; init; } = [];
}

/// <summary>A dossier in its file.</summary>
internal sealed record SubjectEntry
{
    [Field("ma", "Mã")]
    public required string Slug { get; init; }

    [Field("ten", "Tên")]
    public required string Name { get; init; }

    [Field("doi-tuong", "Đối tượng")]
    public required string Kind { get; init; }

    [Field("xa", "Xã, phường, thị trấn")]
    public string? Unit { get; init; }

    [Field("ban", "Bản")]
    public string? Village { get; init; }

    [Field("la-thu-truong", "Là thủ trưởng")]
    public bool IsHeadOfUnit { get; init; }

    [Field("tap-the", "Tập thể gắn với thủ trưởng")]
    public string? Collective { get; init; }

    [Field("luc-luong-vu-trang", "Lực lượng vũ trang")]
    public bool IsArmedForces { get; init; }

    [Field("don-vi-dong-y", "Văn bản đồng ý của đơn vị")]
    public string? Clearance { get; init; }

    [Field("anh-co-tre-em", "Ảnh có trẻ em")]
    public bool ShowsMinors { get; init; }

    [Field("ngay-sinh", "Ngày sinh")]
    public PartialDate? BornOn { get; init; }

    [Field("qua-doi", "Qua đời")]
    public PartialDate? DeceasedOn { get; init; }

    [Field("giai-doan", "Giai đoạn")]
    public SubjectStage Stage { get; init; }

    [Field("du-lieu-mau", "Dữ liệu mẫu")]
    public bool IsSample { get; init; }

    [Field("dong-y", "Sự đồng ý")]
    public IReadOnlyList<ConsentEntry> Consents { get; init; } = [];

    /// <param name="collective">Slug of the collective it is tied to.</param>
    public static SubjectEntry Of(Subject subject, string? collective, IEnumerable<ConsentRecord> consents)
    {
        var isOpen = subject.IsSample || !subject.IsPrivate;
        return new SubjectEntry
        {
            Slug = subject.Slug,
            Name = subject.Name,
            Kind = subject.Kind,
            Unit = subject.Unit,
            Village = isOpen ? subject.Village : null,
            IsHeadOfUnit = subject.IsHeadOfUnit,
            Collective = collective,
            IsArmedForces = subject.IsArmedForces,
            Clearance = isOpen ? subject.Clearance : null,
            ShowsMinors = subject.ShowsMinors,
            BornOn = subject.IsSample ? subject.BornOn : null,
            DeceasedOn = isOpen ? subject.DeceasedOn : null,
            Stage = subject.Stage,
            IsSample = subject.IsSample,
            Consents = subject.IsSample ? [.. consents.Select(ConsentEntry.Of)] : [],
        };
    }

    public void CopyTo(Subject subject, SubjectId? collective, DateTimeOffset now)
    {
        (subject.Kind, subject.Name, subject.PlainName) = (Kind, Name, PlainNames.Fold(Name));
        (subject.Unit, subject.Village) = (Unit, Village);
        (subject.IsHeadOfUnit, subject.CollectiveId) = (IsHeadOfUnit, collective);
        (subject.IsArmedForces, subject.Clearance, subject.ShowsMinors) = (IsArmedForces, Clearance, ShowsMinors);
        (subject.BornOn, subject.DeceasedOn, subject.IsSample) = (BornOn, DeceasedOn, IsSample);
        if (subject.Stage != Stage || subject.StageAt == default)
        {
            (subject.Stage, subject.StageAt) = (Stage, now);
        }
    }
}

/// <summary>A consent of a sample in its file.</summary>
internal sealed record ConsentEntry
{
    [Field("nguoi", "Người đồng ý")]
    public string Person { get; init; } = "";

    [Field("tinh-trang", "Tình trạng")]
    public required ConsentState State { get; init; }

    [Field("muc-dich", "Mục đích")]
    public IReadOnlyList<ConsentPurpose> Purposes { get; init; } = [];

    [Field("thong-tin", "Thông tin")]
    public IReadOnlyList<ConsentField> Fields { get; init; } = [];

    [Field("cach", "Cách đồng ý")]
    public required ConsentMethod Method { get; init; }

    [Field("ban-van", "Bản văn")]
    public string TextVersion { get; init; } = "";

    [Field("nguoi-lay", "Người lấy ý kiến")]
    public string ObtainedBy { get; init; } = "";

    [Field("ngay", "Ngày đồng ý")]
    public DateOnly? GivenOn { get; init; }

    [Field("het-han", "Hết hạn")]
    public DateOnly? ExpiresOn { get; init; }

    [Field("giam-ho", "Người giám hộ, đại diện")]
    public string Guardian { get; init; } = "";

    [Field("tre-dong-y", "Trẻ đồng ý")]
    public bool ChildAssents { get; init; }

    [Field("rut-ngay", "Rút ngày")]
    public DateOnly? WithdrawnOn { get; init; }

    public static ConsentEntry Of(ConsentRecord record) => new()
    {
        Person = record.PersonName,
        State = record.State,
        Purposes = record.Purposes,
        Fields = record.Fields,
        Method = record.Method,
        TextVersion = record.TextVersion,
        ObtainedBy = record.ObtainedBy,
        GivenOn = Day(record.GivenAt),
        ExpiresOn = record.ExpiresOn,
        Guardian = record.Guardian,
        ChildAssents = record.ChildAssents,
        WithdrawnOn = Day(record.WithdrawnAt),
    };

    public ConsentRecord ToRecord(SubjectId subject, Guid id, string by, DateTimeOffset now) => new()
    {
        Id = id,
        SubjectId = subject,
        PersonName = Person,
        State = State,
        StateAt = Start(WithdrawnOn) ?? Start(GivenOn) ?? now,
        Purposes = Purposes,
        Fields = Fields,
        Method = Method,
        TextVersion = TextVersion,
        ObtainedBy = ObtainedBy,
        GivenAt = Start(GivenOn),
        ExpiresOn = ExpiresOn,
        Guardian = Guardian,
        ChildAssents = ChildAssents,
        WithdrawnAt = Start(WithdrawnOn),
        CreatedAt = now,
        CreatedBy = by,
    };

    private static DateOnly? Day(DateTimeOffset? at) => at is { } moment ? DateOnly.FromDateTime(SiteTime.Local(moment).DateTime) : null;

    private static DateTimeOffset? Start(DateOnly? day) => day is { } date ? SiteTime.StartOf(date) : null;
}
