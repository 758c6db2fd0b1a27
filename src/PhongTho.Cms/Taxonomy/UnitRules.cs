using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Taxonomy;

/// <summary>What the register of units may say, and what in it deserves a second look.</summary>
public static class UnitRules
{
    /// <summary>Kinds of administrative units; organisations have none.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Xã", "Phường", "Thị trấn", "Huyện", "Thành phố", "Tỉnh"];

    /// <summary>Things that are possible but seldom meant: two of one name or code at one time, a gap before a successor.</summary>
    public static IReadOnlyList<string> Warnings(UnitEntry unit, SiteBook book)
    {
        var others = book.Units.Where(other => other.Slug != unit.Slug && Overlap(unit, other)).ToList();
        return
        [
            .. others.Where(other => other.FullName == unit.FullName).Select(static other => $"Trùng tên và trùng thời gian với «{other.FullName}» (mã trong cổng: {other.Slug})."),
            .. others.Where(other => unit.Code is { Length: > 0 } code && other.Code == code).Select(other => $"Mã {unit.Code} cùng lúc đang là mã của «{other.FullName}». Nhà nước có dùng lại mã, nhưng không cùng một thời gian."),
            .. unit.Successors.Select(book.Unit).OfType<UnitEntry>().Where(next => unit.ValidTo is { } end && next.ValidFrom is { } start && start != end.AddDays(1))
                .Select(next => $"«{next.FullName}» bắt đầu {next.ValidFrom:dd/MM/yyyy}, không nối ngay sau ngày {unit.ValidTo:dd/MM/yyyy}."),
        ];
    }

    internal static Refusal? WhyNotSave(UnitEntry unit, IReadOnlyList<Unit> all)
    {
        List<Problem> problems = [.. Texts(unit), .. Ties(unit, all)];
        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được đơn vị: còn chỗ cần sửa.") { Problems = problems };
    }

    private static IEnumerable<Problem> Texts(UnitEntry unit)
    {
        if (unit.Name.Length is 0 or > 120 || unit.FullName.Length > 160)
        {
            yield return new Problem("Tên", unit.Name.Length == 0 ? "Chưa điền." : "Tên quá dài.");
        }

        if (unit.Code?.Length > 20)
        {
            yield return new Problem("Mã nhà nước", "Dài quá 20 ký tự.");
        }

        if (unit.ValidFrom > unit.ValidTo)
        {
            yield return new Problem("Hiệu lực", "Ngày bắt đầu sau ngày kết thúc.");
        }

        if (unit.Successors.Length > 0 && unit.ValidTo is null)
        {
            yield return new Problem("Đến ngày", "Đơn vị có đơn vị kế thừa thì phải có ngày kết thúc.");
        }
    }

    private static IEnumerable<Problem> Ties(UnitEntry unit, IReadOnlyList<Unit> all)
    {
        var others = all.Where(other => other.Slug != unit.Slug).ToDictionary(static other => other.Slug);
        if (unit.Parent is { } parent && !others.ContainsKey(parent))
        {
            yield return new Problem("Trực thuộc", "Chọn một đơn vị khác có trong sổ.");
        }
        else if (Reaches(unit.Parent, unit.Slug, slug => others.GetValueOrDefault(slug)?.Parent is { } next ? [next] : []))
        {
            yield return new Problem("Trực thuộc", "Hai đơn vị không thể trực thuộc lẫn nhau.");
        }

        foreach (var successor in unit.Successors)
        {
            if (!others.TryGetValue(successor, out var next))
            {
                yield return new Problem("Đơn vị kế thừa", $"Không có đơn vị «{successor}» khác trong sổ.");
            }
            else if (Reaches(successor, unit.Slug, slug => others.GetValueOrDefault(slug)?.Successors ?? []))
            {
                yield return new Problem("Đơn vị kế thừa", $"«{next.FullName}» lại dẫn về chính đơn vị này.");
            }
        }
    }

    private static bool Reaches(string? start, string end, Func<string, IReadOnlyList<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(start is null ? [] : [start]);
        while (open.TryPop(out var at))
        {
            if (at == end)
            {
                return true;
            }

            if (seen.Add(at))
            {
                foreach (var slug in next(at))
                {
                    open.Push(slug);
                }
            }
        }

        return false;
    }

    private static bool Overlap(UnitEntry left, UnitEntry right) =>
        (left.ValidFrom ?? DateOnly.MinValue) <= (right.ValidTo ?? DateOnly.MaxValue) && (right.ValidFrom ?? DateOnly.MinValue) <= (left.ValidTo ?? DateOnly.MaxValue);
}
