using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PhongTho.Cms.Model;

/// <summary>
/// What an editor writes: one immutable record a type. Stored as JSON in a revision; everything a query asks for
/// (terms, links, search words, list columns) is drawn from it when it goes live.
/// </summary>
public abstract record ContentBody
{
    [Field("tieu-de", "Tiêu đề", Help = "Đứng đầu bài, trong danh sách và khi chia sẻ."), Required, MaxLength(200)]
    public required string Title { get; init; }

    /// <summary>Standfirst: one or two sentences that stand in lists, feeds and shares.</summary>
    [Field("tom-tat", "Tóm tắt", IsLong = true, Help = "Một hai câu, đứng dưới tiêu đề và trong kết quả tìm kiếm."), MaxLength(1000)]
    public string Summary { get; init; } = "";

    [Field("anh", "Ảnh chính")]
    public Picture? Picture { get; init; }

    [Field("the", "Từ khóa", Help = "Những từ bạn đọc sẽ tìm."), Term(Taxonomies.Tag), Searchable(IsName = true)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Fictional: shown with a badge that says so.</summary>
    [Field("du-lieu-mau", "Dữ liệu mẫu", Help = "Chuyện hư cấu để làm mẫu; trang sẽ nói rõ với bạn đọc.")]
    public bool IsSample { get; init; }

    /// <summary>Corrections are told to readers, newest last; a corrected figure is never changed in silence.</summary>
    [Field("dinh-chinh", "Đính chính", Help = "Hiện công khai cuối bài, mới nhất đứng sau.")]
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The running content; in files it follows the front matter.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>The year lists are filtered by, when the content has one of its own (else the year of publication).</summary>
    [JsonIgnore]
    public virtual int? OwnYear => null;

    /// <summary>The day lists are ordered by, when the content has one of its own (else the time of publication).</summary>
    [JsonIgnore]
    public virtual DateOnly? ListedOn => null;

    /// <summary>Whom or what it is about, when lists say so.</summary>
    [JsonIgnore]
    public virtual string? ListSubject => null;

    /// <summary>True when a private person can be known from it: then whoever wrote it does not also decide on it (rule R8).</summary>
    [JsonIgnore]
    public virtual bool NamesPrivatePerson => false;

    /// <summary>The number it was given as a paper, when that is known well enough to be compared (rule R9).</summary>
    [JsonIgnore]
    public virtual PaperNumber? PaperNumber => null;

    /// <summary>Items it tells of, whose people it therefore names.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<ItemId> TellsOf => [];

    /// <summary>What it shows of somebody it names (rule R1); at least the name.</summary>
    public virtual IReadOnlyList<ConsentField> ShowsOf(SubjectId subject) => [ConsentField.Name];

    /// <summary>Fields it can do without: not agreed to, they are left out of what is published, and do not keep the rest back.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<ConsentField> Spares => [];

    /// <summary>The same without these fields, as far as they are among the spare ones; itself when there is nothing to leave out.</summary>
    public virtual ContentBody Without(IReadOnlyCollection<ConsentField> fields) => this;

    /// <summary>Language of the text (BCP 47).</summary>
    [JsonIgnore]
    public virtual string TextLanguage => "vi";

    /// <summary>Name in menus and trails, and place among brothers, of content that stands in a tree.</summary>
    [JsonIgnore]
    public virtual (string Name, int Order) TreePlace => (Title, 0);

    /// <summary>The same content at another place among its brothers; itself when it stands in no tree.</summary>
    public virtual ContentBody AtPlace(int order) => this;

    /// <summary>Short facts a list prints under the title, label first.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<ListFact> ListFacts => [];
}

/// <summary>A label and its value, as printed in lists.</summary>
public sealed record ListFact(string Label, string Value);

/// <summary>A change of published facts that readers are told about.</summary>
public sealed record Correction
{
    [Field("ngay", "Ngày")]
    public required PartialDate On { get; init; }

    [Field("noi-dung", "Nội dung", IsLong = true), Searchable]
    public required string Text { get; init; }
}

/// <summary>A picture in its place: the file, and what this place says about it.</summary>
public sealed record Picture
{
    [Field("tep", "Tệp ảnh"), MediaKind("image")]
    public required MediaId Media { get; init; }

    /// <summary>What a person who cannot see it needs to know; empty only when the picture is decoration.</summary>
    [Field("mo-ta", "Mô tả thay thế", IsLong = true, Help = "Cho người không nhìn được ảnh: trong ảnh có ai, đang làm gì, ở đâu."), MaxLength(300), Searchable]
    public string Alt { get; init; } = "";

    [Field("chu-thich", "Chú thích", IsLong = true), MaxLength(400), Searchable]
    public string? Caption { get; init; }

    [Field("nguon-anh", "Nguồn ảnh"), MaxLength(120)]
    public string? Credit { get; init; }
}

/// <summary>A typed figure, so that totals and corrections stay consistent (rule R12).</summary>
public sealed record Figure
{
    [Field("ten", "Tên số liệu"), Searchable]
    public required string Label { get; init; }

    [Field("gia-tri", "Giá trị")]
    public required decimal Value { get; init; }

    [Field("don-vi", "Đơn vị tính"), Searchable]
    public string Unit { get; init; } = "";

    /// <summary>The value before, when the figure tells a change.</summary>
    [Field("truoc-do", "Trước đó")]
    public decimal? Before { get; init; }

    [Field("thoi-diem", "Thời điểm")]
    public PartialDate? AsOf { get; init; }

    [Field("nguon", "Nguồn"), Searchable]
    public string? Source { get; init; }
}
