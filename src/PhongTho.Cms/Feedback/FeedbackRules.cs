using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Feedback;

/// <summary>Reads and keeps the promises.</summary>
public sealed class FeedbackRules(CmsDatabase database, TimeProvider clock)
{
    /// <summary>Where promises without days stood before they were dated; they count as those from the beginning.</summary>
    private const string UndatedKey = "feedback";

    /// <summary>The promises that hold today.</summary>
    public async Task<FeedbackPromises> CurrentAsync(CancellationToken cancellation) => (await BookAsync(cancellation)).On(SiteTime.Today(clock));

    public async Task<PromiseBook> BookAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ReadAsync(db, cancellation);
    }

    /// <summary>Promises something else from a day on. What senders of earlier letters were promised stays as it was.</summary>
    public async Task<Refusal?> SaveAsync(FeedbackPromises promises, Actor actor, CancellationToken cancellation)
    {
        var right = actor.May(Right.ManageSite) ? null : new Refusal("right", "Bạn chưa được giao quyền sửa cài đặt trang.");
        if ((right ?? promises.WhyNot() ?? WhyNotFrom(promises.From)) is { } reason)
        {
            return reason;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var book = await ReadAsync(work.Db, cancellation);
        var kept = (book.Periods.Count == 0 ? new PromiseBook().With(new FeedbackPromises()) : book).With(promises);
        await SiteEditing.KeepAsync(work, PromiseBook.Key, kept, cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }

    internal static async Task<PromiseBook> ReadAsync(CmsDb db, CancellationToken cancellation)
    {
        if (await SiteEditing.ReadAsync<PromiseBook?>(db, PromiseBook.Key, null, cancellation) is { } book)
        {
            return book;
        }

        return await SiteEditing.ReadAsync<FeedbackPromises?>(db, UndatedKey, null, cancellation) is { } undated ? new PromiseBook().With(undated) : new PromiseBook();
    }

    private Refusal? WhyNotFrom(DateOnly? from) => from is null ? new Refusal("from", "Hãy ghi áp dụng từ ngày nào.")
        : from < SiteTime.Today(clock) ? new Refusal("from", "Không đổi lời hẹn của những thư đã nhận: ngày áp dụng phải từ hôm nay trở đi.")
        : null;
}
