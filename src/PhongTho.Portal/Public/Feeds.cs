using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>RSS of the whole site and of every section.</summary>
public static class Feeds
{
    private const int Length = 30;
    private const string FileName = "rss.xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/" + FileName, WholeAsync);
        routes.MapGet("/{section}/" + FileName, SectionAsync);
        routes.MapGet("/{section}/{child}/" + FileName, ChildAsync);
    }

    private static async Task<IResult> WholeAsync(Published published, SectionLists sections, CancellationToken cancellation)
    {
        var frame = await published.FrameAsync(cancellation);
        var items = new List<Teaser>();
        foreach (var path in new[] { "tin-tuc", "nguoi-tot-viec-tot", "van-ban", "phong-trao" })
        {
            items.AddRange((await sections.NewestAsync(path, new ListRequest { Size = Length }, cancellation))?.Items ?? []);
        }

        return Feed(frame, frame.Name, frame.Description, "", [.. items.OrderByDescending(item => item.PublishedAt).ThenBy(item => item.Path, StringComparer.Ordinal).Take(Length)]);
    }

    private static Task<IResult> ChildAsync(string section, string child, HttpRequest request, Published published, SectionLists sections, CancellationToken cancellation) =>
        SectionAsync($"{section}/{child}", request, published, sections, cancellation);

    private static async Task<IResult> SectionAsync(string section, HttpRequest request, Published published, SectionLists sections, CancellationToken cancellation)
    {
        var found = await sections.NewestAsync(section, PublicQuery.List(request, Length) with { Cursor = null }, cancellation);
        if (found is not { } list)
        {
            return await Answers.NoticeAsync(published, NoticeKind.Missing, request.Path, null, cancellation);
        }

        var frame = await published.FrameAsync(cancellation);
        return Feed(frame, $"{list.Section.Name} – {frame.Name}", list.Section.Introduction, "/" + section, list.Items);
    }

    private static IResult Feed(SiteFrame frame, string title, string description, string path, IReadOnlyList<Teaser> items)
    {
        var feed = new SyndicationFeed(title, description, new Uri(frame.BaseUrl + (path.Length == 0 ? "/" : path)))
        {
            Language = "vi",
            LastUpdatedTime = SiteTime.Local(items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(item => item.UpdatedAt)),
            Items = items.Select(item => Entry(frame, item)),
        };

        // The formatter writes links of its own only together with a dozen other extensions.
        feed.AttributeExtensions.Add(new XmlQualifiedName("atom", XNamespace.Xmlns.NamespaceName), Atom.NamespaceName);
        feed.ElementExtensions.Add(new XElement(
            Atom + "link", new XAttribute("href", $"{frame.BaseUrl}{path}/{FileName}"), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")));
        return Results.Bytes(Write(feed), "application/rss+xml; charset=utf-8");
    }

    private static SyndicationItem Entry(SiteFrame frame, Teaser item)
    {
        var link = new Uri(frame.BaseUrl + item.Path);
        var entry = new SyndicationItem { Id = "urn:uuid:" + item.Id, Title = new TextSyndicationContent(item.Title), PublishDate = SiteTime.Local(item.PublishedAt) };
        entry.Summary = new TextSyndicationContent(item.Summary);
        entry.AddPermalink(link);
        entry.Id = "urn:uuid:" + item.Id;
        foreach (var term in item.Terms.Where(term => term.Taxonomy is "linh-vuc" or "the-loai" or "doi-tuong"))
        {
            entry.Categories.Add(new SyndicationCategory(term.Name));
        }

        return entry;
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        var document = new XDocument();
        using (var writer = document.CreateWriter())
        {
            new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false).WriteTo(writer);
        }

        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }
}
