using System.Text.Json;

namespace PhongTho.Cms.Questions;

/// <summary>The file in which a node of an older version counted by itself: taken over once, then gone.</summary>
internal static class FormerQuestionFile
{
    public const string Name = "search-unanswered.json";

    public static async Task TakeOverAsync(string dataFolder, Action<AskedInVain> take, Func<CancellationToken, Task> write, CancellationToken cancellation)
    {
        var file = Path.Combine(dataFolder, Name);
        if (!File.Exists(file))
        {
            return;
        }

        foreach (var asked in await ReadAsync(file, cancellation))
        {
            if (Anonymous.MayKeep(asked.Words))
            {
                take(asked);
            }
        }

        await write(cancellation);
        File.Delete(file);
    }

    private static async Task<IReadOnlyCollection<AskedInVain>> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            var known = await JsonSerializer.DeserializeAsync<Dictionary<string, AskedInVain>>(stream, cancellationToken: cancellation);
            return known is null ? [] : known.Values;
        }
        catch (JsonException)
        {
            // A list of wishes is not worth a start that fails.
            return [];
        }
    }
}
