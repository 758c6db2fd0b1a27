using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Brings items to the table and finds the names behind the ids of a form.</summary>
public sealed class WritingRoom(CmsDatabase database, SiteBooks books, MediaShelf shelf, TimeProvider clock)
{
    /// <summary>What a field asks for that takes a dossier and no item.</summary>
    public const string SubjectType = "subject";

    private const int MostFound = 12;

    public async Task<OpenDraft?> OpenAsync(ItemId id, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null || await WorkflowCase.ReadAsync(db, book, item, cancellation) is not { } of)
        {
            return null;
        }

        return new OpenDraft(of)
        {
            FormerPaths = await db.Aliases.Where(alias => alias.ItemId == id).OrderBy(static alias => alias.Path).Select(static alias => alias.Path).ToListAsync(cancellation),
            Uses = await ItemUses.OfAsync(db, id, cancellation),
            Names = await ActorNames.OfAsync(db, [item.CreatedBy, item.DraftedBy, item.SubmittedBy, item.TrashedBy], cancellation),
        };
    }

    /// <summary>Numbers of two texts that tell a member what others did: the last one of their own, or the one before the newest, and the newest.</summary>
    public async Task<(int From, int To)> SinceAsync(ItemId id, string member, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var numbers = await db.Revisions.Where(row => row.ItemId == id).OrderByDescending(static row => row.Number).Select(static row => new { row.Number, row.Author }).ToListAsync(cancellation);
        var newest = numbers[0].Number;
        var own = numbers.FirstOrDefault(row => row.Author == member && row.Number < newest)?.Number;
        return (own ?? numbers.ElementAtOrDefault(1)?.Number ?? newest, newest);
    }

    /// <summary>A form ready to draw.</summary>
    public async Task<FormView> ViewAsync(FormValues values, DateOnly? day, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        Guid[] ids = [.. values.Names.SelectMany(values.All).Where(static value => value.Length == 36).Select(static value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Distinct()];
        MediaId[] mediaIds = [.. ids.Select(static id => new MediaId(id))];
        ItemId[] itemIds = [.. ids.Select(static id => new ItemId(id))];
        await using var db = database.Open();
        var media = ids.Length == 0 ? [] : await db.Media.Where(file => mediaIds.Contains(file.Id)).ToListAsync(cancellation);
        var titles = ids.Length == 0 ? [] : await db.Items.Where(item => itemIds.Contains(item.Id))
            .Select(static item => new { item.Id, Title = item.Standing != Standing.Live && item.DraftTitle.Length > 0 ? item.DraftTitle : item.Title }).ToListAsync(cancellation);
        SubjectId[] subjectIds = [.. ids.Select(static id => new SubjectId(id))];
        var subjects = ids.Length == 0 ? [] : await db.Subjects.Where(subject => subjectIds.Contains(subject.Id)).Select(static subject => new { subject.Id, subject.Name }).ToListAsync(cancellation);
        return new FormView
        {
            Values = values,
            Book = book,
            Day = day ?? SiteTime.Today(clock),
            Media = media.ToDictionary(static file => file.Id.Value),
            Titles = titles.Select(static item => (Id: item.Id.Value, item.Title)).Concat(subjects.Select(static subject => (Id: subject.Id.Value, Title: subject.Name)))
                .ToDictionary(static named => named.Id, static named => named.Title),
        };
    }

    /// <summary>Items with these words in their address, that this person may point at: what readers can see first, then what is within reach.</summary>
    public async Task<IReadOnlyList<FoundChoice>> ItemsAsync(string? type, string words, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var items = db.Items.Where(static item => item.TrashedAt == null && item.Standing != Standing.Withdrawn);
        if (type is { Length: > 0 })
        {
            items = items.Where(item => item.Type == type);
        }

        if (!actor.May(Right.EditAll))
        {
            items = items.Where(item => item.Standing == Standing.Live || item.CreatedBy == actor.Key || (item.OwnerUnit != null && item.OwnerUnit == actor.Unit));
        }

        // Addresses are made of titles without marks: with them the words are found however they are typed.
        foreach (var word in (string.IsNullOrWhiteSpace(words) ? "" : Slug.Of(words)).Split('-', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            items = items.Where(item => item.Path.Contains(word));
        }

        var rows = await items.OrderByDescending(static item => item.Standing == Standing.Live).ThenByDescending(static item => item.ListedAt).Take(MostFound)
            .Select(static item => new { item.Id, item.Type, item.Standing, Title = item.Standing != Standing.Live && item.DraftTitle.Length > 0 ? item.DraftTitle : item.Title }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(static row => new FoundChoice(
                row.Id.ToString(), row.Title, ContentTypes.Get(row.Type).Label + (row.Standing == Standing.Live ? "" : " · " + WorkflowWords.NameOf(row.Standing)))),
        ];
    }

    /// <summary>Dossiers whose name has these words, with or without marks. Who reports for a unit finds those of the unit, and collectives.</summary>
    public async Task<IReadOnlyList<FoundChoice>> SubjectsAsync(string words, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var subjects = db.Subjects.Named(words);
        if (!actor.May(Right.EditAll))
        {
            subjects = subjects.Where(subject => subject.Kind == SubjectKinds.Collective || (subject.Unit != null && subject.Unit == actor.Unit));
        }

        var book = await books.CurrentAsync(cancellation);
        var rows = await subjects.OrderBy(static subject => subject.PlainName).Take(MostFound).Select(static subject => new { subject.Id, subject.Name, subject.Kind, subject.Unit }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new FoundChoice(row.Id.ToString(), row.Name, string.Join(
                " · ", new[] { book.Term(Taxonomies.SubjectKind, row.Kind)?.Name, row.Unit is { } unit ? book.Unit(unit)?.FullName : null }.OfType<string>()))),
        ];
    }

    /// <summary>Files of a kind whose name or description has these words.</summary>
    public async Task<IReadOnlyList<FoundChoice>> FilesAsync(string? kind, string words, CancellationToken cancellation)
    {
        var page = await shelf.ListAsync(new MediaQuery { Words = words, Kind = MediaKinds.Find(kind), Count = MostFound }, cancellation);
        return [.. page.Files.Select(static file => new FoundChoice(file.Id.ToString(), file.Name, file.Alt ?? ""))];
    }
}
