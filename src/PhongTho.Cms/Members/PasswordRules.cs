using System.Text;
using PhongTho.Cms.Changes;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Members;

/// <summary>What a password must be: long, not a known one, not about its owner. Nothing is asked of its letters.</summary>
public static class PasswordRules
{
    public const int Least = 12;

    /// <summary>Hashing more than this would only serve someone who wants to keep the machine busy.</summary>
    public const int Most = 200;

    /// <summary>A known word with a few signs around it is still a known word.</summary>
    private const int OwnSigns = 5;

    private static readonly string[] Known = Read();

    /// <summary>One spelling for what different keyboards send for the same Vietnamese letters.</summary>
    public static string Normalize(string password) => password.Length > Most ? "" : password.Normalize(NormalizationForm.FormKC);

    public static Refusal? WhyNot(string password, string email, string name)
    {
        var problem = Normalize(password) switch
        {
            { Length: < Least } when password.Length <= Most => $"Mật khẩu cần ít nhất {Least} ký tự; một câu ngắn dễ nhớ là tốt nhất.",
            { Length: 0 } => $"Mật khẩu dài quá {Most} ký tự.",
            var normal when IsAbout(Bare(normal), email, name) => "Mật khẩu không được chứa tên hoặc địa chỉ thư của bạn.",
            var normal when IsKnown(Bare(normal)) => "Mật khẩu này nhiều người dùng, dễ bị đoán. Hãy chọn một câu của riêng bạn.",
            _ => null,
        };
        return problem is null ? null : new Refusal("password", problem);
    }

    private static bool IsAbout(string password, string email, string name) =>
        new[] { Bare(email.Split('@')[0]), Bare(name) }.Any(own => own.Length >= 4 && password.Contains(own, StringComparison.Ordinal));

    /// <summary>True when little is left besides known words and one sign said many times.</summary>
    private static bool IsKnown(string password)
    {
        var left = Known.Aggregate(password, static (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return left.Distinct().Count() < OwnSigns;
    }

    /// <summary>Letters without marks and digits, in lower case: all the spellings of one password that people try first.</summary>
    private static string Bare(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>The longest first, so that no word hides in what is left of a longer one.</summary>
    private static string[] Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("PhongTho.Cms.Members.known-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
    }
}
