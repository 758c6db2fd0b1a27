using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Registrations;

/// <summary>The form of a registration: what it offers, and what was typed into it.</summary>
public sealed record RegistrationForm(RegistrationEntry Entry, SiteBook Book, IReadOnlyList<UnitEntry> Units, string SubjectName)
{
    public IReadOnlyList<(int Number, TermEntry Kind, IReadOnlyList<TermEntry> Criteria)> Kinds { get; } =
        [.. Book.TermsByTaxonomy[Taxonomies.SubjectKind].Select((kind, index) => (index + 1, kind, (IReadOnlyList<TermEntry>)[.. RegistrationChecks.CriteriaOf(kind.Slug, Book)]))];

    public IEnumerable<TermEntry> Targets => Book.TermsByTaxonomy[Taxonomies.CommendationForm];

    public CriterionAssessment? Row(string criterion) => Entry.Criteria.FirstOrDefault(row => row.Criterion == criterion);

    public static RegistrationEntry Read(IFormCollection form, SiteBook book)
    {
        var kind = Text("loai");
        return new RegistrationEntry
        {
            Unit = Text("don-vi"),
            Kind = kind,
            Name = Text("ten"),
            Subject = Dossier(),
            Target = Text("huong-toi"),
            Figures = Text("chi-tieu"),
            Plan = Text("viec"),
            HeadName = Text("thu-truong"),
            ConfirmedOn = DateOnly.TryParseExact(Text("ngay-xac-nhan"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,

            // Sheets of other kinds may have been ticked before the kind was changed: only the chosen one counts.
            Criteria = [.. RegistrationChecks.CriteriaOf(kind, book).Select(criterion => Answer(criterion.Slug)).OfType<CriterionAssessment>()],
        };

        // Chosen from the list, or pasted as the dossier's address; emptied words take the choice back.
        SubjectId? Dossier() => Text("ho-so.words") is { Length: > 0 } words && (Guid.TryParse(words[(words.LastIndexOf('/') + 1)..], out var id) || Guid.TryParse(Text("ho-so"), out id)) ? new SubjectId(id) : null;
        string Text(string name) => form[name].ToString().Trim().Normalize();
        CriterionAssessment? Answer(string criterion) => Enum.TryParse<CriterionResult>(form["kq-" + criterion].ToString(), out var result)
            ? new CriterionAssessment { Criterion = criterion, Result = result, Evidence = Text("mc-" + criterion) is { Length: > 0 } evidence ? evidence : null }
            : null;
    }
}
