using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Seeding;
using PhongTho.Search;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Questions;

/// <summary>Editors teach the search what is written short and what is called otherwise; it understands at once, and texts follow.</summary>
public sealed class WordTests
{
    private static readonly Actor Keeper = new("nguoi-dang", IsMachine: false) { Roles = [Role.Publisher] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_abbreviation_is_understood_in_questions_and_in_the_texts_that_have_it()
    {
        await using var portal = await TestPortal.StartAsync();
        await PublishAsync(portal, "Bà con nhóm sinh kế cộng đồng họp", "Bàn chuyện gà.");
        await PublishAsync(portal, "Họp ở bản", "NSKCĐ của bản họp bàn chuyện nuôi dê.");
        var desk = portal.Services.GetRequiredService<WordDesk>();

        Assert.Equal((1, 1), await BothAsync(portal));
        Assert.Null(await desk.KeepAsync("NSKCĐ", "nhóm sinh kế cộng đồng", Keeper, Cancellation));
        await portal.CaughtUpAsync(Cancellation);
        Assert.Equal((2, 2), await BothAsync(portal));

        Assert.Null(await desk.DropAsync("NSKCĐ", Keeper, Cancellation));
        await portal.CaughtUpAsync(Cancellation);
        Assert.Equal((1, 1), await BothAsync(portal));
    }

    [Fact]
    public async Task No_text_is_lost_when_those_that_have_the_letters_are_indexed_again()
    {
        await using var portal = await TestPortal.StartAsync();
        var index = portal.Services.GetRequiredService<SearchIndex>();
        await PublishAsync(portal, "Bài không có chữ ấy", "Nội dung.");
        await PublishAsync(portal, "Bài có chữ ấy", "NSKCĐ họp.");
        var untouched = index.Wording;

        Assert.Null(await portal.Services.GetRequiredService<WordDesk>().KeepAsync("NSKCĐ", "nhóm sinh kế cộng đồng", Keeper, Cancellation));
        await portal.CaughtUpAsync(Cancellation);

        Assert.NotSame(untouched, index.Wording);
        Assert.Equal((2, 2), (index.Count, await CountAsync(portal, "bài chữ ấy")));
        Assert.True(portal.Services.GetRequiredService<SearchFollower>() is { Now: null, IsCaughtUp: true });
    }

    [Fact]
    public async Task A_question_that_finds_little_is_asked_again_by_a_synonym_and_says_so()
    {
        await using var portal = await TestPortal.StartAsync();
        await PublishAsync(portal, "Nuôi lợn đen ở bản", "Lợn đen giống địa phương.");
        await PublishAsync(portal, "Đường lên bản heo hút", "Con đường nhỏ.");
        Assert.Null(await portal.Services.GetRequiredService<WordDesk>().KeepAsync(null, ["lợn đen", "heo mọi"], Keeper, Cancellation));
        await portal.CaughtUpAsync(Cancellation);
        var search = portal.Services.GetRequiredService<SiteSearch>();

        var meant = await search.SearchAsync(new SiteSearchRequest { Words = "nuôi heo mọi" }, Cancellation);
        var literal = await search.SearchAsync(new SiteSearchRequest { Words = "heo hút" }, Cancellation);

        Assert.Equal(("Nuôi lợn đen ở bản", "nuôi lợn đen"), (meant.Hits[0].Title, meant.InterpretedAs));
        Assert.Equal(("Đường lên bản heo hút", null), (literal.Hits[0].Title, literal.InterpretedAs));
    }

    [Fact]
    public async Task A_question_asked_in_vain_leaves_the_list_when_it_becomes_a_synonym()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        using var keeper = await portal.SignedInAsync(Role.Publisher);
        await PublishAsync(portal, "Nuôi lợn đen ở bản", "Lợn đen.");
        await portal.CaughtUpAsync(Cancellation);
        await reader.GetStringAsync(new Uri("/tim-kiem?q=heo+moi", UriKind.Relative), Cancellation);
        var questions = portal.Services.GetRequiredService<QuestionDesk>();
        var asked = Assert.Single(await questions.ListAsync(aside: false, Cancellation));

        var form = await keeper.GetStringAsync(new Uri("/manager/words?words=" + Uri.EscapeDataString(asked.Words), UriKind.Relative), Cancellation);
        using var refused = await keeper.PostFormAsync("/manager/words?handler=Synonyms", "/manager/words", ("Phrases", asked.Words));
        using var kept = await keeper.PostFormAsync("/manager/words?handler=Synonyms", "/manager/words", ("Phrases", asked.Words + "\nlợn đen"));
        await portal.CaughtUpAsync(Cancellation);

        Assert.Contains(">heo moi</textarea>", form, StringComparison.Ordinal);
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("/manager/words", kept.Headers.Location!.OriginalString);
        Assert.Empty(await questions.ListAsync(aside: false, Cancellation));
        Assert.Contains("Hiểu là", await reader.GetStringAsync(new Uri("/tim-kiem?q=heo+moi", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_words_of_its_own_has_the_houses_and_the_first_change_makes_them_its_own()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = new WordDesk(test.Database);
        var standard = (await desk.ListAsync(Cancellation)).Abbreviations;

        Assert.Null(await desk.DropAsync("UBND", Keeper, Cancellation));

        Assert.Contains(standard, row => row.Letters == "UBND");
        Assert.Equal(standard.Select(row => row.Letters).Where(letters => letters != "UBND"), (await desk.ListAsync(Cancellation)).Abbreviations.Select(row => row.Letters));
        await using var db = test.Database.Open();
        var change = Assert.Single(await db.Changes.ToListAsync(Cancellation));
        Assert.Equal((ChangeVerb.AbbreviationsSaved, WordDesk.Subject, "UBND"), (change.Verb, change.Subject, change.Note));
    }

    [Theory]
    [InlineData("", "hợp tác xã", "empty")]
    [InlineData("HTX", " ", "empty")]
    [InlineData("H T X", "hợp tác xã", "short")]
    [InlineData("htx", "hợp tác xã", "short")]
    [InlineData("H", "hợp", "short")]
    [InlineData("UBND", "ubnd", "meaning")]
    [InlineData("HTX", "hợp tác xã", "exists")]
    public async Task What_is_no_abbreviation_is_refused_with_the_reason(string letters, string meaning, string code)
    {
        await using var test = await TestDatabase.OpenAsync();

        Assert.Equal(code, (await new WordDesk(test.Database).KeepAsync(letters, meaning, Keeper, Cancellation))?.Code);
    }

    [Fact]
    public async Task A_phrase_is_in_one_group_only_and_only_keepers_of_the_site_decide()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = new WordDesk(test.Database);

        Assert.Equal("right", (await desk.KeepAsync(null, ["a", "b"], new Actor("bien-tap", IsMachine: false) { Roles = [Role.Editor] }, Cancellation))?.Code);
        Assert.Null(await desk.KeepAsync(null, ["hiến đất", "tặng đất"], Keeper, Cancellation));
        Assert.Equal("taken", (await desk.KeepAsync(null, ["cho đất", "Hiến đất"], Keeper, Cancellation))?.Code);
        Assert.Equal("group", (await desk.KeepAsync(null, ["cho đất", "CHO ĐẤT"], Keeper, Cancellation))?.Code);
        var group = Assert.Single((await desk.ListAsync(Cancellation)).Synonyms);
        Assert.Null(await desk.KeepAsync(group.Id, ["hiến đất", "cho đất"], Keeper, Cancellation));
        Assert.Null(await desk.DropAsync(group.Id, Keeper, Cancellation));
        Assert.Equal("missing", (await desk.DropAsync(group.Id, Keeper, Cancellation))?.Code);
    }

    [Fact]
    public async Task Words_come_from_the_content_folder_and_go_back_into_it_as_they_were_edited()
    {
        await using var test = await TestDatabase.OpenAsync();
        var import = new SeedImport(test.Database, test.Books, test.Library, test.Clock);
        var content = Directory.CreateDirectory(Path.Combine(test.Folder, "content")).FullName;
        var original = await File.ReadAllTextAsync(Path.Combine(Repository.Content, WordsFile.Name), Cancellation);
        await File.WriteAllTextAsync(Path.Combine(content, WordsFile.Name), original, Cancellation);
        Assert.Empty((await import.RunAsync(content, Cancellation)).Refused);

        var before = await ExportAsync(test, "truoc");
        Assert.Null(await new WordDesk(test.Database).KeepAsync("UBND", "ủy ban nhân dân các cấp", Keeper, Cancellation));

        Assert.Equal(original, before);
        Assert.Equal(original.Replace("nghia: ủy ban nhân dân\n", "nghia: ủy ban nhân dân các cấp\n", StringComparison.Ordinal), await ExportAsync(test, "sau"));
        await File.WriteAllTextAsync(Path.Combine(content, WordsFile.Name), original + "\n", Cancellation);
        Assert.Single((await import.RunAsync(content, Cancellation)).Kept);
    }

    private static async Task<string> ExportAsync(TestDatabase test, string folder)
    {
        await new SiteExport(test.Database, test.Store).RunAsync(Path.Combine(test.Folder, folder), Cancellation);
        return await File.ReadAllTextAsync(Path.Combine(test.Folder, folder, WordsFile.Name), Cancellation);
    }

    private static async Task PublishAsync(TestPortal portal, string title, string text)
    {
        await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story(title, text) with { Summary = "Tin." });
        await portal.CaughtUpAsync(Cancellation);
    }

    /// <summary>How many are found by the letters, and by what they stand for.</summary>
    private static async Task<(int, int)> BothAsync(TestPortal portal) => (await CountAsync(portal, "NSKCĐ"), await CountAsync(portal, "\"nhóm sinh kế cộng đồng\""));

    private static async Task<int> CountAsync(TestPortal portal, string words) =>
        (await portal.Services.GetRequiredService<SiteSearch>().SearchAsync(new SiteSearchRequest { Words = words }, Cancellation)).Total;
}
