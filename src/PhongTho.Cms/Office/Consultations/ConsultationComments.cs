using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Consultations;

/// <summary>Who said something about a list, and how to ask back. Never public, sealed in the database.</summary>
public sealed record CommentContact(string Name, string Reach);

/// <summary>What a person typed about a list, kept as typed.</summary>
public sealed record CommentEntry(string Text, string Name, string Reach, bool Agrees);

/// <summary>Takes in what anybody says about a list while it is open.</summary>
public sealed class ConsultationComments(CmsDatabase database, IContactSeal seal, TimeProvider clock)
{
    private const int Long = 4000;

    /// <returns>What is amiss; nothing when it was taken.</returns>
    public async Task<IReadOnlyList<EntryProblem>> ReceiveAsync(string slug, CommentEntry entry, CancellationToken cancellation)
    {
        var clean = new CommentEntry(Typed.Text(entry.Text), Typed.Line(entry.Name), Typed.Line(entry.Reach), entry.Agrees);
        if (Check(clean) is { Count: > 0 } problems)
        {
            return problems;
        }

        await using var work = await database.BeginAsync(Actor.Citizen, cancellation);
        var row = await work.Db.Consultations.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancellation);
        if (row?.StateOn(SiteTime.Today(clock)) != ConsultationState.Open)
        {
            return [new EntryProblem("gui", "Lần lấy ý kiến này không còn nhận ý kiến. Bạn vẫn có thể gửi qua trang «Góp ý, phản ánh».")];
        }

        var hasContact = clean.Name.Length > 0 || clean.Reach.Length > 0;
        work.Db.ConsultationComments.Add(new ConsultationComment
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Consultation = slug,
            ReceivedAt = work.Now,
            Text = clean.Text,
            Contact = hasContact ? seal.Seal(ContentJson.Write(new CommentContact(clean.Name, clean.Reach))) : null,
        });
        work.Record(ChangeVerb.CommentReceived, subject: "comment:" + slug);
        await work.CommitAsync(cancellation);
        return [];
    }

    private static List<EntryProblem> Check(CommentEntry entry)
    {
        var problems = new List<EntryProblem>();
        Need(entry.Text.Length >= 5, "y-kien", "Hãy ghi ý kiến của bạn.");
        Need(entry.Text.Length <= Long, "y-kien", "Ý kiến dài quá; tối đa 4.000 chữ.");
        Need(entry.Name.Length <= Typed.MostOfLine, "ho-ten", "Tên dài quá; tối đa 160 chữ.");
        Need(entry.Reach.Length == 0 || Typed.IsReach(entry.Reach), "lien-he", "Số điện thoại từ 8 đến 15 chữ số, hoặc thư điện tử; không muốn ghi thì để trống.");
        Need((entry.Name.Length == 0 && entry.Reach.Length == 0) || entry.Agrees, "dong-y", "Bạn đã ghi tên hoặc cách liên hệ: hãy đánh dấu đồng ý để chúng tôi được phép giữ, hoặc xóa hai ô ấy.");
        return problems;

        void Need(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add(new EntryProblem(field, message));
            }
        }
    }
}
