namespace PhongTho.Cms.Model;

/// <summary>How a field is filled in. A form has one template for each.</summary>
public enum FieldKind
{
    Text,
    LongText,
    RichText,
    Markdown,

    /// <summary>Several short texts, a line each.</summary>
    Texts,
    Number,
    Flag,
    Choice,
    Day,
    PartialDay,
    Term,
    Terms,
    Item,
    Items,

    /// <summary>The dossier of one person, household or collective.</summary>
    Subject,
    Subjects,
    Media,
    Record,
    Records,
    Blocks,
}

public static class FieldKinds
{
    /// <summary>True for a list whose elements are chosen one by one: items, dossiers.</summary>
    public static bool IsChosenList(this FieldKind kind) => kind is FieldKind.Items or FieldKind.Subjects;

    public static FieldKind Of(ShapeField field) => field switch
    {
        { ElementType: not null } when field.ValueType == typeof(Block) => FieldKind.Blocks,
        { ElementType: not null, IsNested: true } => FieldKind.Records,
        { ElementType: not null, Taxonomy: not null and not Taxonomies.Tag } => FieldKind.Terms,
        { ElementType: not null } when field.ValueType == typeof(string) => FieldKind.Texts,
        { ElementType: not null } when field.ValueType == typeof(ItemId) => FieldKind.Items,
        { ElementType: not null } when field.ValueType == typeof(SubjectId) => FieldKind.Subjects,
        { IsNested: true } => FieldKind.Record,
        { IsRichText: true } => FieldKind.RichText,
        { IsMarkdown: true } => FieldKind.Markdown,
        { Taxonomy: not null } => FieldKind.Term,
        { IsLong: true } => FieldKind.LongText,
        _ => OfValue(field),
    };

    private static FieldKind OfValue(ShapeField field) => field.ValueType switch
    {
        var type when type == typeof(string) => FieldKind.Text,
        var type when type == typeof(bool) => FieldKind.Flag,
        var type when type == typeof(int) || type == typeof(decimal) => FieldKind.Number,
        var type when type == typeof(DateOnly) => FieldKind.Day,
        var type when type == typeof(PartialDate) => FieldKind.PartialDay,
        var type when type == typeof(ItemId) => FieldKind.Item,
        var type when type == typeof(SubjectId) => FieldKind.Subject,
        var type when type == typeof(MediaId) => FieldKind.Media,
        { IsEnum: true } => FieldKind.Choice,
        var type => throw new NotSupportedException($"Forms have no field for {type.Name}."),
    };
}
