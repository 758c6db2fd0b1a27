namespace PhongTho.Cms.Members;

/// <summary>The rules about people, asked before the act and shown beside its button: a reason against it, or null.</summary>
public static class MemberRules
{
    /// <summary>The spelling by which two e-mail addresses are the same.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();
}
