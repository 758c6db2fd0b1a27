using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Councils;

/// <summary>The emulation and commendation council in time: who sat on it, from when until when, and what each was put in charge of.</summary>
public sealed record Council
{
    public const string Key = "council";

    /// <summary>The decision that set it up or renewed it, as it is cited.</summary>
    [Field("quyet-dinh", "Quyết định thành lập, kiện toàn")]
    public string Decision { get; init; } = "";

    [Field("la-mau", "Dữ liệu mẫu")]
    public bool IsSample { get; init; }

    [Field("thanh-vien", "Thành viên")]
    public IReadOnlyList<CouncilMember> Members { get; init; } = [];

    public IReadOnlyList<CouncilMember> On(DateOnly day) => [.. Members.Where(member => member.SitsOn(day))];
}

/// <summary>A seat on the council during a period: people act here in their office, so name and office are public.</summary>
public sealed record CouncilMember
{
    [Field("ten", "Họ tên")]
    public required string Name { get; init; }

    /// <summary>On the council: chair, deputy, member.</summary>
    [Field("vai-tro", "Vai trò trong Hội đồng")]
    public string Role { get; init; } = "";

    /// <summary>Outside the council.</summary>
    [Field("chuc-vu", "Chức vụ, nơi công tác")]
    public string Office { get; init; } = "";

    [Field("phu-trach", "Phụ trách")]
    public string Area { get; init; } = "";

    [Field("tu", "Từ ngày")]
    public DateOnly? From { get; init; }

    [Field("den", "Đến ngày")]
    public DateOnly? To { get; init; }

    public bool SitsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>What keeps a council from being saved.</summary>
public static class CouncilRules
{
    public static Refusal? WhyNot(Council council)
    {
        var problems = new List<Problem>();
        foreach (var (member, index) in council.Members.Select(static (member, index) => (member, index)))
        {
            var label = $"Thành viên {index + 1}";
            if (member.Name.Length is 0 or > 120)
            {
                problems.Add(new Problem(label, member.Name.Length == 0 ? "Chưa ghi họ tên." : "Họ tên dài quá 120 chữ."));
            }

            if (member.Role.Length > 120 || member.Office.Length > 200 || member.Area.Length > 400)
            {
                problems.Add(new Problem(label, "Vai trò tối đa 120 chữ, chức vụ 200 chữ, phụ trách 400 chữ."));
            }

            if (member.From > member.To)
            {
                problems.Add(new Problem(label, "Ngày bắt đầu sau ngày kết thúc."));
            }
        }

        if (council.Decision.Length > 300)
        {
            problems.Add(new Problem("Quyết định", "Dài quá 300 chữ."));
        }

        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems };
    }
}

/// <summary>The public page of the council: what editors say of it, and who sits on it today.</summary>
public sealed record CouncilPage : SitePage
{
    public const string Address = "gioi-thieu/hoi-dong-tdkt";

    /// <summary>What editors wrote at this address; null when they took it away.</summary>
    public ItemPage? Introduction { get; init; }

    public required Council Council { get; init; }

    public required IReadOnlyList<CouncilMember> Members { get; init; }

    public required DateOnly Today { get; init; }
}

/// <summary>Builds the council's page.</summary>
public sealed class CouncilPages(Published published, OfficeSettings settings, TimeProvider clock)
{
    /// <summary>The page; or what stands at the address when there is neither text nor council.</summary>
    public async Task<CouncilPage?> FindAsync(CancellationToken cancellation)
    {
        var introduction = await published.FindAsync(CouncilPage.Address, cancellation) is Found.Here here ? here.Page as ItemPage : null;
        var council = await settings.ReadAsync(Council.Key, new Council(), cancellation);
        if (introduction is null)
        {
            return null;
        }

        var today = SiteTime.Today(clock);
        return new CouncilPage
        {
            Frame = introduction.Frame,
            Title = introduction.Title,
            Description = introduction.Description,
            Path = introduction.Path,
            Image = introduction.Image,
            Trail = introduction.Trail,
            Introduction = introduction,
            Council = council,
            Members = council.On(today),
            Today = today,
        };
    }
}
