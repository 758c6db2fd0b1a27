using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Markdown;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>How a text written with signs will look: the public's own rendering.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class MarkdownModel : ManagerPage
{
    private const int MostLetters = 200_000;

    public NotFoundResult OnGet() => NotFound();

    public IActionResult OnPost(string? text) => text is { Length: > MostLetters }
        ? StatusCode(StatusCodes.Status413PayloadTooLarge)
        : Content(MarkdownText.Render(text ?? "").Html, "text/html; charset=utf-8");
}
