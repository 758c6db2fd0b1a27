using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhongTho.Cms.Editing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Two texts woven into one: what only the newer has as inserted, what only the older has as deleted. Nothing stands between the runs but their own spaces.</summary>
[HtmlTargetElement("word-runs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WordRuns : TagHelper
{
    public required IReadOnlyList<WordRun> Runs { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "diff");
        foreach (var run in Runs)
        {
            if (run.Change == WordChange.Same)
            {
                output.Content.Append(run.Text);
                continue;
            }

            var changed = new TagBuilder(run.Change == WordChange.Added ? "ins" : "del");
            changed.InnerHtml.Append(run.Text);
            output.Content.AppendHtml(changed);
        }
    }
}
