using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Sites;

public sealed class SiteBookTests
{
    private static readonly Type[] safe =
        [typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>), typeof(IEnumerable<>), typeof(ImmutableArray<>), typeof(FrozenDictionary<,>), typeof(Nullable<>)];

    [Fact]
    public void Nothing_a_reader_gets_from_the_book_has_a_way_to_be_changed()
    {
        var faults = new List<string>();
        var seen = new HashSet<Type>();
        Look(typeof(SiteBook), "SiteBook");

        Assert.True(seen.Count(type => type.Namespace == typeof(SiteBook).Namespace) >= 7, string.Join(", ", seen));
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        void Look(Type type, string place)
        {
            if (type.IsGenericType && safe.Contains(type.GetGenericTypeDefinition()))
            {
                Array.ForEach(type.GetGenericArguments(), part => Look(part, place));
            }
            else if (type.IsArray || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type)))
            {
                faults.Add($"{place} is a {type}.");
            }
            else if (!type.IsEnum && type.Assembly == typeof(SiteBook).Assembly && seen.Add(type))
            {
                LookInside(type);
            }
        }

        void LookInside(Type type)
        {
            const BindingFlags Anyone = BindingFlags.Public | BindingFlags.Instance;
            faults.AddRange(type.GetFields(Anyone).Where(field => !field.IsInitOnly && !field.IsLiteral).Select(field => $"{type.Name}.{field.Name} is an open field."));
            foreach (var property in type.GetProperties(Anyone))
            {
                if (property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
                {
                    faults.Add($"{type.Name}.{property.Name} can be set.");
                }

                Look(property.PropertyType, $"{type.Name}.{property.Name}");
            }

            foreach (var method in type.GetMethods(Anyone).Where(method => method.DeclaringType == type && method.ReturnType != typeof(void) && !method.Name.StartsWith('<')))
            {
                Look(method.ReturnType, $"{type.Name}.{method.Name}()");
            }
        }
    }

    [Fact]
    public async Task All_who_ask_at_one_position_get_the_same_book_and_what_it_makes_for_one_is_his_own()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(test, ("units.json", """{"units":[{"id":"cu","name":"Cũ","type":"Xã","successors":["moi"]},{"id":"moi","name":"Mới","type":"Xã"}]}"""));
        await new SeedImport(test.Database, test.Books, test.Library, test.Clock).RunAsync(folder, TestContext.Current.CancellationToken);

        var books = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await test.Books.CurrentAsync(TestContext.Current.CancellationToken))));

        var book = Assert.Single(books.Distinct());
        (book.WithPredecessors("moi") as IList)?.Clear();
        Assert.Equal(["moi", "cu"], book.WithPredecessors("moi"));
    }

    [Fact]
    public async Task A_new_position_gives_a_new_book_and_leaves_the_old_one_as_it_was()
    {
        await using var test = await TestDatabase.OpenAsync();
        var before = await test.Books.CurrentAsync(TestContext.Current.CancellationToken);
        await using (var work = await test.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken))
        {
            work.Db.Settings.Add(new Setting { Key = SiteSettings.Key, Json = ContentJson.Write(new SiteSettings { Name = "Tên mới" }) });
            work.Record(ChangeVerb.SettingsSaved, subject: "setting:site");
            await work.CommitAsync(TestContext.Current.CancellationToken);
        }

        var after = await test.Books.CurrentAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Cổng thông tin", "Tên mới"), (before.Settings.Name, after.Settings.Name));
        Assert.Equal(before.Position + 1, after.Position);
    }

    [Fact]
    public async Task A_file_is_served_only_while_something_live_shows_it()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        var cancellation = TestContext.Current.CancellationToken;
        var (lone, drawn) = (await AddAsync(portal, "hinh/le-loi.svg", 1), await AddAsync(portal, "hinh/trong-bai.svg", 2));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await StatusAsync(lone.Url), await StatusAsync(drawn.Url)));

        var story = await drafts.DraftAsync(Bodies.Story("Có hình") with { Picture = new Picture { Media = drawn.Id } });
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(drawn.Url));
        story = await DidAsync(publisher.PublishAsync(story.Item, story.Version, Actor.Console, cancellation));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(drawn.Url));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(drawn.Url.Replace("trong-bai", "ten-khac", StringComparison.Ordinal)));

        story = await DidAsync(publisher.HoldAsync(story.Item, story.Version, Actor.Console, null, cancellation));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(drawn.Url));
        story = await DidAsync(publisher.ReleaseAsync(story.Item, story.Version, Actor.Console, cancellation));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(drawn.Url));
        story = await DidAsync(drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Hình khác") with { Picture = new Picture { Media = lone.Id } }, Actor.Console, cancellation));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(lone.Url), await StatusAsync(drawn.Url)));
        story = await DidAsync(publisher.PublishAsync(story.Item, story.Version, Actor.Console, cancellation));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(lone.Url), await StatusAsync(drawn.Url)));
        await DidAsync(publisher.WithdrawAsync(story.Item, story.Version, Actor.Console, cancellation));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await StatusAsync(lone.Url), await StatusAsync(drawn.Url)));

        async Task<HttpStatusCode> StatusAsync(string url)
        {
            using var answer = await reader.GetAsync(new Uri(url, UriKind.Relative), cancellation);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_files_of_the_own_contents_hidden_items_are_not_served_and_a_shown_one_is_kept_for_a_year()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        await using var db = portal.Database.Open();
        var files = await db.Media.ToListAsync(TestContext.Current.CancellationToken);
        var shareImage = (await portal.Services.GetRequiredService<SiteBooks>().CurrentAsync(TestContext.Current.CancellationToken)).Settings.ShareImage;
        var live = await db.LiveItems().SelectMany(item => item.Links).Select(link => link.TargetMediaId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(files, file => !live.Contains(file.Id));

        foreach (var file in files)
        {
            using var answer = await reader.GetAsync(new Uri(file.Url, UriKind.Relative), TestContext.Current.CancellationToken);
            var isShown = live.Contains(file.Id) || file.Id == shareImage;
            Assert.True(isShown == answer.IsSuccessStatusCode, $"{file.Path}: {answer.StatusCode}");
            Assert.Equal(isShown, answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) ?? false);
            Assert.True(!isShown || answer.Content.Headers.ContentType!.MediaType == (file.IsRaster ? MediaTypes.Jpeg : file.ContentType), file.Path);
            using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, file.Url), TestContext.Current.CancellationToken);
            Assert.Equal(answer.StatusCode, head.StatusCode);
            Assert.True(!isShown || answer.Content.Headers.ContentLength == head.Content.Headers.ContentLength, file.Path);
        }
    }

    private static async Task<MediaFile> AddAsync(TestPortal portal, string path, int size)
    {
        await using var work = await portal.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken);
        var bytes = Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"/>""");
        var (file, _) = await portal.Services.GetRequiredService<MediaLibrary>().AddAsync(work, path, bytes, TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        return file!;
    }

    private static async Task<Outcome.Done> DidAsync(Task<Outcome> act) => Assert.IsType<Outcome.Done>(await act);
}
