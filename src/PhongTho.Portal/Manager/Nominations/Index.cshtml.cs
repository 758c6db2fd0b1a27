using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Nominations;

namespace PhongTho.Portal.Manager.Nominations;

/// <summary>The inbox: what waits, how long, in whose hand. Contributors see what their unit sent.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(NominationInbox inbox) : ManagerPage
{
    /// <summary>Shelves by key in the address; the first is all that is open.</summary>
    internal static readonly (string Key, string Label, NominationState[] States)[] Shelves =
    [
        ("", "Đang mở", []),
        ("moi", "Mới nhận", [NominationState.Received]),
        ("dang-xem", "Đang xem", [NominationState.Triaged]),
        ("cho-don-vi", "Chờ đơn vị", [NominationState.ForwardedToUnit]),
        ("da-xac-nhan", "Đã xác nhận", [NominationState.Confirmed]),
        ("da-xong", "Đã xong", [NominationState.TurnedIntoExemplar, NominationState.Rejected, NominationState.Duplicate]),
    ];

    [BindProperty(SupportsGet = true, Name = "ngan")]
    public string Shelf { get; set; } = "";

    public InboxPage Inbox { get; private set; } = new([], new Dictionary<NominationState, int>());

    public bool MayTriage => NominationSteps.WhyNotTriage(Me) is null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var shelf = Array.Find(Shelves, shelf => shelf.Key == Shelf);
        Inbox = await inbox.ListAsync(shelf.States ?? [], Me, cancellation);
    }

    public int CountOf(NominationState[] states) => states.Length == 0
        ? Inbox.Counts.Where(static count => !NominationSteps.IsClosed(count.Key)).Sum(static count => count.Value)
        : states.Sum(state => Inbox.Counts.GetValueOrDefault(state));

    /// <summary>Colour of a state's mark: the classes of content stages mean the same.</summary>
    internal static string MarkOf(NominationState state) => state switch
    {
        NominationState.Confirmed or NominationState.TurnedIntoExemplar => "approved",
        NominationState.Triaged or NominationState.ForwardedToUnit => "in-review",
        NominationState.Rejected => "retracted",
        _ => "",
    };
}
