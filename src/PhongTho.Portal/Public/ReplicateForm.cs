using PhongTho.Cms.Replications;
using PhongTho.Portal.Public.Intake;

namespace PhongTho.Portal.Public;

/// <summary>Reads what a browser sent into the entry, and keeps it as typed.</summary>
public static class ReplicateForm
{
    public static ReplicationEntry Entry(IFormCollection form) => new()
    {
        Kind = Enum.TryParse<ReplicatorKind>(IntakeGate.Text(form, "la"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Who = IntakeGate.Text(form, "ten"),
        ShowsName = IntakeGate.Text(form, "neu-ten") == "co",
        Households = IntakeGate.Text(form, "so-ho"),
        Unit = IntakeGate.Text(form, "xa"),
        Village = IntakeGate.Text(form, "ban"),
        Started = IntakeGate.Text(form, "tu"),
        Plan = IntakeGate.Text(form, "y-dinh"),
        Contact = new ReplicatorContact(IntakeGate.Text(form, "ho-ten"), IntakeGate.Text(form, "lien-he")),
        Agrees = IntakeGate.Text(form, "dong-y") == "co",
    };

    public static ResultEntry Result(IFormCollection form) => new()
    {
        Result = IntakeGate.Text(form, "ket-qua"),
        Value = IntakeGate.Text(form, "gia-tri"),
        Measure = IntakeGate.Text(form, "don-vi"),
    };
}
