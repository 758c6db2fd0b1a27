using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Taxonomy;

public sealed class VocabularyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_used_term_is_kept_and_says_who_uses_it_drafts_and_sections_too()
    {
        await using var test = await StartAsync();
        var vocabularies = new Vocabularies(test.Database);
        await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài đã đăng") with { Genre = "tin", Fields = ["y-te"] });
        await test.Drafts.DraftAsync(Bodies.Story("Bài đang viết") with { Fields = ["giao-duc"] });

        var live = await vocabularies.DeleteAsync(Taxonomies.Field, "y-te", Actor.Console, Cancellation);
        var draft = await vocabularies.DeleteAsync(Taxonomies.Field, "giao-duc", Actor.Console, Cancellation);
        var section = await vocabularies.DeleteAsync(Taxonomies.Field, "moi-truong", Actor.Console, Cancellation);

        Assert.Contains("«Bài đã đăng»", live!.Message, StringComparison.Ordinal);
        Assert.Contains("«Bài đang viết» (bản nháp)", draft!.Message, StringComparison.Ordinal);
        Assert.Contains("«chuyên trang Xanh»", section!.Message, StringComparison.Ordinal);
        Assert.Null(await vocabularies.DeleteAsync(Taxonomies.Field, "thua", Actor.Console, Cancellation));
        Assert.Equal(3, (await vocabularies.TermsAsync(Taxonomies.Field, Cancellation)).Count);
    }

    [Fact]
    public async Task Merged_terms_take_items_drafts_and_sections_along_in_one_work()
    {
        await using var test = await StartAsync();
        var live = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài đã đăng") with { Genre = "tin", Fields = ["moi-truong", "y-te"] });
        var draft = await test.Drafts.DraftAsync(Bodies.Story("Bài đang viết") with { Fields = ["moi-truong"] });

        Assert.Null(await new TermMerge(test.Database, test.Clock).RunAsync(Taxonomies.Field, "moi-truong", "y-te", Actor.Console, Cancellation));

        await using var db = test.Database.Open();
        Assert.Equal(["y-te"], await db.ItemTerms.Where(term => term.ItemId == live.Item && term.Taxonomy == Taxonomies.Field).Select(term => term.Slug).ToListAsync(Cancellation));
        Assert.Equal(["y-te"], await FieldsAsync(db, live.Item));
        Assert.Equal(["y-te"], await FieldsAsync(db, draft.Item));
        Assert.False(await db.Terms.AnyAsync(term => term.Slug == "moi-truong", Cancellation));
        Assert.Equal(["y-te"], (await test.Books.CurrentAsync(Cancellation)).Sections.Single().Conditions[Taxonomies.Field]);
        Assert.Equal(Stage.Draft, (await db.Items.SingleAsync(item => item.Id == draft.Item, Cancellation)).Stage);
    }

    [Fact]
    public async Task A_free_tag_merges_by_its_words_and_the_unused_are_cleaned_away()
    {
        await using var test = await StartAsync();
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài") with { Genre = "tin", Tags = ["Nông thôn mới"] });
        await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài hai") with { Genre = "tin", Tags = ["NTM"] });

        Assert.Null(await new TermMerge(test.Database, test.Clock).RunAsync(Taxonomies.Tag, "ntm", "nong-thon-moi", Actor.Console, Cancellation));
        Assert.Equal(2, Assert.Single(await new Vocabularies(test.Database).TermsAsync(Taxonomies.Tag, Cancellation)).Items);

        await test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Bài") with { Genre = "tin", Tags = ["Khác"] }, Actor.Console, Cancellation);
        await test.Publisher.PublishAsync(story.Item, story.Version + 1, Actor.Console, Cancellation);
        await using (var work = await test.Database.BeginAsync(Actor.Console, Cancellation))
        {
            work.Db.Terms.Add(new Term { Taxonomy = Taxonomies.Tag, Slug = "bo-khong", Name = "Bỏ không" });
            work.Record(ChangeVerb.TermsSaved);
            await work.CommitAsync(Cancellation);
        }

        Assert.Null(await new Vocabularies(test.Database).CleanTagsAsync(Actor.Console, Cancellation));
        Assert.Equal(["khac", "nong-thon-moi"], (await new Vocabularies(test.Database).TermsAsync(Taxonomies.Tag, Cancellation)).Select(row => row.Term.Slug));
    }

    [Fact]
    public async Task A_renamed_term_is_found_by_its_new_name()
    {
        await using var portal = await TestPortal.StartAsync();
        await using (var work = await portal.Database.BeginAsync(Actor.Console, Cancellation))
        {
            await AddVocabulariesAsync(work);
            await work.CommitAsync(Cancellation);
        }

        await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Bài về bản") with { Genre = "tin", Fields = ["y-te"] });
        var vocabularies = portal.Services.GetRequiredService<Vocabularies>();
        var term = (await vocabularies.TermsAsync(Taxonomies.Field, Cancellation)).Single(row => row.Term.Slug == "y-te").Term;

        Assert.Null(await vocabularies.WriteAsync(Taxonomies.Field, "y-te", Stamp.Of(term), new TermText("Chăm lo sức khỏe"), Actor.Console, Cancellation));

        await portal.CaughtUpAsync(Cancellation);
        using var reader = portal.Reader();
        Assert.Contains("Bài về bản", await reader.GetStringAsync(new Uri("/api/v1/search?q=cham+lo+suc+khoe", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_terms_of_one_name_are_refused_and_order_is_kept()
    {
        await using var test = await StartAsync();
        var vocabularies = new Vocabularies(test.Database);

        Assert.Equal("exists", (await vocabularies.AddAsync(Taxonomies.Field, new TermText("Y tế"), Actor.Console, Cancellation))?.Code);
        Assert.Null(await vocabularies.AddAsync(Taxonomies.Field, new TermText("An ninh, trật tự", "An ninh"), Actor.Console, Cancellation));
        Assert.Null(await vocabularies.OrderAsync(Taxonomies.Field, ["an-ninh-trat-tu", "thua"], Actor.Console, Cancellation));

        Assert.Equal(["an-ninh-trat-tu", "thua", "y-te", "giao-duc", "moi-truong"], (await vocabularies.TermsAsync(Taxonomies.Field, Cancellation)).Select(row => row.Term.Slug));
    }

    private static async Task<IReadOnlyList<string>> FieldsAsync(Cms.Data.CmsDb db, ItemId id)
    {
        var item = await db.Items.SingleAsync(row => row.Id == id, Cancellation);
        var revision = item.DraftRevisionId ?? item.LiveRevisionId;
        var json = (await db.Revisions.SingleAsync(row => row.Id == revision, Cancellation)).Body;
        return [.. BodyReading.Terms(ContentTypes.Get(item.Type).Read(json)).Where(term => term.Taxonomy == Taxonomies.Field).Select(term => term.Value)];
    }

    private static async Task<TestDatabase> StartAsync()
    {
        var test = await TestDatabase.OpenAsync();
        await using var work = await test.Database.BeginAsync(Actor.Console, Cancellation);
        await AddVocabulariesAsync(work);
        var section = new Section { Path = "xanh", Name = "Xanh", Types = ["story"], Conditions = new Dictionary<string, IReadOnlyList<string>> { [Taxonomies.Field] = ["moi-truong"] } };
        work.Db.Settings.Add(new Setting { Key = Sections.Key, Json = ContentJson.Write(new Sections { All = [section] }) });
        await work.CommitAsync(Cancellation);
        return test;
    }

    private static Task AddVocabulariesAsync(Work work)
    {
        work.Db.Taxonomies.AddRange(new TaxonomyRow { Key = Taxonomies.Field, Label = "Lĩnh vực" }, new TaxonomyRow { Key = Taxonomies.Genre, Label = "Thể loại" });
        work.Db.Terms.Add(new Term { Taxonomy = Taxonomies.Genre, Slug = "tin", Name = "Tin" });
        foreach (var (slug, name, order) in new[] { ("y-te", "Y tế", 0), ("giao-duc", "Giáo dục", 1), ("moi-truong", "Môi trường", 2), ("thua", "Thừa", 3) })
        {
            work.Db.Terms.Add(new Term { Taxonomy = Taxonomies.Field, Slug = slug, Name = name, Order = order });
        }

        work.Record(ChangeVerb.TermsSaved);
        return Task.CompletedTask;
    }
}
