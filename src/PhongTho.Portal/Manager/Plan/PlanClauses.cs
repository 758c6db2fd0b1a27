using System.Text.Json;

namespace PhongTho.Portal.Manager.Plan;

/// <summary>A clause of the plan and where the software answers it.</summary>
/// <param name="Id">Stable; tests that prove the clause carry it.</param>
/// <param name="Said">What the plan asks, in short.</param>
/// <param name="Weight"><c>core</c>, <c>next</c> or <c>later</c>.</param>
/// <param name="Roles">Whom it concerns, by key.</param>
/// <param name="State"><c>co</c>, <c>mot-phan</c> or <c>chua</c>.</param>
/// <param name="Note">What is missing, when something is.</param>
public sealed record PlanClause(string Id, string Said, string Weight, IReadOnlyList<string> Roles, string State, IReadOnlyList<PlanScreen> Screens, string? Note = null);

/// <summary>A screen, public or of the newsroom.</summary>
public sealed record PlanScreen(string Label, string Path);

/// <summary>The plan, clause by clause, as the file beside this one says it.</summary>
public static class PlanClauses
{
    private static readonly Dictionary<string, string> roles = new(StringComparer.Ordinal)
    {
        ["Pub"] = "Bạn đọc",
        ["Nom"] = "Người giới thiệu",
        ["Rep"] = "Cộng tác viên",
        ["Ed"] = "Biên tập viên",
        ["ME"] = "Thư ký tòa soạn",
        ["EO"] = "Cán bộ thi đua, khen thưởng",
        ["HA"] = "Nội vụ, thường trực Hội đồng",
        ["CM"] = "Thành viên Hội đồng",
        ["BL"] = "Khối trưởng, cụm trưởng",
        ["FF"] = "Mặt trận, đoàn thể",
        ["Adm"] = "Quản trị",
    };

    public static IReadOnlyList<PlanClause> All { get; } = Read();

    /// <summary>Roles the plan concerns, in the order of the newsroom.</summary>
    public static IEnumerable<(string Key, string Name)> Roles => roles.Where(static role => All.Any(clause => clause.Roles.Contains(role.Key))).Select(static role => (role.Key, role.Value));

    public static string NameOfRole(string key) => roles[key];

    public static string NameOfState(string state) => state switch { "co" => "Có", "mot-phan" => "Một phần", _ => "Chưa" };

    public static string NameOfWeight(string weight) => weight switch { "core" => "cốt lõi", "next" => "tiếp theo", _ => "sau này" };

    private static PlanClause[] Read()
    {
        using var file = typeof(PlanClauses).Assembly.GetManifestResourceStream("clauses.json")!;
        return JsonSerializer.Deserialize<PlanClause[]>(file, JsonSerializerOptions.Web)!;
    }
}
