using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Sections;

/// <summary>One section: its address, what it lists, how it is drawn. A new one without a path.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class EditModel(SectionEditing editing, SiteBooks books) : ManagerPage
{
    private const string AnyTerm = "*";

    /// <summary>Where the section is now; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? Now { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What the form holds.</summary>
    public Section Section { get; private set; } = new() { Path = "", Name = "", Types = [] };

    public SiteBook Book { get; private set; } = null!;

    /// <summary>The type whose items live under this address, so that it cannot change.</summary>
    public ContentType? Home => Now is { } path ? SectionRules.HomeOf(path) : null;

    /// <summary>Vocabularies that can be a filter or a condition, in their order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Taxonomies => Book.TaxonomyLabels.Where(static label => label.Key != Cms.Model.Taxonomies.Tag).OrderBy(static label => label.Value, StringComparer.Ordinal);

    /// <summary>Terms a condition can name.</summary>
    public IReadOnlyList<(string Slug, string Name)> TermsOf(string taxonomy) =>
        Book.TermsByTaxonomy.GetValueOrDefault(taxonomy) is { IsDefault: false } terms ? [.. terms.Select(static term => (term.Slug, term.Name))] : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        if (Now is null)
        {
            return Page();
        }

        if (Book.Section(Now) is not { } section)
        {
            return NotFound();
        }

        (Section, Seen) = (section, Stamp.Of(section));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        Section = Read(Request.Form);
        return await editing.SaveAsync(Now, Seen, Section, Me, cancellation) is { } reason ? Again(reason) : After("/manager/sections", $"Đã lưu chuyên trang «{Section.Name}».");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation) =>
        await editing.DeleteAsync(Now ?? "", Me, cancellation) is { } reason
            ? Instead("/manager/sections/edit?path=" + Uri.EscapeDataString(Now ?? ""), reason)
            : After("/manager/sections", "Đã xóa chuyên trang. Các bài vẫn ở địa chỉ của mình.");

    private Section Read(IFormCollection form)
    {
        var before = Book.Section(Now ?? "");
        return new Section
        {
            Path = Home is null ? form["address"].ToString().Trim().Trim('/') : Now!,
            Name = form["name"].ToString(),
            Introduction = form["introduction"].ToString(),
            Types = Chosen(form["types"], before?.Types),
            Filters = Chosen(form["filters"], before?.Filters),
            Layout = form["layout"].ToString(),
            Conditions = Chosen(Taxonomies.Select(static label => label.Key), before?.Conditions.Keys)
                .Select(key => (Key: key, Slugs: Chosen(form["when." + key], before?.Conditions.GetValueOrDefault(key)))).Where(static condition => condition.Slugs.Count > 0)
                .ToDictionary(static condition => condition.Key, static condition => condition.Slugs.Contains(AnyTerm) ? [AnyTerm] : condition.Slugs),
        };
    }

    /// <summary>What is ticked, in the order it had before: readers see filters in that order, and boxes know none.</summary>
    private static IReadOnlyList<string> Chosen(IEnumerable<string?> ticked, IEnumerable<string>? before)
    {
        string[] chosen = [.. ticked.OfType<string>().Where(static text => text.Length > 0)];
        return [.. (before ?? []).Where(chosen.Contains), .. chosen.Except(before ?? [])];
    }
}
