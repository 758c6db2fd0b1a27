namespace PhongTho.Cms.Model;

/// <summary>Fields that stand together on a form, under one heading.</summary>
public sealed record FormCard(string Label, IReadOnlyList<ShapeField> Fields)
{
    /// <summary>True for what the content is about, which stands before the running text.</summary>
    public bool IsBefore { get; init; }

    /// <summary>True for one list of records, which has no other heading than its own.</summary>
    public bool IsList { get; init; }
}

/// <summary>Deals the fields of a type onto cards. Title and standfirst stand above all cards, the running text among them.</summary>
public static class FormCards
{
    public const string Classing = "Phân loại";

    public const string Related = "Liên quan";

    public const string More = "Khác";

    private static readonly string[] After = [Classing, Related, More];

    private static readonly string[] Head = ["title", "summary"];

    public static bool IsHead(ShapeField field) => Head.Contains(field.Name);

    public static IReadOnlyList<FormCard> Of(ContentType type)
    {
        ShapeField[] fields = [.. type.Shape.Fields.Where(static field => !IsHead(field))];
        var cards = fields.GroupBy(GroupOf, StringComparer.Ordinal).Select(static group => new FormCard(group.Key, [.. group])
        {
            IsBefore = !After.Contains(group.Key) && group.Any(static field => FieldKinds.Of(field) != FieldKind.Records),
            IsList = group.All(static field => FieldKinds.Of(field) == FieldKind.Records),
        }).ToList();
        return [.. cards.Where(static card => card.IsBefore), .. cards.Where(static card => !card.IsBefore).OrderBy(RankOf)];
    }

    private static string GroupOf(ShapeField field) => field.Group ?? FieldKinds.Of(field) switch
    {
        FieldKind.Records or FieldKind.Record => field.Label,
        FieldKind.Term or FieldKind.Terms => Classing,
        FieldKind.Texts when field.Taxonomy is not null => Classing,
        FieldKind.Item or FieldKind.Items or FieldKind.Subject or FieldKind.Subjects => Related,
        _ => More,
    };

    private static int RankOf(FormCard card) => Array.IndexOf(After, card.Label) switch
    {
        0 => 0,
        -1 => 1,
        var rank => rank + 1,
    };
}
