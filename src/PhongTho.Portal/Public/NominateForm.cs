using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Portal.Public.Intake;

namespace PhongTho.Portal.Public;

/// <summary>Reads what a browser sent into the entry, and keeps it as typed.</summary>
public static class NominateForm
{
    /// <summary>Five photographs as telephones make them.</summary>
    public const long MostBytes = 60_000_000;

    public static NominationEntry Entry(IFormCollection form) => new()
    {
        Kind = Text(form, "loai"),
        Name = Text(form, "ten"),
        Unit = Text(form, "xa"),
        Village = Text(form, "ban"),
        Deed = Text(form, "viec"),
        When = Text(form, "khi-nao"),
        Result = Text(form, "ket-qua"),
        Fields = [.. form["linh-vuc"].OfType<string>().Take(20)],
        Criteria = [.. form["tieu-chi"].OfType<string>().Distinct(StringComparer.Ordinal).Take(40).Select(static slug => new CriterionAssessment { Criterion = slug, Result = CriterionResult.Met })],
        Source = Text(form, "biet-tu"),
        IsSubjectAware = Text(form, "da-biet") switch { "co" => true, "chua" => false, _ => null },
        Contact = new NominatorContact(Text(form, "ho-ten"), Text(form, "lien-he"), Text(form, "quan-he")),
        Agrees = Text(form, "dong-y") == "co",
    };

    private static string Text(IFormCollection form, string name) => IntakeGate.Text(form, name);
}
