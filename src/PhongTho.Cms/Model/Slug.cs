using System.Globalization;
using System.Text;

namespace PhongTho.Cms.Model;

/// <summary>The address form of a Vietnamese text: lower-case ASCII letters and digits with hyphens, đ as d.</summary>
public static class Slug
{
    public const int MaxLength = 100;

    /// <summary>Never empty: a text without any letter or digit gives <c>muc</c>. Cut at a word when too long.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            var plain = letter switch
            {
                'đ' or 'Đ' => 'd',
                _ => char.ToLowerInvariant(letter),
            };
            if (plain is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(plain);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Cut(slug.ToString().Trim('-'));
    }

    private static string Cut(string slug)
    {
        if (slug.Length == 0)
        {
            return "muc";
        }

        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > MaxLength / 2 ? end : MaxLength)].Trim('-');
    }
}
