using Microsoft.AspNetCore.Identity;

namespace PhongTho.Cms.Members;

/// <summary>A person of the newsroom with an account. Nobody is ever deleted: what they wrote keeps their name.</summary>
public sealed class Member : IdentityUser<Guid>
{
    /// <summary>As colleagues and the log call them.</summary>
    public string Name { get; set; } = "";

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Slug of the unit a contributor is bound to.</summary>
    public string? Unit { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the account was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}

/// <summary>One sign-in on one device: kept on our side, so that it can be seen and ended from elsewhere.</summary>
public sealed class MemberSession
{
    /// <summary>SHA-256 of what the cookie carries, lower-case hex.</summary>
    public required string Id { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Browser and system, as far as they say.</summary>
    public string Device { get; init; } = "";

    /// <summary>The protected ticket of the sign-in.</summary>
    public required byte[] Ticket { get; set; }
}

/// <summary>A link that works once: to set up an account, or to get back into one.</summary>
public sealed class MemberLink
{
    /// <summary>SHA-256 of the secret in the link, lower-case hex.</summary>
    public required string Id { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
