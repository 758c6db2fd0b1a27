using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Portal.Manager.Subjects;

/// <summary>All dossiers: found by name however it is typed, narrowed by kind, stage and unit.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class IndexModel(SubjectBook dossiers, ConsentDesk consents, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "buoc")]
    public SubjectStage? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? Cursor { get; set; }

    public SubjectPage List { get; private set; } = new([], null, 0);

    /// <summary>Consents that end within a month.</summary>
    public IReadOnlyList<(SubjectId Id, string Name, DateOnly On)> Expiring { get; private set; } = [];

    public SiteBook Book { get; private set; } = null!;

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Kind) || Stage is not null || !string.IsNullOrEmpty(Unit);

    public IEnumerable<TermEntry> Kinds => Book.TermsByTaxonomy.TryGetValue(Taxonomies.SubjectKind, out var terms) ? terms : [];

    public string NextAddress => "/manager/subjects" + QueryString.Create(
        new[] { ("q", Words), ("doi-tuong", Kind), ("buoc", Stage?.ToString()), ("xa", Unit), ("sau", List.Next) }
            .Where(static part => !string.IsNullOrEmpty(part.Item2)).Select(static part => KeyValuePair.Create(part.Item1, part.Item2)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        Expiring = await consents.ExpiringAsync(cancellation);
        List = await dossiers.ListAsync(new SubjectQuery(Words ?? "", Kind, Stage, Unit, Cursor), cancellation);
    }

    /// <summary>Colour of a stage's mark: the classes of content stages mean the same.</summary>
    internal static string MarkOf(SubjectStage stage) => stage switch
    {
        SubjectStage.Recognised or SubjectStage.Replicated => "approved",
        SubjectStage.Verified or SubjectStage.Nurturing => "in-review",
        SubjectStage.Declined or SubjectStage.Lapsed => "retracted",
        SubjectStage.OnHold => "on-hold",
        _ => "",
    };
}
