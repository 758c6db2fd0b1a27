using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Content;

/// <summary>Everything in the newsroom: searched, narrowed, several at once into the trash.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(ContentLists lists, Publisher publisher, AuditTrail trail, SiteBooks books) : ManagerPage
{
    private const int MostTold = 6;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "stage")]
    public Stage? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "standing")]
    public Standing? Standing { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? Cursor { get; set; }

    public DeskPage List { get; private set; } = new([], null, 0);

    public IReadOnlyList<AuditActor> People { get; private set; } = [];

    public IReadOnlyList<UnitEntry> Units { get; private set; } = [];

    public bool IsNarrowed => new[] { Words, Type, Unit, Who }.Any(static text => !string.IsNullOrWhiteSpace(text)) || Stage is not null || Standing is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await lists.ListAsync(Query(), Me, cancellation) is not { } page)
        {
            return Redirect("/manager/content");
        }

        List = page;
        People = await trail.ActorsAsync(cancellation);
        Units = [.. (await books.CurrentAsync(cancellation)).Units];
        return Page();
    }

    /// <summary>Puts the chosen into the trash; those that cannot go stay, each with its reason.</summary>
    /// <param name="chosen">Id and version of each, as the list showed them.</param>
    public async Task<IActionResult> OnPostTrashAsync(string[] chosen, CancellationToken cancellation)
    {
        var back = AddressOf(Cursor ?? "");
        var reasons = new List<string>();
        var done = 0;
        foreach (var (id, version, title) in chosen.Select(Parse).OfType<(ItemId, int, string)>())
        {
            if (await publisher.DoAsync(Act.Trash, id, version, ActDetails.None, Me, cancellation) is Outcome.Refused refused)
            {
                reasons.Add($"«{title}»: {refused.Reason.Message}");
            }
            else
            {
                done++;
            }
        }

        if (reasons.Count == 0)
        {
            return done == 0 ? Instead(back, new Refusal("none", "Hãy đánh dấu ít nhất một bài.")) : After(back, $"Đã bỏ {done} bài vào thùng rác. Lấy lại được ở «Thùng rác».");
        }

        var more = reasons.Count > MostTold ? $" Và {reasons.Count - MostTold} bài khác." : "";
        return Instead(back, new Refusal("some", $"Đã bỏ {done} bài vào thùng rác; {reasons.Count} bài ở lại. {string.Join(" ", reasons.Take(MostTold))}{more}"));
    }

    /// <summary>Address of the same list further on.</summary>
    public string AddressOf(string next) =>
        $"/manager/content?q={Uri.EscapeDataString(Words ?? "")}&type={Type}&stage={Stage}&standing={Standing}&unit={Unit}&who={Who}&after={Uri.EscapeDataString(next)}";

    private static (ItemId, int, string)? Parse(string chosen) =>
        chosen.Split('|', 3) is [var id, var version, var title] && Guid.TryParse(id, out var guid) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (new ItemId(guid), number, title) : null;

    private ContentQuery Query() => new()
    {
        Words = Words,
        Type = ContentTypes.Find(Type ?? "")?.Key,
        Stage = Stage,
        Standing = Standing,
        Unit = Unit,
        Who = Who,
        Cursor = Cursor,
    };
}
