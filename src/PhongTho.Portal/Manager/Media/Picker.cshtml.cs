using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>The inside of the window in which a form's picture or file is chosen.</summary>
public sealed class PickerModel(MediaShelf shelf) : ManagerPage
{
    public MediaListing Listing { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Listing = await MediaListing.ReadAsync(shelf, MediaAsk.Of("/manager/media/picker", Request.Query), 24, cancellation);
}
