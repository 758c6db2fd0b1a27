using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Consents;

/// <summary>A subject a text names, with what the text shows of it and all it ever agreed to.</summary>
public sealed record NamedSubject(Subject Subject, IReadOnlyList<ConsentRecord> Records, IReadOnlyList<ConsentField> Shown)
{
    /// <summary>Those of the shown that the text can do without.</summary>
    public IReadOnlyList<ConsentField> Spare { get; init; } = [];

    /// <summary>What the text can do without and nobody agreed to: left out when it is published.</summary>
    public IReadOnlyList<ConsentField> LeftOut(DateOnly today) => [.. Spare.Except(ConsentRules.MayShow(Subject, Records, ConsentPurpose.Portal, today))];

    public Refusal? WhyNotShow(DateOnly today, ConsentPurpose purpose) =>
        ConsentRules.WhyNotShow(Subject, Records, [.. Shown.Except(LeftOut(today))], purpose, today);
}

/// <summary>Whom a text names, itself or through whom it tells of.</summary>
/// <param name="Words">All the text says, without marks and case, a blank between words and at both ends.</param>
public sealed record NamedSubjects(IReadOnlyList<NamedSubject> All, string Words = "")
{
    /// <summary>Told in an item's history of a text that was shortened when it was published.</summary>
    public const string LeftOutNote = "Bỏ phần chưa có đồng ý";

    public static NamedSubjects Nobody { get; } = new([]);

    /// <summary>The same as it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>True when a private person can be known from the text, and no dossier says who.</summary>
    public bool LacksDossier { get; init; }

    public static async Task<NamedSubjects> ReadAsync(CmsDb db, ContentBody body, CancellationToken cancellation)
    {
        var own = BodyReading.Subjects(body);
        ItemId[] linked = [.. BodyReading.Items(body)];
        var through = linked.Length == 0 ? [] : await db.Items.Where(item => linked.Contains(item.Id))
            .Join(db.RevisionSubjects, static item => item.LiveRevisionId ?? item.DraftRevisionId, static row => row.RevisionId, static (item, row) => new { item.Id, item.Type, row.SubjectId }).ToListAsync(cancellation);
        var told = own.Concat(through.Where(row => body.TellsOf.Contains(row.Id)).Select(static row => row.SubjectId)).ToHashSet();
        SubjectId[] ids = [.. told.Concat(through.Where(static row => ContentTypes.Get(row.Type).IsAboutOneSubject).Select(static row => row.SubjectId)).Distinct()];
        var subjects = ids.Length == 0 ? [] : await db.Subjects.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);

