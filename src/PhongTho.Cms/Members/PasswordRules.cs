using System.Text;

namespace PhongTho.Cms.Members;

/// <summary>What a password must be: long, not a known one, not about its owner. Nothing is asked of its letters.</summary>
public static class PasswordRules
{
    public const int Least = 12;

    /// <summary>Hashing more than this would only serve someone who wants to keep the machine busy.</summary>
    public const int Most = 200;

    /// <summary>One spelling for what different keyboards send for the same Vietnamese letters.</summary>
    public static string Normalize(string password) => password.Length > Most ? "" : password.Normalize(NormalizationForm.FormKC);
}
