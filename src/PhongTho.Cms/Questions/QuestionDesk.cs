using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Questions;

/// <summary>What readers asked in vain, as editors go through it: seen to, put aside, taken up again.</summary>
public sealed class QuestionDesk(CmsDatabase database, UnansweredQuestions questions)
{
    /// <summary>The log is kept for good and questions are not, so it tells that one was seen to, never its words.</summary>
    public const string Subject = "question";

    private const int MostShown = 100;

    /// <summary>The most often asked first, up to this moment.</summary>
    public async Task<IReadOnlyList<UnansweredQuestion>> ListAsync(bool aside, CancellationToken cancellation)
    {
        await questions.WriteAsync(cancellation);
        await using var db = database.Open();
        return await db.UnansweredQuestions.Where(row => row.AsideAt != null == aside)
            .OrderByDescending(static row => row.Times).ThenByDescending(static row => row.LastOn).ThenBy(static row => row.Key).Take(MostShown).ToListAsync(cancellation);
    }

    /// <summary>Strikes a question off the list, when it has been seen to.</summary>
    public Task<Refusal?> PutAsideAsync(string key, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, work => MoveAsync(work, key, work.Now, cancellation), cancellation);

    public Task<Refusal?> TakeUpAsync(string key, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, work => MoveAsync(work, key, null, cancellation), cancellation);

    /// <summary>Puts it aside within the act that answers it, when it is on the list.</summary>
    internal static async Task AnsweredAsync(Work work, string words, CancellationToken cancellation) =>
        await MoveAsync(work, PlainWords.Of(words), work.Now, cancellation);

    private static async Task<Refusal?> MoveAsync(Work work, string key, DateTimeOffset? asideAt, CancellationToken cancellation)
    {
        var moved = await work.Db.UnansweredQuestions.Where(row => row.Key == key && row.AsideAt != null == (asideAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(static row => row.AsideAt, asideAt), cancellation);
        if (moved == 0)
        {
            return new Refusal("missing", "Lời tìm này không còn trong danh sách, hoặc người khác vừa xem xong.");
        }

        work.Record(ChangeVerb.QuestionKept, subject: Subject, note: asideAt is null ? "Lấy lại" : "Gác lại");
        return null;
    }
}
