using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Manager.Media;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>The draft by the public templates, as readers would see it.</summary>
public sealed class PreviewModel(WritingRoom room, Published published, ITheme theme) : ManagerPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var draft = await room.OpenAsync(new ItemId(id), cancellation);
        if (draft is null || !Workflow.IsWithinReach(draft.Item, Me))
        {
            return NotFound();
        }

        var page = await published.PreviewAsync(draft.Item.Id, draft.Body, static file => MediaFiles.AddressOf(file, 1280), cancellation);
        return page is null ? NotFound() : new ThemePage(theme, page);
    }

    private sealed class ThemePage(ITheme theme, SitePage page) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Robots-Tag"] = "noindex, nofollow";
            await theme.RenderAsync(page, response.BodyWriter, context.HttpContext.RequestAborted);
            await response.BodyWriter.FlushAsync(context.HttpContext.RequestAborted);
        }
    }
}
