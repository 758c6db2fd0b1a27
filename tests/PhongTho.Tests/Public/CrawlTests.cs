using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

public sealed partial class CrawlTests
{
    [Fact]
    public async Task Every_link_from_home_leads_to_a_whole_page()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var todo = new Queue<(string Address, string From)>([("/", "start"), ("/sitemap.xml", "start")]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/", "/sitemap.xml" };
        var faults = new List<string>();

        while (todo.TryDequeue(out var next) && seen.Count < 1500)
        {
            using var answer = await reader.GetAsync(new Uri(next.Address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                faults.Add($"{next.Address} (from {next.From}): {answer.StatusCode}");
                continue;
            }

            var text = answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xml" ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
            foreach (var link in next.Address == "/sitemap.xml" ? Locations(text) : Look(next.Address, text, faults))
            {
                if (seen.Add(link))
                {
                    todo.Enqueue((link, next.Address));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(seen.Count > 150, $"Only {seen.Count} addresses were found.");
    }

    private static IEnumerable<string> Locations(string sitemap) =>
        System.Xml.Linq.XDocument.Parse(sitemap).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value[TestPortal.BaseUrl.Length..]);

    private static IEnumerable<string> Look(string address, string html, List<string> faults)
    {
        if (html.Length == 0)
        {
            return [];
        }

        var page = new HtmlParser().ParseDocument(html);
        Check(page.DocumentElement.GetAttribute("lang") is "vi" or "en", "lang");
        Check(page.QuerySelectorAll("h1").Length == 1 || address.StartsWith("/nhung/", StringComparison.Ordinal), "one h1");
        Check(page.Title is { Length: > 0 }, "title");
        Check(page.QuerySelectorAll("img:not([alt])").Length == 0, "alt");
        Check(page.QuerySelectorAll("[style], style, script:not([src]):not([type='application/ld+json'])").Length == 0, "nothing inline");
        Check(!Entity().IsMatch(html), "letters as letters");
        return page.QuerySelectorAll("a[href], img[src], link[href], video[src], source[src], audio[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal))
            .Select(link => link.Split('#')[0]);

        void Check(bool isRight, string what)
        {
            if (!isRight)
            {
                faults.Add($"{address}: {what}");
            }
        }
    }

    [GeneratedRegex("&#x(?:[C-F][0-9A-F]|1[0-9A-F]{2,3});", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Entity();
}
