using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>Enters a proposal, or a decision that was taken already.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class NewModel(CommendationDesk desk, CmsDatabase database, SiteBooks books, TimeProvider clock) : EntryPage(database, books)
{
    /// <summary>A decision on paper, rather than a case to be looked at.</summary>
    public bool IsDecided { get; private set; } = true;

    /// <param name="guong">The exemplar it is for.</param>
    /// <param name="dossier">The dossier it is for.</param>
    public async Task OnGetAsync(Guid? guong, [FromQuery(Name = "ho-so")] Guid? dossier, CancellationToken cancellation) =>
        await ShowAsync(dossier is { } id ? await OfDossierAsync(new SubjectId(id), cancellation) : await BeginAsync(guong, cancellation), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        IsDecided = Request.Form["buoc"] == "quyet-dinh";
        if (Misread is { } misread)
        {
            return Again(misread);
        }

        var (code, reason) = await desk.AddAsync(Sheet.Entry, IsDecided, Me, cancellation);
        return reason is null ? After("/manager/commendations/" + code, $"Đã ghi vào sổ, mã {code}.") : Again(reason);
    }

    private async Task<CommendationEntry> OfDossierAsync(SubjectId id, CancellationToken cancellation)
    {
        await using var db = Database.Open();
        return await db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } subject
            ? new CommendationEntry { Subject = subject.Id, SubjectName = subject.ShownNameOn(SiteTime.Today(clock)), SubjectKind = subject.Kind, Unit = subject.Unit }
            : new CommendationEntry();
    }

    private async Task<CommendationEntry> BeginAsync(Guid? guong, CancellationToken cancellation)
    {
        if (guong is not { } id)
        {
            return new CommendationEntry();
        }

        await using var db = Database.Open();
        var item = new ItemId(id);
        var row = await db.Items.Where(other => other.Id == item).Select(static other => new { other.Type, Revision = other.LiveRevisionId ?? other.DraftRevisionId }).SingleOrDefaultAsync(cancellation);
        var json = row is null ? null : await db.Revisions.Where(revision => revision.Id == row.Revision).Select(static revision => revision.Body).SingleOrDefaultAsync(cancellation);
        if (row is null || json is null)
        {
            return new CommendationEntry();
        }

        var body = ContentTypes.Get(row.Type).Read(json);
        var terms = BodyReading.Terms(body).ToLookup(static term => term.Taxonomy, static term => term.Value);
        return new CommendationEntry
        {
            Item = item,
            SubjectName = body.ListSubject ?? body.Title,
            SubjectKind = terms[Taxonomies.SubjectKind].FirstOrDefault() ?? "",
            Unit = terms[Taxonomies.Unit].FirstOrDefault(),
        };
    }
}
