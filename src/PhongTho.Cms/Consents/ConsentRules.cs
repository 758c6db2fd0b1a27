using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Consents;

/// <summary>How far a field, or a dossier as a whole, may be shown: the traffic light of the desk.</summary>
public enum ConsentLight
{
    /// <summary>Nothing of a private person is shown.</summary>
    NotNeeded,

    /// <summary>In force.</summary>
    Green,

    /// <summary>Asked for, ending within a month, or only a part.</summary>
    Amber,

    /// <summary>Must not be shown.</summary>
    Red,
}

/// <summary>A line of the desk's table: one field, whether it may be shown, and why.</summary>
public sealed record FieldLight(ConsentField Field, ConsentLight Light, string Why);

/// <summary>Rule R1 in one place: a named private person is public only with a consent in force that covers every shown field and the purpose.</summary>
public static class ConsentRules
{
    /// <summary>How long before its end the keepers are told.</summary>
    public const int ReminderDays = 30;

    /// <summary>Shown only with a tick of its own, which is off until a person sets it.</summary>
    public static IReadOnlyList<ConsentField> Sensitive { get; } =
        [ConsentField.Ethnicity, ConsentField.PartyMembership, ConsentField.Income, ConsentField.PovertyHistory, ConsentField.Health];

    /// <summary>What only one person, or one family, can have: nothing a collective is shown with.</summary>
    public static IReadOnlyList<ConsentField> Personal { get; } = [ConsentField.BirthYear, ConsentField.FamilyMembers, .. Sensitive];

    /// <summary>With these, initials would hide nobody.</summary>
    private static readonly ConsentField[] neverOfMinors = [ConsentField.BirthYear, ConsentField.FamilyMembers];

    /// <summary>Why this may not be shown of the subject; null when it may.</summary>
    /// <param name="shown">Fields the text shows and keeps.</param>
    public static Refusal? WhyNotShow(Subject subject, IReadOnlyList<ConsentRecord> records, IReadOnlyCollection<ConsentField> shown, ConsentPurpose purpose, DateOnly today)
    {
        if (subject.IsArmedForces && string.IsNullOrWhiteSpace(subject.Clearance))
        {
            return new Refusal("clearance", $"{subject.Name}: lực lượng vũ trang, chưa ghi văn bản đồng ý của đơn vị trong hồ sơ.");
        }

        ConsentField[] missing = [.. shown.Except(MayShow(subject, records, purpose, today)).Order()];
        return missing.Length == 0 ? null : new Refusal("consent", $"{subject.ShownNameOn(today)}: chưa có đồng ý đang có hiệu lực cho: {string.Join(", ", missing.Select(Lower))}.{Because(subject, records, today)}");
    }

    /// <summary>Every field that may be shown of the subject for the purpose on that day: what needs no consent, and what was agreed to. The one place that decides it.</summary>
    public static IReadOnlySet<ConsentField> MayShow(Subject subject, IReadOnlyList<ConsentRecord> records, ConsentPurpose purpose, DateOnly today) =>
        Enum.GetValues<ConsentField>().Where(field => !IsNeeded(subject, field)).Concat(Agreed(subject, records, purpose, today))
            .Except(subject.IsPrivate ? [] : Personal).Except(subject.IsMinorOn(today) ? neverOfMinors : []).ToHashSet();

    /// <summary>Collectives speak for themselves, unless children are to be seen.</summary>
    public static bool IsNeeded(Subject subject, ConsentField field) => subject.IsPrivate || (subject.ShowsMinors && field == ConsentField.Image);

    /// <summary>True when the person of a household or a group agreed to be named.</summary>
    public static bool IsNamed(Subject subject, IEnumerable<ConsentRecord> ofPerson, ConsentPurpose purpose, DateOnly today) =>
        ofPerson.Any(record => Holds(subject, record, purpose, today) && record.Fields.Contains(ConsentField.Name));

    /// <summary>Several people under one name: any of them may let it be said, but what shows them all needs everybody who was asked. Who took back is no longer among them.</summary>
    private static IEnumerable<ConsentField> Agreed(Subject subject, IReadOnlyList<ConsentRecord> records, ConsentPurpose purpose, DateOnly today)
    {
        var said = records.Where(record => Holds(subject, record, purpose, today)).ToLookup(static record => record.PersonName, static record => record.Fields, StringComparer.OrdinalIgnoreCase);
        var asked = records.Where(static record => record.State is ConsentState.Given or ConsentState.Expired).Select(static record => record.PersonName).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return Enum.GetValues<ConsentField>().Where(field => !SubjectKinds.IsMany(subject.Kind) || field == ConsentField.Name
            ? said.Any(fields => fields.Any(each => each.Contains(field)))
            : asked.Count > 0 && asked.TrueForAll(person => said[person].Any(each => each.Contains(field))));
    }

