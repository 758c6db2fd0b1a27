using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Intake;

/// <summary>One way to us without an account, in its own words: its form, its codes, and what its follow pages say.</summary>
/// <param name="Codes">What its codes look like.</param>
/// <param name="Form">Where one is sent.</param>
public sealed record FollowLane(FollowCode Codes, Crumb Form)
{
    public string FollowPath => Form.Path + "/theo-doi";

    /// <summary>Where a script asks for a fresh ticket.</summary>
    public string TicketPath => Form.Path + "/ve";

    /// <summary>What was sent, as it begins a sentence: «Lời giới thiệu».</summary>
    public required string Noun { get; init; }

    /// <summary>Thanks to who has just sent it.</summary>
    public required string Thanks { get; init; }

    /// <summary>What the follow page keeps to itself, said at its foot.</summary>
    public required string Silence { get; init; }

    /// <summary>The way to send one more.</summary>
    public required string Again { get; init; }

    /// <summary>An address that opens the follow page of one.</summary>
    public string AddressOf(string code, string secret) => $"{FollowPath}/{code}?ma={Uri.EscapeDataString(secret)}";
}

/// <summary>What a sender may know of what was sent: where it stands and what was answered.</summary>
/// <param name="Story">What readers can read of it, once there is something.</param>
public sealed record FollowStanding(string Code, DateTimeOffset ReceivedAt, DateTimeOffset Since, IReadOnlyList<FollowStep> Steps, string? Verdict, SectionLink? Story)
{
    /// <summary>What the sender can do now, when there is something.</summary>
    public SectionLink? Next { get; init; }
}

/// <summary>A step of the way.</summary>
public sealed record FollowStep(string Label, string Words, bool IsDone, bool IsCurrent);

/// <summary>Opens follow pages to whoever has code and secret, and tells nobody else whether the code exists.</summary>
public interface IFollowing
{
    FollowLane Lane { get; }

    /// <param name="code">As it is kept.</param>
    /// <param name="secret">As it was typed.</param>
    Task<FollowStanding?> FindAsync(string code, string? secret, CancellationToken cancellation);
}
