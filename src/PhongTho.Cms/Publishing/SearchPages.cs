using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Markdown;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;
using PhongTho.Search;

namespace PhongTho.Cms.Publishing;

/// <summary>Search results as a page: for the whole site, or inside a section that has a search box of its own.</summary>
public sealed class SearchPages(CmsDatabase database, SiteBooks books, SiteFrames frames, SiteSearch search, UnansweredQuestions unanswered, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Filters in the order of the address.</summary>
    public static readonly IReadOnlyList<string> FilterOrder =
        ["loai", Taxonomies.SubjectKind, Taxonomies.Field, Taxonomies.Unit, Taxonomies.Year, SearchFacets.Movement, Taxonomies.CommendationForm, Taxonomies.Genre, Taxonomies.Tag];

    /// <param name="filters">Keys of <see cref="FilterOrder"/>.</param>
    /// <param name="page">1-based.</param>
    public async Task<SearchPage> SearchAsync(string words, IReadOnlyDictionary<string, string> filters, bool newestFirst, int page, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var frame = await frames.BuildAsync(db, book, cancellation);
        var isAsked = words.Length > 0 || filters.Count > 0;
        var blank = new SearchPage
        {
            Frame = frame,
            Title = words.Length > 0 ? $"Tìm «{words}»" : "Tìm kiếm",
            Path = "/tim-kiem",
            Description = "Tìm gương điển hình, tin bài, văn bản; gõ có dấu hay không dấu đều được.",
            NoIndex = isAsked,
            Trail = [new Crumb("Trang chủ", "/")],
            Words = words,
        };
        if (!isAsked)
        {
            return blank;
        }

        var request = new SiteSearchRequest
        {
            Words = words,
            Filters = filters.ToDictionary(filter => FacetOf(filter.Key), filter => filter.Value),
            NewestFirst = newestFirst,
            Offset = (page - 1) * PageSize,
            Limit = PageSize,
            Count = SearchFacets.Counted,
        };
        var results = await search.SearchAsync(request, cancellation);
        var asked = new Asked(words, filters, newestFirst);
        var chosen = await search.PromotedAsync(request, cancellation);
        if (results.Total == 0 && chosen.Count == 0 && filters.Count == 0 && !await IsAboutSomebodyAsync(words, cancellation))
        {
            unanswered.Note(words);
        }

        return blank with
        {
            Path = asked.Url(page),
            Total = results.Total,
            Promoted = [.. chosen.Select(hit => Hit(hit, book))],
            Hits = [.. results.Hits.Where(hit => !chosen.Any(first => first.Key == hit.Key)).Select(hit => Hit(hit, book))],
            FirstRank = ((page - 1) * PageSize) + 1,
            Filters = Groups(book, results, asked, await MovementsAsync(db, results, cancellation)),
            InterpretedAs = results.InterpretedAs,
            Suggestion = results.Suggestion is { } better ? new SectionLink(better, (asked with { Words = better }).Url(1), IsCurrent: false) : null,
            Orders =
            [
                new SectionLink("Liên quan nhất", (asked with { NewestFirst = false }).Url(1), !newestFirst),
                new SectionLink("Mới nhất", (asked with { NewestFirst = true }).Url(1), newestFirst),
            ],
            PreviousUrl = page > 1 ? asked.Url(page - 1) : null,
            NextUrl = page * PageSize < Math.Min(results.Total, SiteSearch.MaxOffset) ? asked.Url(page + 1) : null,
            Elsewhere = results.Total > 0 ? [] : [.. Elsewhere(book, asked)],
        };
    }

    /// <summary>The section's list narrowed to what the words find in it, best first.</summary>
    /// <param name="section">The section as it stands without the words.</param>
    public async Task<SectionPage> WithinAsync(SectionPage section, string words, IReadOnlyDictionary<string, string> filters, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var types = book.Section(section.PlainPath.Trim('/'))!.Types;
        var results = await search.SearchAsync(
            new SiteSearchRequest { Words = words, Types = types, Filters = filters, Limit = SiteSearch.MaxLimit }, cancellation);
        ItemId[] ids = [.. results.Hits.Select(hit => new ItemId(Guid.Parse(hit.Key)))];
        await using var db = database.Open();
        var rows = await db.LiveItems().Where(item => ids.Contains(item.Id)).ToListAsync(cancellation);
        var ranked = ids.Select(id => rows.Find(row => row.Id == id)).OfType<ContentItem>().ToList();
        return section with
        {
            Words = words,
            Title = $"{section.Heading}: «{words}»",
            Items = await Teasers.FillAsync(db, book, ranked, SiteTime.Today(clock), cancellation),
            Total = results.Total,
            NextUrl = null,
            FirstUrl = null,
            NoIndex = true,
        };
    }

    /// <summary>A question with the name of somebody who has a dossier tells something about that person: who asks in vain for one who withdrew leaves no note of it.</summary>
    private async Task<bool> IsAboutSomebodyAsync(string words, CancellationToken cancellation)
    {
        var plain = PlainNames.Fold(words);
        await using var db = database.Open();
        return await db.Subjects.AnyAsync(row => row.Kind != SubjectKinds.Collective && plain.Contains(row.PlainName), cancellation);
    }

    /// <summary>Ways on from where nothing was found: the same words without what narrowed them, the sections, and telling us of what is missing.</summary>
    private static IEnumerable<SectionLink> Elsewhere(SiteBook book, Asked asked) =>
    [
        .. asked.Words.Length > 0 && asked.Filters.Count > 0
            ? [new SectionLink($"Tìm “{asked.Words}” trong mọi nội dung", (asked with { Filters = new Dictionary<string, string>() }).Url(1), IsCurrent: false)]
            : Array.Empty<SectionLink>(),
        .. book.Sections.Where(static section => !section.Path.Contains('/', StringComparison.Ordinal)).Select(static section => new SectionLink(section.Name, "/" + section.Path, IsCurrent: false)),
        new SectionLink("Giới thiệu một gương chưa có ở đây", "/gioi-thieu-guong", IsCurrent: false),
    ];

    private FoundItem Hit(SearchHit hit, SiteBook book) => new(
        hit.Stored.GetValueOrDefault("path", "/"),
        ContentTypes.Find(hit.Type)?.Label ?? hit.Type,
        new SafeHtml(hit.TitleHtml),
        new SafeHtml(hit.SnippetHtml),
        hit.PublishedAt,
        hit.Stored.ContainsKey("isSample"),
        book.Place(hit.Stored.GetValueOrDefault("place"), SiteTime.Today(clock)));

    private IReadOnlyList<FilterGroup> Groups(SiteBook book, SearchResults results, Asked asked, IReadOnlyDictionary<string, string> movements)
    {
        var filters = new Filters(book, SiteTime.Today(clock));
        return
        [
            .. SearchFacets.Counted.Select(facet => (Key: KeyOf(facet), Counts: results.Facets.GetValueOrDefault(facet, [])))
                .Select(group => group.Key switch
                {
                    "loai" => Options("loai", "Loại nội dung", group.Counts, type => ContentTypes.Find(type)?.Label ?? type, asked),
                    SearchFacets.Movement => Options(group.Key, "Phong trào", group.Counts, slug => movements.GetValueOrDefault(slug, slug), asked),
                    _ => filters.Group(
                    group.Key, group.Counts.Select(count => (count.Value, count.Count)), asked.Filters.GetValueOrDefault(group.Key), slug => asked.With(group.Key, slug).Url(1)),
                })
                .Where(group => group.Options.Count > 0),
        ];
    }

    private static FilterGroup Options(string key, string label, IReadOnlyList<FacetCount> counts, Func<string, string> nameOf, Asked asked) => new(key, label,
    [
        .. counts.Select(count =>
        {
            var isSelected = asked.Filters.GetValueOrDefault(key) == count.Value;
            return new FilterOption(count.Value, nameOf(count.Value), count.Count, asked.With(key, isSelected ? null : count.Value).Url(1), isSelected);
        }),
    ]);

    private static async Task<IReadOnlyDictionary<string, string>> MovementsAsync(CmsDb db, SearchResults results, CancellationToken cancellation)
    {
        string[] paths = [.. results.Facets.GetValueOrDefault(SearchFacets.Movement, []).Select(count => $"{SearchFacets.Movement}/{count.Value}")];
        return paths.Length == 0
            ? new Dictionary<string, string>()
            : await db.LiveItems().Where(item => paths.Contains(item.Path)).ToDictionaryAsync(item => item.Path.Substring(SearchFacets.Movement.Length + 1), item => item.Title, cancellation);
    }

    private static string FacetOf(string key) => key == "loai" ? SearchFacets.Type : key;

    private static string KeyOf(string facet) => facet == SearchFacets.Type ? "loai" : facet;

    private sealed record Asked(string Words, IReadOnlyDictionary<string, string> Filters, bool NewestFirst)
    {
        public Asked With(string key, string? value)
        {
            var filters = new Dictionary<string, string>(Filters, StringComparer.Ordinal);
            filters.Remove(key);
            if (value is not null)
            {
                filters[key] = value;
            }

            return this with { Filters = filters };
        }

        public string Url(int page)
        {
            var parts = new List<string>();
            if (Words.Length > 0)
            {
                parts.Add("q=" + Uri.EscapeDataString(Words));
            }

            parts.AddRange(FilterOrder.Where(Filters.ContainsKey).Select(key => $"{key}={Uri.EscapeDataString(Filters[key])}"));
            if (NewestFirst)
            {
                parts.Add("xep=moi");
            }

            if (page > 1)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"trang={page}"));
            }

            return "/tim-kiem" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
        }
    }
}
