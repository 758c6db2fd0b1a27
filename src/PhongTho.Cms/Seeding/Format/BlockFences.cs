using System.Text;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>The body of a file: running Markdown is a block as it stands, every other block is a fence that holds its fields.</summary>
internal static class BlockFences
{
    private const string Fence = ":::";

    public static IReadOnlyList<Block> Read(string[] lines, int start, ReferenceLookup references, List<FileFault> faults)
    {
        var blocks = new List<Block>();
        var running = new List<string>();
        for (var i = start; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                running.Add(lines[i]);
                continue;
            }

            TakeRunning(running, blocks);
            var close = Array.FindIndex(lines, i + 1, static line => line.TrimEnd() == Fence);
            if (ReadFence(lines, i, close, references, faults) is { } block)
            {
                blocks.Add(block);
            }

            i = close < 0 ? lines.Length : close;
        }

        TakeRunning(running, blocks);
        return blocks;
    }

    public static void Write(IReadOnlyList<Block> blocks, ReferenceNames names, StringBuilder text)
    {
        Block? previous = null;
        foreach (var block in blocks)
        {
            text.Append('\n');
            if (block is MarkdownBlock running && CanRun(running, previous))
            {
                text.Append(running.Text).Append('\n');
            }
            else
            {
                text.Append(Fence).Append(' ').Append(BlockKinds.NameOf(block.GetType())).Append('\n')
                    .Append(FrontMatter.Write(names, block)).Append(Fence).Append('\n');
            }

            previous = block;
        }
    }

    private static void TakeRunning(List<string> lines, List<Block> blocks)
    {
        var text = string.Join('\n', lines).Trim();
        lines.Clear();
        if (text.Length > 0)
        {
            blocks.Add(new MarkdownBlock { Text = text });
        }
    }

    private static Block? ReadFence(string[] lines, int open, int close, ReferenceLookup references, List<FileFault> faults)
    {
        var name = lines[open][Fence.Length..].Trim();
        if (BlockKinds.Find(name) is not { } kind)
        {
            faults.Add(new FileFault(open + 1, $"Không có khối «{name}»; nhận: {BlockKinds.Names}."));
            return null;
        }

        if (close < 0)
        {
            faults.Add(new FileFault(open + 1, $"Khối «{name}» chưa đóng: thiếu dòng «:::»."));
            return null;
        }

        return (Block?)FrontMatter.Read(string.Join('\n', lines[(open + 1)..close]), open + 2, [kind], references, faults)?[0];
    }

    // Two in a row would be read back as one; a line that looks like a fence would open one.
    private static bool CanRun(MarkdownBlock block, Block? previous) =>
        previous is not MarkdownBlock && block.Text.Length > 0 && block.Text == block.Text.Trim()
        && !block.Text.Split('\n').Any(static line => line.StartsWith(Fence, StringComparison.Ordinal));
}
