namespace PhongTho.Cms.Members;

/// <summary>What a person is in the newsroom. One person may be several.</summary>
public enum Role
{
    /// <summary>Reports from a unit, and sees only what that unit wrote.</summary>
    Contributor,

    /// <summary>Writes, checks, asks for changes.</summary>
    Editor,

    /// <summary>Managing editor: approves and decides what the public sees.</summary>
    Publisher,

    /// <summary>Keeps the files of exemplars and the register of commendations.</summary>
    EmulationOfficer,

    /// <summary>Keeps people, site and vocabularies in order; decides nothing about content.</summary>
    Administrator,
}

/// <summary>A policy: one verb a person may or may not do at all. What an item's state adds stands in the workflow.</summary>
public enum Right
{
    Write,

    /// <summary>Read and write what others wrote, whatever unit they are of.</summary>
    EditAll,
    Review,
    Publish,

    /// <summary>Hold, withdraw, retract.</summary>
    TakeDown,
    ManageMedia,
    ManageExemplars,

    /// <summary>Vocabularies, units, menus, sections, redirects, site settings.</summary>
    ManageSite,
    ManageMembers,
    ReadAudit,
}

/// <summary>Which role may do what: the one table, for screens and API alike.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, Right[]> Table = new()
    {
        [Role.Contributor] = [Right.Write],
        [Role.Editor] = [Right.Write, Right.EditAll, Right.Review, Right.ManageMedia],
        [Role.Publisher] =
        [
            Right.Write, Right.EditAll, Right.Review, Right.Publish, Right.TakeDown, Right.ManageMedia, Right.ManageSite, Right.ReadAudit,
        ],
        [Role.EmulationOfficer] = [Right.Write, Right.EditAll, Right.ManageExemplars, Right.ManageMedia],
        [Role.Administrator] = [Right.ManageSite, Right.ManageMembers, Right.ManageMedia, Right.ReadAudit],
    };

    public static bool May(this Role role, Right right) => Table[role].Contains(right);

    /// <summary>What the newsroom calls it.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Contributor => "Cộng tác viên",
        Role.Editor => "Biên tập viên",
        Role.Publisher => "Thư ký tòa soạn",
        Role.EmulationOfficer => "Cán bộ thi đua, khen thưởng",
        Role.Administrator => "Quản trị hệ thống",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>Key in addresses, on the command line and in scripts: <c>emulation-officer</c>.</summary>
    public static string KeyOf(Role role) => role == Role.EmulationOfficer ? "emulation-officer" : role.ToString().ToLowerInvariant();

    /// <summary>The role of a key; null for an unknown one.</summary>
    public static Role? Find(string key) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => KeyOf(role!.Value) == key);
}
