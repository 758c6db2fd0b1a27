using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>A screen with the officer's sheet on it.</summary>
public abstract class EntryPage(CmsDatabase database, SiteBooks books) : ManagerPage
{
    public EntryForm Sheet { get; private set; } = null!;

    public SiteBook Book { get; private set; } = null!;

    /// <summary>The row is revoked: the sheet asks for the document that did it.</summary>
    public bool IsRevoked { get; protected set; }

    protected CmsDatabase Database => database;

    protected async Task ShowAsync(CommendationEntry entry, CancellationToken cancellation) =>
        (Book, Sheet) = (await books.CurrentAsync(cancellation), await EntryForm.OfAsync(entry, database, cancellation));

    protected async Task ReadAsync(CancellationToken cancellation)
    {
        (Book, Sheet) = (await books.CurrentAsync(cancellation), await EntryReader.ReadAsync(Request.Form, database, cancellation));
        IsRevoked = Request.Form.ContainsKey("van-ban-huy");
    }

    /// <summary>What cannot be understood is told before anything is tried.</summary>
    protected Refusal? Misread => Sheet.Problems.Count == 0 ? null : new Refusal("misread", "Chưa lưu được: còn chỗ cần sửa.") { Problems = Sheet.Problems };
}
