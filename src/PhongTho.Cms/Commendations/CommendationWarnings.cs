using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>What an officer should look at again. Old papers differ from the table, so a warning stops nobody (rules R3, R4).</summary>
/// <param name="Source">The text of law it rests on, when it rests on one.</param>
public sealed record CommendationWarning(string Code, string Message, string? Source = null);

/// <summary>Holds a row against the dated tables and against its neighbours.</summary>
internal sealed class CommendationWarnings(SiteBook book)
{
    private static readonly string[] neverBasis = ["dot-xuat", "chuyen-de"];

    /// <param name="sameAchievement">Other rows of the same achievement, whatever became of them.</param>
    public IReadOnlyList<CommendationWarning> Of(Commendation row, IReadOnlyCollection<Commendation> sameAchievement) =>
        [.. Authority(row), .. Subject(row), .. Days(row), .. Twice(row, sameAchievement)];

    private IEnumerable<CommendationWarning> Authority(Commendation row)
    {
        if (row.DecidedOn is not { } day || !CommendationChecks.IsStatutory(row.Form, book))
        {
            yield break;
        }

        var unit = book.Unit(row.AuthorityUnit);
        if (unit is not null && !unit.IsValidOn(day.FirstDay))
        {
            yield return new("unit", $"{unit.FullName} {Life(unit)}, mà quyết định ghi {day.ToVietnamese()}. Hãy đối chiếu lại bản giấy.");
        }

        var rules = book.CommendationRules;
        if (rules.RegimeOn(day.FirstDay) is not { } regime)
        {
            yield return new("regime", $"Bảng luật chưa có văn bản nào áp dụng cho {day.ToVietnamese()}; chưa đối chiếu được thẩm quyền.");
            yield break;
        }

        var seen = rules.FormOf(row.Form)?.Authorities.Where(authority => authority.Regime == regime.Id && authority.Verified).ToList() ?? [];
        if (regime.Verified && seen.Count > 0 && LevelOf(row, unit) is { } level && !seen.Exists(authority => authority.Levels.Contains(level)))
        {
            yield return new(
                "authority",
                $"Theo bảng thẩm quyền, «{book.NameOf(Taxonomies.CommendationForm, row.Form)}» ngày ấy do {string.Join("; ", seen.Select(static authority => authority.Who))} quyết định; sổ đang ghi {NameOf(level)}.",
                string.Join("; ", seen.Select(static authority => authority.Source).OfType<string>().Distinct()));
        }
    }

    private IEnumerable<CommendationWarning> Subject(Commendation row)
    {
        if (book.CommendationRules.FormOf(row.Form) is { Verified: true, Subjects.Count: > 0 } form && !form.Subjects.Contains(row.SubjectKind))
        {
            var names = form.Subjects.Select(slug => book.NameOf(Taxonomies.SubjectKind, slug));
            yield return new("subject", $"«{book.NameOf(Taxonomies.CommendationForm, row.Form)}» dành cho: {string.Join("; ", names)}.", form.Source);
        }
    }

    private IEnumerable<CommendationWarning> Days(Commendation row)
    {
        if (row is { EventOn: { } deed, DecidedOn: { } decided } && decided < deed && decided.FirstDay < deed.FirstDay)
        {
            yield return new("order", $"Quyết định ghi {decided.ToVietnamese()}, trước cả việc làm ({deed.ToVietnamese()}).");
        }

        if (CommendationClock.DaysToDecision(row) is { } days && CommendationClock.IsEmergent(row) && days > book.CommendationRules.EmergentDays)
        {
            yield return new("late", string.Create(CultureInfo.InvariantCulture, $"Khen đột xuất mà {days} ngày mới có quyết định (mốc đặt ra: {book.CommendationRules.EmergentDays} ngày)."));
        }
    }

    private IEnumerable<CommendationWarning> Twice(Commendation row, IReadOnlyCollection<Commendation> sameAchievement)
    {
        var others = sameAchievement.Where(other => other.Code != row.Code && other.State is not (CommendationState.Refused or CommendationState.Revoked)).ToList();
        if (others.Count > 0)
        {
            yield return new(
                "twice",
                $"Thành tích này đã có dòng khác trong sổ ({string.Join(", ", others.Select(other => $"{other.Code}: {book.NameOf(Taxonomies.CommendationForm, other.Form)}"))}); một thành tích chỉ khen một hình thức.",
                SourceOf("no-double"));
        }

        if (row.Occasion == "cong-trang" && others.Exists(static other => neverBasis.Contains(other.Occasion)))
        {
            yield return new("basis", "Kết quả khen đột xuất, khen chuyên đề không dùng làm căn cứ đề nghị khen công trạng.", SourceOf("emergent-not-merit"));
        }
    }

    private string? SourceOf(string principle) => book.CommendationRules.Principles.FirstOrDefault(entry => entry.Id == principle)?.Source;

    private static AuthorityLevel? LevelOf(Commendation row, UnitEntry? unit) => unit?.Kind switch
    {
        "Tỉnh" => AuthorityLevel.Province,
        "Huyện" => AuthorityLevel.District,
        "Xã" or "Phường" or "Thị trấn" => AuthorityLevel.Commune,
        _ => row.AuthorityLevel,
    };

    private static string Life(UnitEntry unit) => unit.ValidTo is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"chỉ có đến ngày {end:dd/MM/yyyy}")
        : string.Create(CultureInfo.InvariantCulture, $"chỉ có từ ngày {unit.ValidFrom:dd/MM/yyyy}");

    private static string NameOf(AuthorityLevel level) => level switch
    {
        AuthorityLevel.State => "Chủ tịch nước",
        AuthorityLevel.National => "Chính phủ, Thủ tướng",
        AuthorityLevel.Province => "cấp tỉnh, bộ, ngành",
        AuthorityLevel.District => "cấp huyện",
        AuthorityLevel.Commune => "cấp xã",
        _ => "cơ quan, đơn vị, doanh nghiệp",
    };
}
