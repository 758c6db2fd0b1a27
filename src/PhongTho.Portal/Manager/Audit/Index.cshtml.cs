using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Audit;

/// <summary>The log of all acts, newest first, in sentences.</summary>
[Authorize(Policy = nameof(Right.ReadAudit))]
public sealed class IndexModel(AuditTrail trail, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public SiteBook Book { get; private set; } = null!;

    public IReadOnlyList<AuditActor> Actors { get; private set; } = [];

    public long? Next { get; private set; }

    /// <summary>Entries by their day in Vietnam.</summary>
    public IReadOnlyList<IGrouping<DateOnly, AuditEntry>> Days { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Members => Actors.ToDictionary(static actor => actor.Key, static actor => actor.Name, StringComparer.Ordinal);

    public bool IsNarrowed => Who is { Length: > 0 } || Act is { Length: > 0 } || Day is not null || Item is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var query = new AuditQuery
        {
            Actor = Who,
            Verbs = AuditWords.Groups.FirstOrDefault(group => group.Key == Act)?.Verbs ?? [],
            Day = Day,
            Item = Item is { } id ? new ItemId(id) : null,
            Before = Before,
        };
        var (page, _) = await trail.ReadAsync(query, Me, cancellation);
        if (page is null)
        {
            return Forbid();
        }

        (Book, Actors, Next) = (await books.CurrentAsync(cancellation), await trail.ActorsAsync(cancellation), page.Next);
        Days = [.. page.Entries.GroupBy(static entry => DateOnly.FromDateTime(SiteTime.Local(entry.At).DateTime))];
        return Page();
    }

    /// <summary>Address of the same list further back.</summary>
    public string AddressOf(long before) =>
        $"/manager/audit?who={Uri.EscapeDataString(Who ?? "")}&act={Uri.EscapeDataString(Act ?? "")}&day={Day:yyyy-MM-dd}&item={Item}&before={before}";
}
