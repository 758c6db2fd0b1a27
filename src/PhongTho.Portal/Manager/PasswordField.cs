namespace PhongTho.Portal.Manager;

/// <summary>A field for a password, which can be shown and pasted into.</summary>
/// <param name="IsNew">The person chooses it, rather than knows it.</param>
/// <param name="Of">Address of the account, where the form does not ask for it: password managers want to know whose password it is.</param>
public sealed record PasswordField(string Name, string Label, bool IsNew, string? Of = null);
