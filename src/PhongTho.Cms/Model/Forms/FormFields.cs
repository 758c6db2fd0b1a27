namespace PhongTho.Cms.Model;

/// <summary>Finds the field that a name in a form stands for, walking through records, lists and blocks as the form's values tell.</summary>
public static class FormFields
{
    public static ShapeField? At(ContentType type, FormValues values, string name)
    {
        var parts = name.Split('.');
        return parts[0] == FormWriter.BlocksName ? InBlocks(values, parts, 0) : In(type.Shape, values, parts, 0);
    }

    private static ShapeField? In(Shape shape, FormValues values, string[] parts, int at)
    {
        var field = at < parts.Length ? shape.Fields.FirstOrDefault(field => field.Name == parts[at]) : null;
        if (field is null || at == parts.Length - 1)
        {
            return field;
        }

        return FieldKinds.Of(field) switch
        {
            FieldKind.Record => In(Shape.Of(field.ValueType), values, parts, at + 1),
            FieldKind.Records => In(Shape.Of(field.ValueType), values, parts, at + 2),
            FieldKind.Blocks => InBlocks(values, parts, at),
            FieldKind.Items or FieldKind.Subjects => field,
            _ => null,
        };
    }

    private static ShapeField? InBlocks(FormValues values, string[] parts, int at) =>
        at + 2 < parts.Length && BlockTypes.Find(values.One(string.Join('.', parts[..(at + 2)]) + ".type")) is { } type ? In(type.Shape, values, parts, at + 2) : null;
}
