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
    Media,
    Record,
    Records,
    Blocks,
}

public static class FieldKinds
{
    public static FieldKind Of(ShapeField field) => field switch
    {
        { ElementType: not null } when field.ValueType == typeof(Block) => FieldKind.Blocks,
        { ElementType: not null, IsNested: true } => FieldKind.Records,
        { ElementType: not null, Taxonomy: not null and not Taxonomies.Tag } => FieldKind.Terms,
        { ElementType: not null } when field.ValueType == typeof(string) => FieldKind.Texts,
        { ElementType: not null } when field.ValueType == typeof(ItemId) => FieldKind.Items,
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
        var type when type == typeof(MediaId) => FieldKind.Media,
        { IsEnum: true } => FieldKind.Choice,
        var type => throw new NotSupportedException($"Forms have no field for {type.Name}."),
    };
}
