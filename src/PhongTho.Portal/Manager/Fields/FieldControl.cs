using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhongTho.Portal.Manager.Fields;

/// <summary>Binds a control to its field: <c>&lt;input of="Model"&gt;</c> gets name, id, value, and what describes it.</summary>
[HtmlTargetElement("input", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "of")]
[HtmlTargetElement("select", Attributes = "of")]
public sealed class FieldControl : TagHelper
{
    [HtmlAttributeName("of")]
    public required FieldView View { get; set; }

    /// <summary>A part of the field with a name of its own under it, such as <c>day</c>.</summary>
    public string? Part { get; set; }

    public static string HelpId(FieldView view) => view.Id + "-help";

    public static string ProblemId(FieldView view) => view.Id + "-problem";

    /// <summary>Ids of what is said about the field; null when nothing is.</summary>
    public static string? DescribedBy(FieldView view)
    {
        var ids = string.Join(' ', new[] { view.Problem is null ? null : ProblemId(view), view.Field.Help is null ? null : HelpId(view) }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = Part is null ? View.Name : $"{View.Name}.{Part}";
        Set(output, "id", FormView.IdOf(name));
        Set(output, "name", name);
        Set(output, "aria-describedby", DescribedBy(View));
        Set(output, "aria-invalid", View.Problem is null ? null : "true");
        var value = View.Form.Values.One(name);
        if (context.TagName == "textarea")
        {
            // Parsers drop a first line end; this one is theirs.
            output.Content.SetContent("\n" + value);
        }
        else if (context.TagName == "input")
        {
            Set(output, "value", value);
        }
    }

    private static void Set(TagHelperOutput output, string name, string? value)
    {
        if (value is not null && !output.Attributes.ContainsName(name))
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
