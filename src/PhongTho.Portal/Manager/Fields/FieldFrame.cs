using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhongTho.Portal.Manager.Fields;

/// <summary>What stands around every field: its label, its help, and what is wrong with it.</summary>
[HtmlTargetElement("field-frame")]
public sealed class FieldFrame : TagHelper
{
    public required FieldView View { get; set; }

    /// <summary>Another label than the field's own.</summary>
    public string? Label { get; set; }

    /// <summary>True for several controls under one legend.</summary>
    public bool IsGroup { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = IsGroup ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", "field" + (View.IsWide ? " wide" : "") + (View.Problem is null ? "" : " bad"));
        if (IsGroup)
        {
            output.Attributes.SetAttribute("id", View.Id);
            output.Attributes.SetAttribute("aria-describedby", FieldControl.DescribedBy(View));
        }

        var label = new TagBuilder(IsGroup ? "legend" : "label");
        label.InnerHtml.Append(Label ?? View.Field.Label);
        if (!IsGroup)
        {
            label.Attributes["for"] = View.Id;
        }

        if (View.Field.IsRequired)
        {
            var needed = new TagBuilder("span");
            needed.AddCssClass("needed");
            needed.InnerHtml.Append("cần có");
            label.InnerHtml.Append(" ").AppendHtml(needed);
        }

        output.PreContent.SetHtmlContent(label);
        Append(output, "small", FieldControl.HelpId(View), View.Field.Help, null);
        Append(output, "span", FieldControl.ProblemId(View), View.Problem?.Message, "problem");
    }

    private static void Append(TagHelperOutput output, string tag, string id, string? text, string? cssClass)
    {
        if (text is not null)
        {
            var line = new TagBuilder(tag);
            line.Attributes["id"] = id;
            line.Attributes["class"] = cssClass ?? "hint";
            line.InnerHtml.Append(text);
            output.PostContent.AppendHtml(line);
        }
    }
}
