using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Portal.Manager.Terms;

/// <summary>One vocabulary: its terms in order, a new one, its own name.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class VocabularyModel(Vocabularies vocabularies) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>What the new term's form holds.</summary>
    [BindProperty]
    public TermForm Form { get; set; } = new();

    public string Label { get; private set; } = "";

    public IReadOnlyList<TermRow> Terms { get; private set; } = [];

    /// <summary>Groups in use, to choose from.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    /// <summary>Free tags come with content: nobody adds them here, and order means nothing.</summary>
    public bool IsTags => Key == Taxonomies.Tag;

    private string Address => "/manager/terms/" + Key;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FillAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (await vocabularies.AddAsync(Key, Form.ToText(), Me, cancellation) is { } reason)
        {
            await FillAsync(cancellation);
            return Again(reason);
        }

        return After(Address, $"Đã thêm mục «{Form.Name}».");
    }

    public async Task<IActionResult> OnPostNameAsync(string label, CancellationToken cancellation) =>
        await vocabularies.NameAsync(Key, label ?? "", Me, cancellation) is { } reason ? Instead(Address, reason) : After(Address, "Đã đổi tên danh mục.");

    /// <summary>Moves one term up or down by one.</summary>
    public async Task<IActionResult> OnPostMoveAsync(string slug, int by, CancellationToken cancellation)
    {
        var slugs = (await vocabularies.TermsAsync(Key, cancellation)).Select(static row => row.Term.Slug).ToList();
        var at = slugs.IndexOf(slug);
        if (at >= 0 && at + by >= 0 && at + by < slugs.Count)
        {
            (slugs[at], slugs[at + by]) = (slugs[at + by], slugs[at]);
        }

        return await vocabularies.OrderAsync(Key, slugs, Me, cancellation) is { } reason ? Instead(Address, reason) : After(Address, "Đã đổi thứ tự.");
    }

    public async Task<IActionResult> OnPostCleanAsync(CancellationToken cancellation) =>
        await vocabularies.CleanTagsAsync(Me, cancellation) is { } reason ? Instead(Address, reason) : After(Address, "Đã bỏ những từ khóa không bài nào dùng.");

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if ((await vocabularies.ListAsync(cancellation)).FirstOrDefault(row => row.Key == Key) is not { } row)
        {
            return false;
        }

        Label = row.Label;
        Terms = await vocabularies.TermsAsync(Key, cancellation);
        Groups = [.. Terms.Select(static term => term.Term.Group).OfType<string>().Distinct()];
        return true;
    }
}

/// <summary>What a form says about a term.</summary>
public sealed class TermForm
{
    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Group { get; set; }

    public string? Detail { get; set; }

    public static TermForm Of(Cms.Sites.TermEntry term) => new() { Name = term.Name, ShortName = term.ShortName, Group = term.Group, Detail = term.Detail };

    public TermText ToText() => new(Name ?? "", ShortName, Group, Detail);
}
