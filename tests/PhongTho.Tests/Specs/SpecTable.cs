using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using PhongTho.Tests.Fixtures;

namespace PhongTho.Tests.Specs;

/// <summary>A table of an executable specification; every row knows its line, so that a failure names it.</summary>
public static class SpecTable
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>The rows of the first table after a heading or paragraph that ends so.</summary>
    public static IReadOnlyList<SpecRow> Rows(string file, string after)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "PhongTho.Tests", "Specs", file));
        var table = Markdown.Parse(text, Pipeline)
            .SkipWhile(block => !TextOf(text, block).EndsWith(after, StringComparison.Ordinal))
            .OfType<Table>()
            .First();
        return [.. table.Skip(1).Cast<TableRow>().Select(row => new SpecRow(file, row.Line + 1, [.. row.Cast<TableCell>().Select(cell => TextOf(text, cell))]))];
    }

    private static string TextOf(string text, Block block) => text.Substring(block.Span.Start, block.Span.Length).Trim().Trim('|').Trim();
}

public sealed record SpecRow(string File, int Line, IReadOnlyList<string> Cells)
{
    public string this[int column] => Cells[column];

    public override string ToString() => $"{File}({Line}): {string.Join(" | ", Cells)}";
}
