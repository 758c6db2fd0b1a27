using System.IO.Pipelines;

namespace PhongTho.Cms.Publishing;

/// <summary>Turns a page into HTML. The one seam between what is published and how it looks.</summary>
public interface ITheme
{
    /// <summary>Writes the whole document as UTF-8. Fails loudly for a page it has no template for.</summary>
    Task RenderAsync(SitePage page, PipeWriter output, CancellationToken cancellation);
}
