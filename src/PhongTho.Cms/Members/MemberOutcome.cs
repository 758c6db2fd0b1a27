using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Members;

/// <summary>What an administrator says of a person.</summary>
public sealed record MemberDetails(string Email, string Name, IReadOnlyList<Role> Roles, string? Unit)
{
    /// <summary>Without stray space, in one spelling, each role once in the order of the newsroom; a unit only where a role is bound to one.</summary>
    internal MemberDetails Tidy() => new(
        Email.Trim().Normalize(),
        string.Join(' ', Name.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        [.. Roles.Distinct().Order()],
        Roles.Contains(Role.Contributor) && Unit?.Trim() is { Length: > 0 } unit ? unit : null);
}

/// <summary>What came of an act on an account: done, or refused with a reason for the person who asked.</summary>
public abstract record MemberOutcome
{
    private MemberOutcome()
    {
    }

    /// <param name="Link">Secret of the link to hand over, when the act made one. It is nowhere else.</param>
    public sealed record Done(Member Member, string? Link = null) : MemberOutcome;

    public sealed record Refused(Refusal Reason) : MemberOutcome;

    public static implicit operator MemberOutcome(Refusal reason) => new Refused(reason);
}
