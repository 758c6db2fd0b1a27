using System.Globalization;
using System.Text;
using System.Xml;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>What crawlers ask first: the sitemap and robots.txt.</summary>
public static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The protocol's limit for one file.</summary>
    private const int MaxAddresses = 50_000;

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", AddressesAsync);
        routes.MapGet("/robots.txt", (SiteAddress address) =>
            Results.Text($"User-agent: *\nDisallow: /manager\nDisallow: /tim-kiem?\nSitemap: {address.BaseUrl}/sitemap.xml\n", "text/plain", Encoding.UTF8));
    }

    private static async Task<IResult> AddressesAsync(SiteDirectory directory, SiteAddress address, CancellationToken cancellation)
    {
        return Results.Bytes(Write(await directory.AddressesAsync(cancellation), address.BaseUrl), "application/xml; charset=utf-8");
    }

    private static byte[] Write(IEnumerable<AddressEntry> entries, string baseUrl)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            writer.WriteStartElement("urlset", Namespace);
            foreach (var entry in entries.Take(MaxAddresses))
            {
                writer.WriteStartElement("url", Namespace);
                writer.WriteElementString("loc", Namespace, baseUrl + entry.Path);
                writer.WriteElementString("lastmod", Namespace, entry.UpdatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
