using System.Data.Common;
using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Hosting;
using PhongTho.Portal.Public;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

public sealed class PageStoreTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private static readonly DateTimeOffset at = TestDatabase.Start;

    [Fact]
    public async Task Many_who_ask_first_for_one_page_have_it_made_once()
    {
        var gate = new Gate("\"Item\"");
        await using var portal = await TestPortal.StartAsync(null, gate);
        using var reader = portal.Reader();
        await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Đông người đọc"));
        await portal.CaughtUpAsync(TestContext.Current.CancellationToken);
        var address = new Uri("/tin-tuc/dong-nguoi-doc", UriKind.Relative);
        var alone = await CountAsync(() => reader.GetStringAsync(new Uri("/tin-tuc/dong-nguoi-doc?tiep=khac", UriKind.Relative), TestContext.Current.CancellationToken));

        // The first to come waits at the database until all the others stand in front of the page.
        gate.Close();
        var readers = Enumerable.Range(0, 40).Select(_ => reader.GetStringAsync(address, TestContext.Current.CancellationToken)).ToList();
        await gate.Reached.WaitAsync(TestContext.Current.CancellationToken);
        var before = gate.Count;
        gate.Open();
        var pages = await Task.WhenAll(readers);

        Assert.True(alone > 0);
        Assert.InRange(gate.Count - before, 0, alone);
        Assert.Single(pages.Distinct());
        Assert.Equal(0, await CountAsync(() => reader.GetStringAsync(address, TestContext.Current.CancellationToken)));

        async Task<int> CountAsync(Func<Task> ask)
        {
            var start = gate.Count;
            await ask();
            return gate.Count - start;
        }
    }

    [Fact]
    public async Task What_the_newsroom_writes_makes_no_page_again_until_readers_can_see_it()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        var store = portal.Services.GetRequiredService<PageStore>();
        var address = new Uri("/tin-tuc/da-dang", UriKind.Relative);
        var story = await publisher.PublishNewAsync(drafts, Bodies.Story("Đã đăng"));
        await reader.GetStringAsync(address, TestContext.Current.CancellationToken);
        var made = store.Find("/tin-tuc/da-dang")!.Position;

        story = Assert.IsType<Outcome.Done>(await drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Đang viết"), Actor.Console, TestContext.Current.CancellationToken));
        var kept = await reader.GetStringAsync(address, TestContext.Current.CancellationToken);
        var madeAfterDraft = store.Find("/tin-tuc/da-dang")!.Position;
        await publisher.PublishAsync(story.Item, story.Version, Actor.Console, TestContext.Current.CancellationToken);
        var fresh = await reader.GetStringAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(made, madeAfterDraft);
        Assert.DoesNotContain("Đang viết", kept, StringComparison.Ordinal);
        Assert.Contains("Đang viết", fresh, StringComparison.Ordinal);
        Assert.True(store.Find("/tin-tuc/da-dang")!.Position > made);
    }

    [Fact]
    public async Task A_reader_who_goes_away_while_the_page_is_made_does_not_keep_it_from_the_others()
    {
        var gate = new Gate("\"Item\"");
        await using var portal = await TestPortal.StartAsync(null, gate);
        using var reader = portal.Reader();
        var address = new Uri("/so-do-trang", UriKind.Relative);
        using var leaving = new CancellationTokenSource();

        gate.Close();
        var impatient = reader.GetAsync(address, leaving.Token);
        await gate.Reached.WaitAsync(TestContext.Current.CancellationToken);
        var patient = reader.GetAsync(address, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        gate.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Equal(HttpStatusCode.OK, (await patient).StatusCode);
    }

    [Fact]
    public void It_never_holds_more_than_it_may_and_lets_go_what_was_used_least_lately()
    {
        const long Budget = 100_000;
        var store = new PageStore(Budget);
        store.Put("mới dùng", Page(1));

        for (var number = 2; number < 400; number++)
        {
            store.Put($"/{number}", Page(number));
            Assert.InRange(store.Bytes, 1, Budget);
            Assert.NotNull(store.Find($"/{number}"));
            Assert.NotNull(store.Find("mới dùng"));
        }

        Assert.Null(store.Find("/2"));
        Assert.Equal(Kept(store).Sum(page => page.Bytes.Size), store.Bytes);
    }

    [Fact]
    public void A_page_made_again_or_forgotten_counts_once_or_not_at_all()
    {
        var store = new PageStore(1_000_000);
        store.Put("/", Page(1));
        store.Put("/", Page(2));
        store.Put("/a", Page(3));

        Assert.Equal(2, store.Count);
        Assert.Equal(store.Find("/")!.Bytes.Size + store.Find("/a")!.Bytes.Size, store.Bytes);
        store.Forget("/");
        store.Forget("/");
        Assert.Equal(store.Find("/a")!.Bytes.Size, store.Bytes);
        store.Forget("/a");
        Assert.Equal(0, store.Bytes);
    }

    [Fact]
    public void A_page_larger_than_the_whole_store_does_not_stay()
    {
        var store = new PageStore(1000);

        store.Put("/", Page(1));

        Assert.Equal((0, 0L), (store.Count, store.Bytes));
    }

    [Fact]
    public async Task The_portal_keeps_within_its_budget_whatever_is_asked()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var store = portal.Services.GetRequiredService<PageStore>();
        await reader.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var count = store.Count;

        // Words of search, parameters nobody reads and pages that are not there are no pages of their own.
        foreach (var address in new[] { "/?utm_source=a", "/?utm_source=b", "/khong-co-1", "/khong-co-2", "/tim-kiem?q=a", "/tim-kiem?q=b", "/api/v1/search?q=c" })
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        }

        Assert.InRange(store.Count, count, count + 1);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tin-tuc")]
    [InlineData("/nguoi-tot-viec-tot/anh-giang-a-mau-cuu-hai-nguoi-khoi-dong-lu")]
    [InlineData("/nguoi-tot-viec-tot/gia-dinh-rut-lai-dong-y")]
    [InlineData("/nguoi-tot-viec-tot/anh-ma-a-thu-cau-chuyen-tam-go-vi-dang-xac-minh-don")]
    [InlineData("/khong-co")]
    [InlineData("/tin-tuc/")]
    [InlineData("/tin-tuc?nam=")]
    [InlineData("/tim-kiem?q=lua")]
    [InlineData("/rss.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/nhung/danh-sach/tin-tuc")]
    [InlineData("/oembed?url=x")]
    [InlineData("/api/v1/exemplars")]
    [InlineData("/api/v1/exemplars?limit=0")]
    [InlineData("/api/v1/khong-co")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/theme/{version}/site.css")]
    [InlineData("/theme/x/site.css")]
    public async Task Head_says_what_get_says_and_sends_nothing(string address)
    {
        using var reader = own.Portal.Reader();
        address = address.Replace("{version}", own.Portal.Services.GetRequiredService<ThemeAssets>().Version, StringComparison.Ordinal);

        // Before anyone asked for the page, and after.
        using var first = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), TestContext.Current.CancellationToken);
        using var get = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), TestContext.Current.CancellationToken);
        using var second = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), TestContext.Current.CancellationToken);

        foreach (var head in new[] { first, second })
        {
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(Said(get), Said(head));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        // Problem details carry the number of their own request.
        static IEnumerable<string> Said(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "ETag" || answer.IsSuccessStatusCode).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
    }

    private static StoredPage Page(int seed)
    {
        var bytes = new byte[3000];
        new Random(seed).NextBytes(bytes);
        return new StoredPage(StoredBytes.Make(bytes, "text/html", CompressionLevel.Fastest), 1, at, null);
    }

    private static IEnumerable<StoredPage> Kept(PageStore store) =>
        Enumerable.Range(2, 400).Select(number => store.Find($"/{number}")).Append(store.Find("mới dùng")).OfType<StoredPage>();

    /// <summary>Counts the queries, and can hold the next one that asks a certain table.</summary>
    private sealed class Gate(string table) : DbCommandInterceptor
    {
        private TaskCompletionSource open = Ready();
        private TaskCompletionSource reached = Ready();
        private int count;

        public int Count => Volatile.Read(ref count);

        public Task Reached => reached.Task;

        public void Close() => (open, reached) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));

        public void Open() => open.TrySetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            if (command.CommandText.Contains(table, StringComparison.OrdinalIgnoreCase))
            {
                reached.TrySetResult();
                await open.Task.WaitAsync(cancellationToken);
            }

            return result;
        }

        private static TaskCompletionSource Ready()
        {
            var done = new TaskCompletionSource();
            done.SetResult();
            return done;
        }
    }
}
