using PhongTho.Cms.Desk;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Tracking;

namespace PhongTho.Portal.Manager.Desk;

/// <summary>A shelf of the desk as it is shown: a few rows, how many there are, and where the rest is.</summary>
public sealed record ShelfView(DeskShelf Shelf, string Label, string Empty, IReadOnlyList<DeskRow> Rows, int Count)
{
    public string Address => "/manager/desk/" + Shelves.KeyOf(Shelf);
}

/// <summary>Where a day begins: what waits, what is under way.</summary>
public sealed class IndexModel(DeskLists lists, FeedbackInbox letters, TrackingLog tracking, TimeProvider clock) : ManagerPage
{
    private const int Few = 5;

    /// <summary>What somebody may start, one kind of content each.</summary>
    public IReadOnlyList<ContentType> Kinds { get; private set; } = [];

    public IReadOnlyList<ShelfView> Shelves { get; private set; } = [];

    /// <summary>Letters of the public that wait for this person, and how many.</summary>
    public (IReadOnlyList<FeedbackRow> Rows, int Count) Letters { get; private set; } = ([], 0);

    /// <summary>Subjects somebody promised to look at again, and how many.</summary>
    public (IReadOnlyList<DueReview> Reviews, int Count) Due { get; private set; } = ([], 0);

    /// <summary>Good morning, afternoon or evening, by the clock of Vietnam.</summary>
    public string Greeting => SiteTime.Local(clock.GetUtcNow()).Hour switch
    {
        < 11 => "Chào buổi sáng",
        < 13 => "Chào buổi trưa",
        < 18 => "Chào buổi chiều",
        _ => "Chào buổi tối",
    };

    /// <summary>Everything somebody waits for: drafts, letters, subjects to look at again.</summary>
    public int WaitingCount => (Shelves.FirstOrDefault(static shelf => shelf.Shelf == DeskShelf.Waiting)?.Count ?? 0) + Letters.Count + Due.Count;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Me.May(Right.Write))
        {
            return;
        }

        Kinds = [.. ContentTypes.All.Where(type => Workflow.WhyNotCreate(type, Me) is null).OrderBy(static type => type.IsTree)];
        var counts = await lists.CountsAsync(Me, cancellation);
        var shelves = new List<ShelfView>();
        foreach (var (shelf, label, empty) in Desk.Shelves.For(Me).Where(row => row.Shelf is DeskShelf.Waiting or DeskShelf.Mine or DeskShelf.Published || counts[row.Shelf] > 0))
        {
            var page = shelf == DeskShelf.Trash ? null : await lists.ListAsync(new DeskRequest(shelf) { Size = Few }, Me, cancellation);
            shelves.Add(new ShelfView(shelf, label, empty, page?.Rows ?? [], counts[shelf]));
        }

        Shelves = shelves;
        Letters = await letters.WaitingAsync(Me, Few, cancellation);
        Due = TrackingLog.WhyNotAdd(Me) is null ? await tracking.DueAsync(tracking.Horizon, Few, cancellation) : ([], 0);
    }
}
