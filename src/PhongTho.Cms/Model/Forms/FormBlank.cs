namespace PhongTho.Cms.Model;

/// <summary>Tells rows nobody filled in: they mean nothing, and go without a word.</summary>
internal static class FormBlank
{
    /// <summary>True when nothing was typed, ticked or chosen. A choice that always stands somewhere says nothing, a place for blocks is meant.</summary>
    public static bool Is(FormValues values, Type record, string prefix) =>
        Shape.Of(record).Fields.All(field => Is(values, field, prefix + field.Name));

    private static bool Is(FormValues values, ShapeField field, string name) => FieldKinds.Of(field) switch
    {
        FieldKind.Choice => true,
        FieldKind.Blocks => false,
        FieldKind.Records or FieldKind.Items or FieldKind.Subjects => values.Keys(name).Count == 0,
        FieldKind.Record => Is(values, field.ValueType, name + "."),
        FieldKind.PartialDay => IsEmpty(values, name + ".day") && IsEmpty(values, name + ".month") && IsEmpty(values, name + ".year"),
        _ => IsEmpty(values, name),
    };

    private static bool IsEmpty(FormValues values, string name) => values.All(name).All(string.IsNullOrWhiteSpace);
}
