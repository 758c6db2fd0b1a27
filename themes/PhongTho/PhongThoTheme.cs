using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Theme.Layouts;
using RazorSlices;

namespace PhongTho.Theme;

/// <summary>The look of the portal. A page or a block finds its template by the template's model, so a new type costs one file.</summary>
/// <remarks>Holds no state: safe to share between threads.</remarks>
public sealed class PhongThoTheme : ITheme
{
    // Letters stay letters: the default encoder makes a Vietnamese page 1.7 times as long.
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Templates _templates;

    /// <summary>A theme for everything the content core knows; refuses to exist with a template missing.</summary>
    public PhongThoTheme()
        : this(Concrete<ContentBody>(), Concrete<Block>())
    {
    }

    /// <summary>A theme for these types of content; refuses to exist with a template missing.</summary>
    public PhongThoTheme(IEnumerable<Type> bodies, IEnumerable<Type> blocks)
    {
        _templates = Templates.OfThisTheme;
        var missing = MissingTemplates(bodies, blocks);
        if (missing.Count > 0)
        {
            throw new InvalidOperationException("The theme has no template for: " + string.Join(", ", missing));
        }
    }

    /// <summary>What cannot be shown: pages, bodies and blocks without a template, named by the template they ask for.</summary>
    public static IReadOnlyList<string> MissingTemplates(IEnumerable<Type> bodies, IEnumerable<Type> blocks) =>
    [
        .. Concrete<SitePage>().Where(type => !type.IsGenericType && !Templates.OfThisTheme.HasPage(type)).Select(type => $"Pages/{type.Name}"),
        .. bodies.Where(type => !Templates.OfThisTheme.HasPage(typeof(ItemPage<>).MakeGenericType(type))).Select(type => $"Pages/Items/{type.Name}"),
        .. blocks.Where(type => !Templates.OfThisTheme.HasBlock(type)).Select(type => $"Blocks/{type.Name}"),
    ];

    /// <inheritdoc/>
    public async Task RenderAsync(SitePage page, PipeWriter output, CancellationToken cancellation)
    {
        var view = new DocumentView(page, _templates.Page(page));
        using RazorSlice document = page is EmbedPage ? EmbedDocument.Create(view) : Document.Create(view);
        await document.RenderAsync(new HeldPipe(output), Letters, cancellation);
        await output.FlushAsync(cancellation);
    }

    private static IEnumerable<Type> Concrete<T>() =>
        typeof(T).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(T)));
}
