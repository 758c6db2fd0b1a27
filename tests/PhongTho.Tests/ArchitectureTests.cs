using System.Text.RegularExpressions;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests;

/// <summary>The walls of the house, counted in mentions.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] faces = ["Public", "Api", "Manager"];

    private static readonly string[] folders = ["src", "themes"];

    [Theory]
    [InlineData("Exemplar")]
    [InlineData("GuidanceDocument")]
    [InlineData("EmulationMovement")]
    [InlineData("ReplicableModel")]
    public void A_content_type_lives_in_its_record_and_its_template_only(string record)
    {
        Assert.Contains(ContentTypes.All, type => type.Body.Name == record);
        var word = new Regex($@"(?<!\.)\b{record}\b(?!\.)", RegexOptions.None, TimeSpan.FromSeconds(5));
        var mentions = Sources("*.cs").Concat(Sources("*.cshtml"))
            .Where(file => word.IsMatch(Code(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Distinct();

        Assert.Equal([record], mentions);
    }

    [Theory]
    [InlineData(@"\bLucene\.", "src/PhongTho.Search/")]
    [InlineData(@"\bMarkdig\b|Ganss\.Xss", "src/PhongTho.Cms/Markdown/")]
    [InlineData(@"\bNetVips\b", "src/PhongTho.Cms/Media/Pictures/")]
    [InlineData(@"UseSqlite|UseNpgsql", "src/PhongTho.Cms/Data/")]
    [InlineData(@"\bDocumentFormat\.OpenXml\b", "src/PhongTho.Cms/Office/Papers/")]
    public void A_library_is_known_to_one_folder(string pattern, string folder)
    {
        var word = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

        var strangers = Sources("*.cs").Where(file => word.IsMatch(Code(file)) && !Relative(file).StartsWith(folder, StringComparison.Ordinal));

        Assert.Empty(strangers.Select(Relative));
    }

    [Fact]
    public void The_faces_do_not_use_each_other_and_the_core_knows_no_web()
    {
        foreach (var file in Sources("*.cs"))
        {
            var code = Code(file);
            var own = faces.FirstOrDefault(face => Relative(file).StartsWith($"src/PhongTho.Portal/{face}/", StringComparison.Ordinal));
            Assert.DoesNotContain(faces.Where(face => own is not null && face != own), face => code.Contains($"PhongTho.Portal.{face}", StringComparison.Ordinal));
            if (Relative(file).StartsWith("src/PhongTho.Cms/", StringComparison.Ordinal) || Relative(file).StartsWith("src/PhongTho.Search/", StringComparison.Ordinal))
            {
                // Identity's stores know no HTTP, whatever their namespace says; only people and their tables may use them.
                var isOfMembers = Relative(file).StartsWith("src/PhongTho.Cms/Members/", StringComparison.Ordinal) || Relative(file).StartsWith("src/PhongTho.Cms/Data/", StringComparison.Ordinal);
                Assert.DoesNotContain("Microsoft.AspNetCore", isOfMembers ? code.Replace("Microsoft.AspNetCore.Identity", "", StringComparison.Ordinal) : code, StringComparison.Ordinal);
            }

            if (Relative(file).StartsWith("themes/", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("PhongTho.Cms.Data", code, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_readme_tells_the_truth_about_paths()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        foreach (var path in PathInText().Matches(readme).Select(match => match.Groups["path"].Value).Distinct())
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"README names {path}, which is not there.");
        }
    }

    private static IEnumerable<string> Sources(string pattern) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    /// <summary>The file without comments and texts, which may speak of anything.</summary>
    private static string Code(string file) => Noise().Replace(File.ReadAllText(file), "");

    [GeneratedRegex("""//[^\n]*|"(?:[^"\\\n]|\\.)*"|@\*.*?\*@""", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"(?<path>(?:src|themes|tests)/[A-Za-z.]+(?:/[A-Za-z./]+)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PathInText();
}
