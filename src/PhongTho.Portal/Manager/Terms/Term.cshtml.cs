using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Portal.Manager.Terms;

/// <summary>One term: its names, who carries it, merging it into another.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class TermModel(Vocabularies vocabularies, TermMerge merge) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    [BindProperty]
    public TermForm Form { get; set; } = new();

    public string Label { get; private set; } = "";

    public TermEntry Term { get; private set; } = null!;

    /// <summary>What it can be merged into.</summary>
    public IReadOnlyList<TermRow> Others { get; private set; } = [];

    public IReadOnlyList<TermUse> Uses { get; private set; } = [];

    public bool IsTag => Key == Taxonomies.Tag;

    private string List => "/manager/terms/" + Key;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FillAsync(cancellation))
        {
            return NotFound();
        }

        (Form, Seen) = (TermForm.Of(Term), Stamp.Of(Term));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await vocabularies.WriteAsync(Key, Slug, Seen, Form.ToText(), Me, cancellation) is { } reason)
        {
            return await FillAsync(cancellation) ? Again(reason) : Instead(List, reason);
        }

        return After(List, $"Đã lưu mục «{Form.Name}».");
    }

    public async Task<IActionResult> OnPostMergeAsync(string into, CancellationToken cancellation) =>
        await merge.RunAsync(Key, Slug, into ?? "", Me, cancellation) is { } reason ? Instead($"{List}/{Slug}", reason) : After(List, "Đã gộp. Mọi bài đã theo mục mới.");

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation) =>
        await vocabularies.DeleteAsync(Key, Slug, Me, cancellation) is { } reason ? Instead($"{List}/{Slug}", reason) : After(List, "Đã xóa mục.");

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        var vocabulary = (await vocabularies.ListAsync(cancellation)).FirstOrDefault(row => row.Key == Key);
        var terms = await vocabularies.TermsAsync(Key, cancellation);
        if (vocabulary is null || terms.FirstOrDefault(row => row.Term.Slug == Slug) is not { } row)
        {
            return false;
        }

        (Label, Term) = (vocabulary.Label, row.Term);
        Others = [.. terms.Where(other => other != row)];
        Uses = await vocabularies.UsesAsync(Key, Slug, cancellation);
        return true;
    }
}
