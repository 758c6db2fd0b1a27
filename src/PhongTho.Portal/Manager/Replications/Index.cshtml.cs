using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Replications;

/// <summary>The room «Nhân rộng»: who waits to be confirmed, whose result waits to be checked, and what it adds up to.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(ReplicationInbox inbox) : ManagerPage
{
    /// <summary>Shelves by key in the address; the first is all that is open.</summary>
    internal static readonly (string Key, string Label, ReplicationState[] States)[] Shelves =
    [
        ("", "Đang mở", []),
        ("cho-xac-nhan", "Chờ xác nhận", [ReplicationState.Registered]),
        ("dang-lam", "Đang làm theo", [ReplicationState.Confirmed]),
        ("cho-kiem-tra", "Chờ kiểm tra", [ReplicationState.Reported]),
        ("co-ket-qua", "Đã có kết quả", [ReplicationState.Checked]),
        ("da-dung", "Đã dừng, không nhận", [ReplicationState.Stopped, ReplicationState.Declined]),
    ];

    [BindProperty(SupportsGet = true, Name = "ngan")]
    public string Shelf { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "tiep")]
    public string? From { get; set; }

    public ReplicationRoomPage Room { get; private set; } = new([], new Dictionary<ReplicationState, int>(), null);

    public ReplicationTotals Totals { get; private set; } = null!;

    public SiteBook Book { get; private set; } = null!;

    public bool IsDesk => ReplicationSteps.HandOf(Me, isOfUnit: false) == ReplicationHand.Desk;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Room = await inbox.ListAsync(Array.Find(Shelves, shelf => shelf.Key == Shelf).States ?? [], From, Me, cancellation);
        (Totals, Book) = await inbox.TotalsAsync(Me, cancellation);
    }

    public int CountOf(ReplicationState[] states) => states.Length == 0
        ? Room.Counts.Where(static count => ReplicationSteps.IsOpen(count.Key)).Sum(static count => count.Value)
        : states.Sum(state => Room.Counts.GetValueOrDefault(state));

    /// <summary>Colour of a state's mark: the classes of content stages mean the same.</summary>
    internal static string MarkOf(ReplicationState state) => state switch
    {
        ReplicationState.Checked => "approved",
        ReplicationState.Confirmed or ReplicationState.Reported => "in-review",
        ReplicationState.Declined or ReplicationState.Stopped => "retracted",
        _ => "",
    };
}
