using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Members;

/// <summary>What the form about a person holds.</summary>
public sealed class MemberForm
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    /// <summary>Keys of the chosen roles.</summary>
    public string[] Roles { get; set; } = [];

    public string? Unit { get; set; }

    /// <summary>Units that can be chosen: today's, and the one chosen before.</summary>
    internal IReadOnlyList<UnitEntry> Units { get; private set; } = [];

    internal static MemberForm Of(Member member) => new() { Email = member.Email, Name = member.Name, Roles = [.. member.Roles.Select(Cms.Members.Roles.KeyOf)], Unit = member.Unit };

    internal MemberDetails ToDetails() => new(Email ?? "", Name ?? "", [.. Roles.Select(Cms.Members.Roles.Find).OfType<Role>()], Unit);

    internal MemberForm With(SiteBook book, DateOnly today)
    {
        Units = [.. book.Units.Where(unit => unit.IsValidOn(today) || unit.Slug == Unit)];
        return this;
    }
}