    private static bool Holds(Subject subject, ConsentRecord record, ConsentPurpose purpose, DateOnly today) =>
        record.IsInForceOn(today) && record.Purposes.Contains(purpose) && Counts(subject, record, today);

    /// <summary>Every field with its light, in the order of the form.</summary>
    public static IReadOnlyList<FieldLight> Lights(Subject subject, IReadOnlyList<ConsentRecord> records, DateOnly today)
    {
        var allowed = MayShow(subject, records, ConsentPurpose.Portal, today);
        return [.. Enum.GetValues<ConsentField>().Select(field => LightOf(field))];

        FieldLight LightOf(ConsentField field)
        {
            if (!IsNeeded(subject, field))
            {
                return new FieldLight(field, ConsentLight.NotNeeded, "Không cần");
            }

            if (subject.IsMinorOn(today) && neverOfMinors.Contains(field))
            {
                return new FieldLight(field, ConsentLight.Red, "Trẻ em: không nêu");
            }

            if (allowed.Contains(field))
            {
                var holding = records.Where(record => record.IsInForceOn(today) && record.Fields.Contains(field) && Counts(subject, record, today)).ToList();
                var end = holding.Exists(static record => record.ExpiresOn is null) ? null : holding.Max(static record => record.ExpiresOn);
                return end is { } last && last.DayNumber - today.DayNumber <= ReminderDays
                    ? new FieldLight(field, ConsentLight.Amber, FormattableString.Invariant($"Hết hạn {last:dd'/'MM'/'yyyy}"))
                    : new FieldLight(field, ConsentLight.Green, "Đang có hiệu lực");
            }

            return records.Any(static record => record.State == ConsentState.Requested)
                ? new FieldLight(field, ConsentLight.Amber, "Đang xin")
                : new FieldLight(field, ConsentLight.Red, Sensitive.Contains(field) ? "Chưa hỏi riêng: không nêu" : "Chưa có");
        }
    }

    /// <summary>The dossier as a whole: by its name, without which nothing is shown.</summary>
    public static ConsentLight LightOf(Subject subject, IReadOnlyList<ConsentRecord> records, DateOnly today) =>
        Lights(subject, records, today).Single(light => light.Field == (subject.IsPrivate ? ConsentField.Name : ConsentField.Image)).Light;

    /// <summary>What an editor calls a field.</summary>
    public static string NameOf(ConsentField field) => Choices.LabelOf(field);

    /// <summary>A child's needs the guardian and, from seven years on, the child; one who died is spoken for by the family.</summary>
    private static bool Counts(Subject subject, ConsentRecord record, DateOnly today)
    {
        if (subject.DeceasedOn is not null)
        {
            return record.Guardian.Length > 0;
        }

        if (!subject.IsPrivate)
        {
            return record is { Guardian.Length: > 0, ChildAssents: true };
        }

        return !subject.IsMinorOn(today) || (record.Guardian.Length > 0 && (record.ChildAssents || subject.AgeOn(today) < SubjectKinds.AskedAge));
    }

    private static string Because(Subject subject, IReadOnlyList<ConsentRecord> records, DateOnly today) =>
        subject.DeceasedOn is not null ? " Người đã mất: gia đình đồng ý thay, ghi ở ô «Người giám hộ, đại diện»."
        : subject.IsMinorOn(today) ? " Trẻ em dưới 16 tuổi: cần người giám hộ, và từ 7 tuổi cần em tự đồng ý."
        : !subject.IsPrivate ? " Ảnh có trẻ em: cần người giám hộ và các em đồng ý."
        : records.Any(record => record.State == ConsentState.Given && !record.IsInForceOn(today)) ? " Sự đồng ý trước đã hết hạn."
        : records.Any(static record => record.State == ConsentState.Withdrawn) ? " Sự đồng ý trước đã rút lại."
        : "";

    private static string Lower(ConsentField field)
    {
        var name = NameOf(field);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