        // What only points at somebody's page loses the link with the page; what also says the name names them.
        subjects.RemoveAll(subject => !told.Contains(subject.Id) && !Says(body, subject.Name));
        var records = ids.Length == 0 ? [] : await db.Consents.Where(row => ids.Contains(row.SubjectId)).ToListAsync(cancellation);
        var words = subjects.Count == 0 ? "" : WordsOf(body.Without(body.Spares));
        return new NamedSubjects([.. subjects.Select(subject => Of(subject, [.. records.Where(record => record.SubjectId == subject.Id)], body, words))], words)
        {
            Text = subjects.Count == 0 ? "" : TextOf(body),
            LacksDossier = body.NamesPrivatePerson && !subjects.Exists(static subject => subject.IsPrivate),
        };
    }

    /// <summary>The first reason why the text may not go to the public this way for the sake of those it names (rule R1).</summary>
    public Refusal? WhyNotShow(DateOnly today, ConsentPurpose purpose = ConsentPurpose.Portal)
    {
        if (LacksDossier)
        {
            return new Refusal("dossier", "Bài nêu tên người dân mà chưa chọn hồ sơ của người ấy. Chọn ở ô «Hồ sơ gương»; chưa có thì lập hồ sơ và ghi sự đồng ý.");
        }

        return All.Select(named => named.WhyNotShow(today, purpose) ?? WhyNotMember(named, today, purpose)).FirstOrDefault(static reason => reason is not null)
            ?? (All.Any(static named => named.Subject.IsPrivate) ? NeverShown.WhyNot(Text) : null)
            ?? (ChildNamed(today) is { } child ? new Refusal("child", $"Bài còn nêu tên đầy đủ của trẻ em dưới 16 tuổi. Hãy thay bằng «{Initials.Of(child)}».") : null);
    }

    /// <summary>True when everybody who is named agreed anew after a moment: the way back of what was withdrawn.</summary>
    public bool AgreedSince(DateTimeOffset moment, DateOnly today) =>
        All.Any(static named => named.Subject.IsPrivate) && WhyNotShow(today) is null
        && All.Where(static named => named.Subject.IsPrivate).All(named => named.Records.Any(record => record.IsInForceOn(today) && record.StateAt > moment));

    /// <summary>The text without what nobody agreed to and it can do without; itself when there is nothing to leave out.</summary>
    public ContentBody Shown(ContentBody body, DateOnly today)
    {
        IReadOnlyList<ConsentField> fields = All.Count == 0 ? ConsentRules.Personal : [.. All.SelectMany(named => named.LeftOut(today)).Distinct()];
        return fields.Count == 0 ? body : body.Without(fields);
    }

    /// <summary>True when the text calls somebody by name.</summary>
    public static bool Says(ContentBody body, string name) => IsNamed(WordsOf(body), name);

    private static NamedSubject Of(Subject subject, IReadOnlyList<ConsentRecord> records, ContentBody body, string words)
    {
        var shown = body.ShowsOf(subject.Id);
        var isSaid = subject.Village is { Length: > 0 } village && IsSaid(words, village);
        return new NamedSubject(subject, records, isSaid ? [.. shown.Append(ConsentField.VillageLevelAddress).Distinct()] : shown)
        {
            // A name of a village that the running text says as well cannot be left out of it by the machine.
            Spare = [.. body.Spares.Intersect(shown).Where(field => !isSaid || field != ConsentField.VillageLevelAddress)],
        };
    }

    /// <summary>A commune may bear the name of a village in it: «xã Bản Lang» says nothing of where somebody lives.</summary>
    private static bool IsSaid(string words, string village) =>
        words.Replace(" xa" + Folded(village), " ", StringComparison.Ordinal).Contains(Folded(village), StringComparison.Ordinal);

    /// <summary>Each of a household or group who is called by name is asked for by that name.</summary>
    private Refusal? WhyNotMember(NamedSubject named, DateOnly today, ConsentPurpose purpose) =>
        named.Records.Where(static record => record.PersonName.Length > 0).GroupBy(static record => record.PersonName, StringComparer.OrdinalIgnoreCase)
            .Where(person => ConsentRules.IsNeeded(named.Subject, ConsentField.Name) && IsNamed(Words, person.Key) && !ConsentRules.IsNamed(named.Subject, person, purpose, today))
            .Select(static person => new Refusal("consent", $"{person.Key}: chưa có đồng ý đang có hiệu lực cho: tên. Bỏ tên người ấy khỏi bài, hoặc xin đồng ý."))
            .FirstOrDefault();

    private static bool IsNamed(string words, string person)
    {
        var name = PlainNames.Of(person.Split('(')[0]);
        return name.Contains(' ', StringComparison.Ordinal) && words.Contains($" {name} ", StringComparison.Ordinal);
    }

    private string? ChildNamed(DateOnly today) => All.Select(static named => named.Subject)
        .Where(subject => subject.IsMinorOn(today) && !Initials.Are(subject.Name) && Words.Contains(Folded(subject.Name), StringComparison.Ordinal)).Select(static subject => subject.Name).FirstOrDefault();

    private static string WordsOf(ContentBody body) => Folded(TextOf(body));

    private static string TextOf(ContentBody body) => string.Join(' ', [body.Title, body.Summary, .. BodyReading.Names(body), BodyReading.Words(body)]);

    private static string Folded(string text) => $" {PlainNames.Fold(text)} ";
}
