using PhongTho.Cms.Members;

namespace PhongTho.Cms.Changes;

/// <summary>Who acts. Parts of the machine act under names of their own; people by their member id.</summary>
/// <param name="Key">Stable name written to the log.</param>
/// <param name="IsMachine">Machines do what their operator started; rules about people do not bind them.</param>
public sealed record Actor(string Key, bool IsMachine)
{
    public static Actor Seed { get; } = new("seed", IsMachine: true);

    public static Actor Import { get; } = new("import", IsMachine: true);

    public static Actor Schedule { get; } = new("schedule", IsMachine: true);

    public static Actor Console { get; } = new("console", IsMachine: true);

    /// <summary>Somebody without an account who tells of an exemplar; has no right at all.</summary>
    public static Actor Citizen { get; } = new("citizen", IsMachine: false);

    /// <summary>As colleagues call them.</summary>
    public string Name { get; init; } = Key;

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Slug of the unit a contributor is bound to.</summary>
    public string? Unit { get; init; }

    public static Actor Of(Member member) => new(member.Id.ToString("D"), IsMachine: false) { Name = member.Name, Roles = member.Roles, Unit = member.Unit };

    public bool May(Right right) => IsMachine || Roles.Any(role => role.May(right));
}
