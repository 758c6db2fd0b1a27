using PhongTho.Cms.Changes;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Taxonomy;

public sealed class UnitRegisterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_the_state_gave_to_another_unit_makes_no_key_and_no_quarrel()
    {
        await using var test = await TestDatabase.OpenAsync();
        var register = new UnitRegister(test.Database);

        var town = await register.AddAsync(Unit("Thị trấn Phong Thổ", "03549", to: new DateOnly(2025, 6, 30)), Actor.Console, Cancellation);
        var commune = await register.AddAsync(Unit("Xã Phong Thổ", "03549", from: new DateOnly(2025, 7, 1)), Actor.Console, Cancellation);

        Assert.Equal(("thi-tran-phong-tho", "xa-phong-tho"), (town.Slug, commune.Slug));
        var book = await test.Books.CurrentAsync(Cancellation);
        Assert.Empty(UnitRules.Warnings(book.Unit("xa-phong-tho")!, book));
        Assert.Contains(UnitRules.Warnings(Unit("Xã Khác", "03549", from: new DateOnly(2025, 1, 1)), book), warning => warning.Contains("Thị trấn Phong Thổ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Successors_exist_and_never_lead_back()
    {
        await using var test = await TestDatabase.OpenAsync();
        var register = new UnitRegister(test.Database);
        await register.AddAsync(Unit("Xã Mới", null, from: new DateOnly(2025, 7, 1)), Actor.Console, Cancellation);
        var old = Unit("Xã Cũ", null, to: new DateOnly(2025, 6, 30));
        await register.AddAsync(old with { Successors = ["xa-moi"] }, Actor.Console, Cancellation);
        var book = await test.Books.CurrentAsync(Cancellation);
        var (before, after) = (book.Unit("xa-cu")!, book.Unit("xa-moi")!);

        Assert.NotNull(await register.SaveAsync(before with { Successors = ["xa-la"] }, Stamp.Of(before), Actor.Console, Cancellation));
        Assert.NotNull(await register.SaveAsync(after with { ValidTo = new DateOnly(2030, 1, 1), Successors = ["xa-cu"] }, Stamp.Of(after), Actor.Console, Cancellation));
        Assert.NotNull(await register.SaveAsync(before with { ValidTo = null }, Stamp.Of(before), Actor.Console, Cancellation));
        Assert.Contains("«đơn vị Xã Cũ»", (await register.DeleteAsync("xa-moi", Actor.Console, Cancellation))!.Message, StringComparison.Ordinal);
        Assert.Null(await register.SaveAsync(before with { Spellings = ["Xã Củ", " "] }, Stamp.Of(before), Actor.Console, Cancellation));
        Assert.Equal(["Xã Củ"], (await test.Books.CurrentAsync(Cancellation)).Unit("xa-cu")!.Spellings);
    }

    private static UnitEntry Unit(string name, string? code, DateOnly? from = null, DateOnly? to = null) => new("", name, "Xã", name, code, null, from, to, [], []);
}
