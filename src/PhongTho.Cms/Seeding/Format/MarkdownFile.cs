using System.Text;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>One file of <c>content/</c>: front matter, then running Markdown with fences for the other blocks.</summary>
public sealed record MarkdownFile(ItemState State, ContentBody Body)
{
    private const string Rule = "---";

    /// <summary>Null when anything is wrong, and then the faults say what and where.</summary>
    public static MarkdownFile? Read(string text, ContentType type, ReferenceLookup references, List<FileFault> faults)
    {
        var before = faults.Count;
        var lines = text.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var end = Array.FindIndex(lines, 1, static line => line.TrimEnd() == Rule);
        if (lines[0].TrimEnd('\uFEFF', ' ').TrimStart('\uFEFF') != Rule || end < 0)
        {
            faults.Add(new FileFault(1, "Tệp phải mở đầu bằng phần khóa giữa hai dòng «---»."));
            return null;
        }

        var records = FrontMatter.Read(string.Join('\n', lines[1..end]), 2, [typeof(ItemState), type.Body], references, faults);
        var blocks = BlockFences.Read(lines, end + 1, references, faults);
        if (records is [ItemState { Standing: not FileStanding.Draft, PublishedAt: null }, _])
        {
            faults.Add(new FileFault(1, "Thiếu «dang-luc» (chỉ bản nháp mới được để trống)."));
        }

        return faults.Count > before ? null : new MarkdownFile((ItemState)records![0], (ContentBody)records[1] with { Blocks = blocks });
    }

    /// <summary>Always the same text for the same content.</summary>
    public string Write(ReferenceNames names)
    {
        var text = new StringBuilder();
        text.Append(Rule).Append('\n').Append(FrontMatter.Write(names, State, Body)).Append(Rule).Append('\n');
        BlockFences.Write(Body.Blocks, names, text);
        return text.ToString().Normalize(NormalizationForm.FormC);
    }
}
