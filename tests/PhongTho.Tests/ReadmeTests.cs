using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests;

/// <summary>What the README names is there, and what is there is on its map.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Every_folder_on_the_map_exists()
    {
        var named = MapFolders();

        Assert.True(named.Count > 15, string.Join('\n', named));
        Assert.All(named, folder => Assert.True(Directory.Exists(Path.Combine(Repository.Root, folder)), $"{folder} is on the map only."));
        Assert.All(FileNamed().Matches(readme).Select(match => match.Groups["path"].Value), path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is in the README only."));
    }

    [Fact]
    public void Every_project_of_the_solution_and_every_room_of_the_house_is_on_the_map()
    {
        var named = MapFolders();
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "PhongTho.Portal.sln"));
        var projects = Project().Matches(solution).Select(match => Path.GetDirectoryName(match.Groups["path"].Value.Replace('\\', '/'))!.Replace('\\', '/')).ToList();

        Assert.True(projects.Count >= 7, string.Join('\n', projects));
        Assert.All(projects, project => Assert.Contains(project, named));
        foreach (var house in new[] { "src/PhongTho.Cms", "src/PhongTho.Portal" })
        {
            var rooms = Directory.EnumerateFiles(Path.Combine(Repository.Root, house), "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/').Split('/')).Where(parts => parts.Length > 3 && parts[2] is not ("obj" or "bin"))
                .Select(parts => string.Join('/', parts[..3])).Distinct();
            Assert.All(rooms, room => Assert.Contains(room, named));
        }
    }

    [Fact]
    public async Task Every_address_it_names_answers()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var patterns = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).ToList();
        var addresses = Address().Matches(readme).Select(match => match.Groups["path"].Value).Distinct().ToList();

        Assert.Contains("/health/ready", addresses);
        Assert.Contains("/api/v1", addresses);
        foreach (var address in addresses)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK || patterns.Exists(pattern => pattern.StartsWith(address + "/", StringComparison.Ordinal)), $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public void The_address_it_serves_on_is_the_configured_one()
    {
        var configured = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "PhongTho.Portal"), "*ettings.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

        var address = Served().Match(readme).Groups["address"].Value;

        Assert.NotEmpty(address);
        Assert.Contains(configured, text => text.Contains($"\"{address}\"", StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task Every_verb_and_option_it_names_does_its_work()
    {
        var verbs = InTicks().Matches(Verbs().Match(readme).Value).Select(match => match.Groups["words"].Value).ToList();
        Assert.True(verbs.Count >= 4, string.Join('\n', verbs));
        var folder = Directory.CreateTempSubdirectory("phongtho-readme-").FullName;
        try
        {
            var stories = Path.Combine(folder, "tin.jsonl");
            await File.WriteAllTextAsync(stories, """{"id":"1","title":"Tin"}""", TestContext.Current.CancellationToken);
            var content = Directory.CreateDirectory(Path.Combine(folder, "content")).FullName;
            foreach (var verb in verbs)
            {
                var words = verb.Split(' ').Select(word => word switch { "FILE.jsonl" => stories, "DIR" => Path.Combine(folder, "out"), "EMAIL" => "nguoi@vi-du.vn", "ROLE" => "editor", _ => word });
                var (code, said) = await RunAsync([.. words, "--data", Path.Combine(folder, "data"), "--content", content, "--json"]);
                Assert.True(code == 0, $"{verb}: {code}\n{said}");
                Assert.Contains("{", said, StringComparison.Ordinal);
            }

            // What the program says of itself names the same verbs and options, and no others.
            var (misused, help) = await RunAsync(["khong-co-lenh-nay", "--data", Path.Combine(folder, "data")]);
            Assert.Equal(2, misused);
            Assert.Equal(verbs.Select(verb => string.Join(' ', verb.Split(' ').TakeWhile(word => !char.IsUpper(word[0])))).Order(StringComparer.Ordinal),
                HelpLine().Matches(help).Select(match => match.Groups["verb"].Value.Trim()).Order(StringComparer.Ordinal));
            Assert.All(Option().Matches(OfTheSdk().Replace(readme, "")).Select(match => match.Groups["option"].Value).Distinct().Where(option => option != "--project"),
                option => Assert.Contains(option, help, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Folders of the map from the root of the repository; an indented line stands under the last line that is not.</summary>
    private static List<string> MapFolders()
    {
        var map = Map().Match(readme).Groups["map"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var folders = new List<string>();
        var house = "";
        foreach (var line in map)
        {
            var names = line.TrimStart().Split(' ').TakeWhile(word => word.EndsWith('/')).Select(word => word.TrimEnd('/')).ToList();
            house = line.StartsWith(' ') ? house : names[0];
            folders.AddRange(line.StartsWith(' ') ? names.Select(name => $"{house}/{name}") : names);
        }

        return folders;
    }

    private static async Task<(int Code, string Said)> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PhongTho.Portal.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(said));
    }

    [GeneratedRegex("## The map\n+```\n(?<map>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Map();

    [GeneratedRegex("`(?<path>[.A-Za-z]+/(?:[A-Za-z./]+)?)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileNamed();

    /// <summary>A command of the SDK: its options are not the program's.</summary>
    [GeneratedRegex("`dotnet publish [^`]+`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfTheSdk();

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Project();

    [GeneratedRegex("(?<![A-Za-z0-9.])(?<path>/(?:health|api|openapi|nhung|oembed)[a-z0-9/.-]*[a-z0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex("<(?<address>http://localhost:[0-9]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Served();

    [GeneratedRegex("Verbs of the same program:[^;]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verbs();

    [GeneratedRegex("`(?<words>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InTicks();

    [GeneratedRegex("(?<option>--[a-z][a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();

    [GeneratedRegex("^  (?<verb>[a-z]+(?: (?:[a-z]+|--[a-z]+)(?![.\\w]))*)(?= {2,}| \\p{Lu})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HelpLine();
}
