using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using PhongTho.Cms.Members;
using PhongTho.Portal.Manager.Plan;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>The page by which who knows only the plan finds her way: nothing on it is a dead end, and nothing core is unproven.</summary>
public sealed partial class PlanTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    /// <summary>The clauses of the plan by their stable ids, written here a second time.</summary>
    private static readonly string[] clauses =
    [
        "C-00", "C-I.1a", "C-I.1b", "C-I.2a", "C-I.2b", "C-II.1.1", "C-II.1.2a", "C-II.1.2b", "C-II.1.2c", "C-II.2a", "C-II.2b", "C-II.2c1", "C-II.2c2", "C-II.2d", "C-II.3a", "C-II.3b", "C-II.3c",
        "C-III.1", "C-III.2", "C-III.2b", "C-III.3a", "C-III.3b", "C-III.4", "C-IV.1", "C-IV.2", "C-IV.3", "C-IV.4", "C-IV.5", "C-IV.6", "C-end", "C-recip",
    ];

    private static readonly string[] states = ["co", "mot-phan", "chua"];

    private static readonly string[] weights = ["core", "next", "later"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_clause_stands_on_the_page_and_says_honestly_whether_it_is_there()
    {
        Assert.Equal(clauses, PlanClauses.All.Select(clause => clause.Id));
        Assert.All(PlanClauses.All, clause =>
        {
            Assert.Contains(clause.State, states);
            Assert.Contains(clause.Weight, weights);
            Assert.All(clause.Roles, role => Assert.NotEmpty(PlanClauses.NameOfRole(role)));
            Assert.True(clause.State == "chua" || clause.Screens.Count > 0, clause.Id);
        });
    }

    [Fact]
    public void Every_core_clause_has_a_screen_and_a_test_that_proves_it()
    {
        var proven = Proven();

        Assert.All(PlanClauses.All.Where(clause => clause.Weight == "core"), clause =>
        {
            Assert.NotEmpty(clause.Screens);
            Assert.Contains(clause.Id, proven);
        });
        Assert.All(PlanClauses.All.Where(clause => clause.State == "co"), clause => Assert.Contains(clause.Id, proven));
        Assert.All(proven, id => Assert.Contains(id, clauses));
    }

    [Fact]
    public async Task Every_address_on_it_answers()
    {
        using var reader = own.Portal.Reader();
        using var newsroom = await own.Portal.SignedInAsync(Role.Publisher, Role.EmulationOfficer, Role.Administrator);
        var page = await new HtmlParser().ParseDocumentAsync(await newsroom.GetStringAsync(new Uri("/manager/plan", UriKind.Relative), Cancellation));
        var addresses = page.QuerySelectorAll(".plan-screens a").Select(link => link.GetAttribute("href")!).Distinct().ToList();

        Assert.True(addresses.Count > 20);
        foreach (var address in addresses)
        {
            using var answer = await (address.StartsWith("/manager", StringComparison.Ordinal) ? newsroom : reader).GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task It_can_be_read_for_one_role()
    {
        using var contributor = await own.Portal.SignedInAsync(Role.Contributor);

        var page = await new HtmlParser().ParseDocumentAsync(await contributor.GetStringAsync(new Uri("/manager/plan?vai=BL", UriKind.Relative), Cancellation));

        Assert.Equal(PlanClauses.All.Where(clause => clause.Roles.Contains("BL")).Select(clause => clause.Id), page.QuerySelectorAll("tbody tr").Select(row => row.Id!));
    }

    /// <summary>Clauses that tests say they prove: of this assembly by its attributes, of the browser's by its text.</summary>
    private static HashSet<string> Proven()
    {
        var types = typeof(PlanTests).Assembly.GetTypes();
        var own = types.Cast<MemberInfo>().Concat(types.SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
            .SelectMany(static member => member.GetCustomAttributes<TraitAttribute>(inherit: false)).Where(static trait => trait.Name == "Clause").Select(static trait => trait.Value);
        var browser = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "PhongTho.Browser.Tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Clause().Matches(File.ReadAllText(file))).Select(static match => match.Groups["id"].Value);
        return own.Concat(browser).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("Trait\\(\"Clause\", \"(?<id>[^\"]+)\"\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();
}
