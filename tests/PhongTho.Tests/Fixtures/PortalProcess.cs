using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PhongTho.Tests.Fixtures;

/// <summary>The program with what it says; leaving its scope kills it.</summary>
public sealed partial class PortalProcess : IDisposable
{
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PortalProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PhongTho.Portal.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process = Process.Start(start)!;
        Process.EnableRaisingEvents = true;
        Process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("It ended before it listened."));
        Process.OutputDataReceived += (_, line) => Hear(line.Data);
        Process.ErrorDataReceived += (_, line) => Hear(line.Data);
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Where it listens: it chose the port itself, and says which.</summary>
    public Task<string> AddressAsync(CancellationToken cancellation) => listening.Task.WaitAsync(cancellation);

    /// <summary>What a service manager sends, and the end of the program.</summary>
    public async Task AskToStopAsync(CancellationToken cancellation)
    {
        using (var kill = Process.Start("kill", ["-TERM", Process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(cancellation);
        }

        await Process.WaitForExitAsync(cancellation);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
            Process.WaitForExit();
        }

        Process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }

        if (Listening().Match(line ?? "") is { Success: true } match)
        {
            listening.TrySetResult(match.Groups["address"].Value);
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
