using System.Text.RegularExpressions;
using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Consents;

/// <summary>What is told of no private person, whatever was agreed to: private telephones, numbers of papers and accounts, the exact spot of a house.</summary>
internal static partial class NeverShown
{
    /// <param name="text">All the text says, as it is written.</param>
    public static Refusal? WhyNot(string text)
    {
        (Regex Pattern, string What)[] kinds = [(Account(), "số tài khoản"), (Mobile(), "số điện thoại riêng"), (Identity(), "số căn cước"), (Spot(), "tọa độ")];
        foreach (var (pattern, what) in kinds)
        {
            if (pattern.Match(text) is { Success: true } found)
            {
                return new Refusal("never", $"Bài còn ghi {what} («{found.Value.Trim()}»). Điều này không bao giờ nêu cùng tên người dân; hãy bỏ đi, người đọc liên hệ qua xã hoặc qua Cổng.");
            }
        }

        return null;
    }

    // Numbers of offices (0213 …) may stand; those of people begin with 03, 05, 07, 08, 09.
    [GeneratedRegex(@"(?<![\d.,])(0|\+84[ .]?)[35789]\d([ .]?\d){7}(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)0\d{11}(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(số tài khoản|STK|tài khoản số)\D{0,40}\d([ .]?\d){5,}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Account();

    // Phong Thổ lies at 22 north, 103 east; three decimals are a house.
    [GeneratedRegex(@"(?<!\d)2[123][.,]\d{3,}\D{1,6}10[234][.,]\d{3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spot();
}
