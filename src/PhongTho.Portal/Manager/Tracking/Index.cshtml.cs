using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Tracking;

namespace PhongTho.Portal.Manager.Tracking;

/// <summary>Who is to be looked at again: overdue first, then what comes within two weeks.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class IndexModel(TrackingLog tracking, SiteBooks books) : ManagerPage
{
    private const int Most = 200;

    public IReadOnlyList<DueReview> Reviews { get; private set; } = [];

    public int Count { get; private set; }

    public SiteBook Book { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        (Reviews, Count) = await tracking.DueAsync(tracking.Horizon, Most, cancellation);
    }

    /// <summary>Writes an entry into a dossier and goes back there.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid subject, string? progress, string? support, DateOnly? on, DateOnly? next, CancellationToken cancellation)
    {
        var (id, input) = (new SubjectId(subject), new TrackingInput { On = on, Progress = progress ?? "", Support = support ?? "", NextReviewOn = next });
        var address = "/manager/subjects/" + id;
        return await tracking.AddAsync(id, input, Me, cancellation) is { } reason ? Instead(address, reason) : After(address, "Đã ghi theo dõi.");
    }

    internal static string WhenOf(int days) => days switch
    {
        < 0 => $"quá hạn {-days} ngày",
        0 => "hôm nay",
        1 => "ngày mai",
        _ => $"còn {days} ngày",
    };
}
