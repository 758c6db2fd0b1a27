using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Fields;

/// <summary>A form as it is drawn: what stands in its fields, what is wrong with it, and the names behind its ids.</summary>
public sealed record FormView
{
    public required FormValues Values { get; init; }

    public required SiteBook Book { get; init; }

    /// <summary>The day whose names of places count.</summary>
    public required DateOnly Day { get; init; }

    public IReadOnlyList<FormProblem> Problems { get; init; } = [];

    public IReadOnlyDictionary<Guid, MediaFile> Media { get; init; } = new Dictionary<Guid, MediaFile>();

    /// <summary>Titles of items by id.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; init; } = new Dictionary<Guid, string>();

    /// <summary>True when it is only looked at.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The element that was just added or moved: the page opens there.</summary>
    public string? Focus { get; init; }

    /// <summary>The list of blocks whose picker stands open.</summary>
    public string? Picking { get; init; }

    /// <summary>The field that is being looked for, and what was found for it.</summary>
    public string? Finding { get; init; }

    public IReadOnlyList<FoundChoice> Found { get; init; } = [];

    public FormProblem? ProblemAt(string name) => Problems.FirstOrDefault(problem => problem.Name == name);

    /// <summary>Name of a field as an id of the page.</summary>
    public static string IdOf(string name) => name.Replace('.', '-');
}

/// <summary>An item or a file that may stand in a field.</summary>
public sealed record FoundChoice(string Value, string Label, string Detail = "");

/// <summary>One field of a form as its template draws it.</summary>
public sealed record FieldView(FormView Form, ShapeField Field, string Name)
{
    public string Id => FormView.IdOf(Name);

    public FieldKind Kind { get; } = FieldKinds.Of(Field);

    /// <summary>The template of its kind.</summary>
    public string Template => $"/Manager/Fields/{Kind}.cshtml";

    public string Value => Form.Values.One(Name);

    public FormProblem? Problem => Form.ProblemAt(Name);

    public bool IsFound => Form.Finding == Name;

    /// <summary>True when it takes the whole width of its card.</summary>
    public bool IsWide => Kind is not (FieldKind.Number or FieldKind.Flag or FieldKind.Choice or FieldKind.Day or FieldKind.PartialDay or FieldKind.Term or FieldKind.Text);

    /// <summary>A field of the record that stands here.</summary>
    public FieldView Inner(ShapeField field) => new(Form, field, $"{Name}.{field.Name}");

    public IEnumerable<ElementView> Elements => Form.Values.Keys(Name).Select(key => new ElementView(this, key));
}

/// <summary>One element of a list: a row or a block.</summary>
public sealed record ElementView(FieldView List, string Key)
{
    public string Path => $"{List.Name}.{Key}";

    public string Id => FormView.IdOf(Path);

    public bool IsFocused => List.Form.Focus == Path;

    public FieldView Field(ShapeField field) => new(List.Form, field, $"{Path}.{field.Name}");

    /// <summary>The only field of an element that is one value.</summary>
    public FieldView Whole => new(List.Form, List.Field, $"{Path}.{FormWriter.ValueName}");
}
