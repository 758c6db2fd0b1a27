namespace PhongTho.Portal.Hosting;

/// <summary>Reads what the operator typed: options of ours become configuration; a verb does its work and ends; no verb serves.</summary>
public static class CommandLine
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["--data"] = "--PhongTho:Data",
        ["--content"] = "--PhongTho:Content",
        ["--base-url"] = "--PhongTho:BaseUrl",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var typed = Read(args);
        if (typed.Words.Count == 0)
        {
            await using var site = PortalBuilder.Build([.. typed.Configuration]);
            await site.RunAsync();
            return Environment.ExitCode;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await Verbs.RunAsync(typed, stop.Token);
    }

    internal static TypedLine Read(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var configuration = new List<string>();
        var line = new TypedLine(words, configuration);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            switch (name)
            {
                case "--no-seed":
                    configuration.Add("--PhongTho:Seed=false");
                    break;
                case "--json":
                    line = line with { IsJson = true };
                    break;
                case "--out":
                    line = line with { Out = value ?? Next(args, ref i) };
                    break;
                case "--role":
                    line = line with { Role = value ?? Next(args, ref i) };
                    break;
                case "--name":
                    line = line with { Name = value ?? Next(args, ref i) };
                    break;
                case "--unit":
                    line = line with { Unit = value ?? Next(args, ref i) };
                    break;
                case "--password-stdin":
                    line = line with { HasPassword = true };
                    break;
                case var _ when name.StartsWith("--", StringComparison.Ordinal):
                    configuration.Add($"{Options.GetValueOrDefault(name, name)}={value ?? Next(args, ref i)}");
                    break;
                default:
                    words.Add(args[i]);
                    break;
            }
        }

        return line;
    }

    private static string? Next(IReadOnlyList<string> args, ref int i) => i + 1 < args.Count ? args[++i] : null;
}

/// <summary>A command line, read.</summary>
/// <param name="Words">The verb and what it works on.</param>
/// <param name="Configuration">Options, as the host's configuration reads them.</param>
internal sealed record TypedLine(IReadOnlyList<string> Words, IReadOnlyList<string> Configuration)
{
    public bool IsJson { get; init; }

    public string? Out { get; init; }

    /// <summary>Keys of roles, with commas between.</summary>
    public string? Role { get; init; }

    public string? Name { get; init; }

    public string? Unit { get; init; }

    /// <summary>The password comes on the standard input, where no list of processes shows it.</summary>
    public bool HasPassword { get; init; }
}
