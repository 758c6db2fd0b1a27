using System.Text;
using PhongTho.Cms.Members;
using Xunit;

namespace PhongTho.Tests.Members;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("con trâu đi trước cái cày theo sau")]
    [InlineData("Bếp lửa hồng giữa bản 7")]
    [InlineData("qK7!vz-Lm2xT")]
    [InlineData("toi di cho phien sang som")]
    public void A_sentence_of_ones_own_is_a_password(string password) => Assert.Null(PasswordRules.WhyNot(password, "lo.van@vi-du.vn", "Lò Văn Ví Dụ"));

    [Theory]
    [InlineData("ngắn quá")]
    [InlineData("123456789012")]
    [InlineData("matkhau123456")]
    [InlineData("Mật khẩu 2026!")]
    [InlineData("PhongTho@2026")]
    [InlineData("Password12345!")]
    [InlineData("anhyeuem12345")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("qwertyuiop123")]
    [InlineData("Lò Văn Ví Dụ 77 xyz")]
    [InlineData("xin-chao-lo.van-ơi")]
    public void What_others_try_first_is_none(string password) => Assert.NotNull(PasswordRules.WhyNot(password, "lo.van@vi-du.vn", "Lò Văn Ví Dụ"));

    [Fact]
    public void A_password_without_end_is_refused_before_it_is_hashed()
    {
        var endless = string.Concat(Enumerable.Range(0, PasswordRules.Most).Select(i => $"{i} "));

        Assert.NotNull(PasswordRules.WhyNot(endless, "a@vi-du.vn", "A"));
        Assert.Equal("", PasswordRules.Normalize(endless));
    }

    [Fact]
    public void Both_ways_to_type_a_vietnamese_letter_are_one_password() =>
        Assert.Equal(PasswordRules.Normalize("đường về bản".Normalize(NormalizationForm.FormC)), PasswordRules.Normalize("đường về bản".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Fact]
    public void A_new_key_makes_the_codes_that_are_taken_for_it()
    {
        var now = new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
        foreach (var key in Enumerable.Range(0, 200).Select(_ => Totp.NewKey()))
        {
            Assert.Equal(32, key.Length);
            Assert.Equal(Totp.StepAt(now), Totp.Match(key, Totp.CodeAt(key, Totp.StepAt(now)), now.AddSeconds(29), used: 0));
            Assert.Null(Totp.Match(key, Totp.CodeAt(key, Totp.StepAt(now)), now, used: Totp.StepAt(now)));
            Assert.Null(Totp.Match(key, Totp.CodeAt(key, Totp.StepAt(now)), now.AddSeconds(90), used: 0));
        }
    }
}
