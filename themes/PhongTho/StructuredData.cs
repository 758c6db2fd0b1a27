using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PhongTho.Cms.Publishing;

namespace PhongTho.Theme;

/// <summary>What a template tells search engines about its item.</summary>
/// <param name="Type">A type of schema.org that is an article.</param>
/// <param name="AboutType">Type of whom the article is about: <c>Person</c>, <c>Organization</c>.</param>
public sealed record ArticleView(ItemPage Page, string Type = "Article", string? About = null, string AboutType = "Person")
{
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>What it teaches to do, when it teaches something.</summary>
    public HowToView? HowTo { get; init; }

    /// <summary>Forms and titles that whom it is about holds now.</summary>
    public IReadOnlyList<string> Awards { get; init; } = [];
}

/// <summary>A way of doing as search engines read one.</summary>
public sealed record HowToView(string Name, IReadOnlyList<string> Needs, IReadOnlyList<string> Steps);

/// <summary>What search engines read of an item: the article, whom it is about, and the trail to it (JSON-LD).</summary>
public static class StructuredData
{
    // Keeps letters, escapes < > & and quotes: nothing in the data can close the script element it stands in.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Of(ArticleView view)
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            Article(json, view, view.Page);
            if (view.HowTo is { } how)
            {
                HowTo(json, how, view.Page.CanonicalUrl);
            }

            Trail(json, view.Page);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void Article(Utf8JsonWriter json, ArticleView view, ItemPage page)
    {
        json.WriteStartObject();
        json.WriteString("@type", view.Type);
        json.WriteString("headline", page.Title);
        json.WriteString("description", page.Description);
        json.WriteString("inLanguage", page.Language);
        json.WriteString("url", page.CanonicalUrl);
        json.WriteString("mainEntityOfPage", page.CanonicalUrl);
        json.WriteString("datePublished", Formats.Machine(page.Item.PublishedAt));
        json.WriteString("dateModified", Formats.Machine(page.Item.UpdatedAt == default ? page.Item.PublishedAt : page.Item.UpdatedAt));
        if ((page.Image ?? page.Item.Picture) is { } image)
        {
            json.WriteString("image", Formats.Absolute(page.Frame, image.Sources?.ShareUrl ?? image.Url));
        }

        Named(json, "publisher", "Organization", page.Frame.Owner ?? page.Frame.Name);
        if (view.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (var author in view.Authors)
            {
                Named(json, null, "Person", author);
            }

            json.WriteEndArray();
        }

        if (view.About is { } about)
        {
            About(json, view, about);
        }

        if (page.Item.Place is { } place)
        {
            Named(json, "contentLocation", "Place", place.FullName);
        }

        json.WriteEndObject();
    }

    private static void HowTo(Utf8JsonWriter json, HowToView how, string url)
    {
        json.WriteStartObject();
        json.WriteString("@type", "HowTo");
        json.WriteString("name", how.Name);
        json.WriteString("url", url);
        json.WriteStartArray("supply");
        foreach (var need in how.Needs)
        {
            Named(json, null, "HowToSupply", need);
        }

        json.WriteEndArray();
        json.WriteStartArray("step");
        for (var i = 0; i < how.Steps.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "HowToStep");
            json.WriteNumber("position", i + 1);
            json.WriteString("text", how.Steps[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void About(Utf8JsonWriter json, ArticleView view, string name)
    {
        json.WriteStartObject("about");
        json.WriteString("@type", view.AboutType);
        json.WriteString("name", name);
        if (view.Awards.Count > 0)
        {
            json.WriteStartArray("award");
            foreach (var award in view.Awards)
            {
                json.WriteStringValue(award);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Trail(Utf8JsonWriter json, ItemPage page)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        var position = 0;
        foreach (var crumb in page.Trail.Append(new Crumb(page.Title, page.Path)))
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", ++position);
            json.WriteString("name", crumb.Label);
            json.WriteString("item", Formats.Absolute(page.Frame, crumb.Path));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string? property, string type, string name)
    {
        if (property is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(property);
        }

        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
