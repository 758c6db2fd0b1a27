namespace PhongTho.Portal.Manager;

/// <summary>A field for a password, which can be shown and pasted into.</summary>
/// <param name="IsNew">The person chooses it, rather than knows it.</param>
public sealed record PasswordField(string Name, string Label, bool IsNew);
