using System.Globalization;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>Draws the register for sections of that layout: as a page, as a file, as a list for programs.</summary>
public sealed class RegisterPages(CmsDatabase database, PublicRegister register, SiteBooks books, SiteFrames frames, TimeProvider clock)
{
    public const string Layout = "so-khen";
    public const string CsvPath = "/khen-thuong.csv";
    public const int PageSize = 40;

    /// <summary>Filters of the whole register, in the order of its address.</summary>
    public static IReadOnlyList<string> FilterOrder { get; } =
        [Taxonomies.Year, Taxonomies.CommendationForm, Taxonomies.Occasion, Taxonomies.SubjectKind, Taxonomies.Unit, Taxonomies.Issuer];

    /// <summary>The section's register; null when the path is of no such section, or a choice or the cursor is unknown.</summary>
    public async Task<RegisterPage?> FindAsync(string path, ListRequest request, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if (book.Section(path) is not { Layout: Layout } section)
        {
            return null;
        }

        var snapshot = await register.CurrentAsync(cancellation);
        var own = new RegisterFilter(book, snapshot.Rows).Where(section.Conditions);
        if (request.Filters.Keys.Any(key => !section.Filters.Contains(key)) || own.Narrow(request.Filters) is not { } found || Place(found.Rows, request.Cursor) is not { } start)
        {
            return null;
        }

        await using var db = database.Open();
        var today = SiteTime.Today(clock);
        var rows = found.Rows.Skip(start).Take(PageSize).ToList();
        var query = ListRequest.Query(section.Filters, request.Filters);
        return new RegisterPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = section.Name,
            Heading = section.Name,
            Introduction = section.Introduction,
            Description = section.Introduction,
            Path = "/" + section.Path + query,
            PlainPath = "/" + section.Path,
            Trail = SectionLists.Trail(book, section),
            Tabs = SectionLists.Tabs(book, section),
            Filters = [.. section.Filters.Select(taxonomy => own.Group(taxonomy, request.Filters, today, filters => "/" + section.Path + ListRequest.Query(section.Filters, filters)))],
            Entries = [.. rows.Select(row => Entry(book, row, today))],
            Total = found.Rows.Count,
            Revoked = found.Rows.Count(static row => row.IsRevoked),
            Kinds = Kinds(book, found.Rows),
            Figures = RegisterFigures.Of(found.Rows),
            Unnamed = section.Conditions.Values.All(static slugs => slugs.Contains("*")) && request.Filters.Count == 0 ? snapshot.Unnamed : 0,
            CsvPath = CsvPath + ListRequest.Query(FilterOrder, CsvFilters(section, request)),
            NextUrl = start + PageSize < found.Rows.Count ? "/" + section.Path + ListRequest.Query(section.Filters, request.Filters, cursor: CursorOf(rows[^1])) : null,
            FirstUrl = request.Cursor is null ? null : "/" + section.Path + query,
            FeedPath = $"/{section.Path}/rss.xml",
            NoIndex = request.Filters.Count > 0 || request.Cursor is not null,
        };
    }

    /// <summary>Rows of the whole register for files and programs, all or a page of them; null when a choice or the cursor is unknown.</summary>
    /// <param name="size">How many; null for all.</param>
    public async Task<(IReadOnlyList<RegisterEntry> Entries, string? Next, int Total)?> ListAsync(ListRequest request, int? size, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        IReadOnlyList<RegisterRow> all = [.. (await register.CurrentAsync(cancellation)).Rows.Where(static row => row.IsInFeeds)];
        if (request.Filters.Keys.Any(static key => !FilterOrder.Contains(key)) || new RegisterFilter(book, all).Narrow(request.Filters) is not { } found || Place(found.Rows, request.Cursor) is not { } start)
        {
            return null;
        }

        var today = SiteTime.Today(clock);
        var rows = found.Rows.Skip(start).Take(size ?? int.MaxValue).ToList();
        return ([.. rows.Select(row => Entry(book, row, today))], start + rows.Count < found.Rows.Count ? CursorOf(rows[^1]) : null, found.Rows.Count);
    }

    private static RegisterEntry Entry(SiteBook book, RegisterRow row, DateOnly today) => new(
        row,
        book.Link(Taxonomies.CommendationForm, row.Form),
        row.Occasion is { } occasion ? book.Link(Taxonomies.Occasion, occasion) : null,
        book.Link(Taxonomies.SubjectKind, row.SubjectKind),
        book.Place(row.Unit, today));

    private static IReadOnlyList<ListFact> Kinds(SiteBook book, IReadOnlyList<RegisterRow> rows)
    {
        var counts = rows.CountBy(static row => row.SubjectKind).ToDictionary(StringComparer.Ordinal);
        return [.. book.TermsByTaxonomy.GetValueOrDefault(Taxonomies.SubjectKind, []).Where(term => counts.ContainsKey(term.Slug))
            .Select(term => new ListFact(term.Name, counts[term.Slug].ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))))];
    }

    /// <summary>The section's own conditions are filters of the file; what has several terms or any is left to the reader.</summary>
    private static Dictionary<string, string> CsvFilters(Section section, ListRequest request)
    {
        var filters = new Dictionary<string, string>(request.Filters, StringComparer.Ordinal);
        foreach (var (taxonomy, slugs) in section.Conditions)
        {
            if (slugs is [var only] && only != "*" && FilterOrder.Contains(taxonomy))
            {
                filters[taxonomy] = only;
            }
        }

        return filters;
    }

    // After this row, never "page 7": rows come and go between two clicks.
    private static string CursorOf(RegisterRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.ListedOn:yyyyMMdd}-{row.Code}");

    private static int? Place(IReadOnlyList<RegisterRow> rows, string? cursor)
    {
        if (cursor is null)
        {
            return 0;
        }

        if (cursor.Length < 10 || cursor[8] != '-' || !DateOnly.TryParseExact(cursor.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var code = cursor[9..];
        var start = 0;
        while (start < rows.Count && (rows[start].ListedOn > day || (rows[start].ListedOn == day && string.CompareOrdinal(rows[start].Code, code) <= 0)))
        {
            start++;
        }

        return start;
    }
}
