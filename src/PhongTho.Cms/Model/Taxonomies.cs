namespace PhongTho.Cms.Model;

/// <summary>Names of the taxonomies; each is also the key of its filter in public addresses.</summary>
public static class Taxonomies
{
    public const string SubjectKind = "doi-tuong";
    public const string Field = "linh-vuc";

    /// <summary>Organisational units; its terms are the dated <c>Unit</c> rows.</summary>
    public const string Unit = "xa";

    public const string Year = "nam";
    public const string Genre = "the-loai";
    public const string Column = "chuyen-muc";
    public const string Scope = "pham-vi";
    public const string ExemplarStage = "giai-doan";
    public const string Criterion = "tieu-chi";
    public const string CommendationForm = "hinh-thuc";
    public const string Occasion = "dip-khen";
    public const string DocumentKind = "loai-van-ban";
    public const string Issuer = "co-quan";
    public const string Validity = "hieu-luc";
    public const string ModelKind = "loai-mo-hinh";
    public const string ContributionKind = "loai-dong-gop";
    public const string Tag = "the";
    public const string TagLabel = "Từ khóa";
}
