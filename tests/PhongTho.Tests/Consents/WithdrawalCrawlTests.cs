using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Consents;

/// <summary>
/// The real program with the thirty samples: whoever takes consent back is nowhere to be found within a minute, and after a restart; not by a reader, and not by
/// who reads the files of the data folder byte by byte. What stays says so here: the dossier with its criteria, its consents and their proof, because what was
/// allowed and when must be provable (Law 91/2025 art. 9), and the register of commendations, because a decision stays in it as long as it is not revoked
/// (Law 06/2022); neither is public. Addresses stay, without marks, because they must go on answering that the content is gone.
/// </summary>
public sealed partial class WithdrawalCrawlTests
{
    private const string Name = "Chẻo A Mẫu";

    private static readonly string[] addresses =
    [
        "/nguoi-tot-viec-tot/nguoi-co-uy-tin-cheo-a-mau-hoa-giai-31-vu", "/tin-tuc/viec-dau-tien-toi-duoc-giao-la-dun-nuoc",
    ];

    private static readonly string[] keptByLaw = ["Subject", "SubjectCriterion", "SubjectFile", "Consent", "Commendation"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    [Trait("Rule", "R11")]
    public async Task Whoever_takes_consent_back_is_nowhere_to_be_found_within_a_minute_and_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-withdraw-");
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            using (var portal = new PortalProcess("--data", folder.FullName, "--content", Repository.Content, "--urls", "http://127.0.0.1:0"))
            {
                using var reader = await ReaderAsync(portal);
                Assert.True((await TracesAsync(reader)).Count >= 8, "The sample is to be found in the first place.");
                Assert.NotEmpty(Remains(folder.FullName));
                var taken = Stopwatch.StartNew();
                await WithdrawAsync(folder.FullName);

                var traces = await TracesAsync(reader);
                while (traces.Count > 0 && taken.Elapsed < TimeSpan.FromMinutes(1))
                {
                    traces = await TracesAsync(reader);
                }

                Assert.Empty(traces);
                var remains = Remains(folder.FullName);
                while (remains.Count > 0 && taken.Elapsed < TimeSpan.FromMinutes(1))
                {
                    remains = Remains(folder.FullName);
                }

                Assert.Empty(remains);
                await GoneAsync(reader);
                await portal.AskToStopAsync(cancellation);
            }

            using var again = new PortalProcess("--data", folder.FullName, "--content", Repository.Content, "--urls", "http://127.0.0.1:0");
            using var later = await ReaderAsync(again);
            Assert.Empty(await TracesAsync(later));
            Assert.Empty(Remains(folder.FullName));
            await GoneAsync(later);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>From another process over the same folder, as another node would.</summary>
    private static async Task WithdrawAsync(string folder)
    {
        var database = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System);
        using var pictures = new PictureFiles(new MediaStore(folder), folder);
        await using var db = database.Open();
        var subject = await db.Subjects.Where(row => row.Slug == "cheo-a-mau").Select(row => row.Id).SingleAsync(Cancellation);
        Assert.Null(await new ConsentDesk(database, pictures, TimeProvider.System).WithdrawAsync(subject, People.Publisher, Cancellation));
    }

    private static async Task<HttpClient> ReaderAsync(PortalProcess portal)
    {
        var reader = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(await portal.AddressAsync(Cancellation)) };
        HttpStatusCode status;
        do
        {
            using var answer = await reader.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
            status = answer.StatusCode;
            Assert.False(portal.Process.HasExited, portal.Said);
        }
        while (status != HttpStatusCode.OK);
        return reader;
    }

    /// <summary>Every public address that still knows of the person: by name, by the address of what was written, by a hit.</summary>
    private static async Task<List<string>> TracesAsync(HttpClient reader)
    {
        var traces = new List<string>();
        var map = await TextAsync(reader, "/sitemap.xml");
        string[] pages =
        [
            .. Location().Matches(map).Select(match => new Uri(match.Groups["url"].Value).PathAndQuery), "/sitemap.xml", "/", "/nguoi-tot-viec-tot", "/tin-tuc", "/so-do-trang",
            "/rss.xml", "/nguoi-tot-viec-tot/rss.xml", "/tin-tuc/rss.xml", "/nhung/danh-sach/nguoi-tot-viec-tot", "/nhung/danh-sach/tin-tuc", .. addresses.Select(address => "/nhung/the" + address),
            "/api/v1/exemplars?limit=100", "/api/v1/stories?limit=100", "/api/v1/media?limit=100", "/api/v1/pages?limit=100", .. addresses,
        ];
        foreach (var page in pages.Distinct())
        {
            var text = await TextAsync(reader, page);
            // What answers at the address of the gone may say that address again: whoever asked for it has it.
            if (text.Contains(Name, StringComparison.OrdinalIgnoreCase) || addresses.Any(address => !page.EndsWith(address, StringComparison.Ordinal) && text.Contains(address, StringComparison.Ordinal)))
            {
                traces.Add(page);
            }
        }

        foreach (var words in new[] { "cheo a mau", "Chẻo A Mẫu", "\"hòa giải 31 vụ\"" })
        {
            var found = await TextAsync(reader, "/tim-kiem?q=" + Uri.EscapeDataString(words));
            if (addresses.Any(address => found.Contains(address, StringComparison.Ordinal)))
            {
                traces.Add("search page: " + words);
            }

            var answer = await TextAsync(reader, "/api/v1/search?q=" + Uri.EscapeDataString(words));
            if (addresses.Any(address => answer.Contains(address, StringComparison.Ordinal)) || Snippets(answer).Any(text => text.Contains(Name, StringComparison.OrdinalIgnoreCase)))
            {
                traces.Add("search: " + words);
            }
        }

        foreach (var words in new[] { "cheo a", "chẻo a m", "nguoi co uy tin" })
        {
            var suggested = await TextAsync(reader, "/api/v1/suggest?q=" + Uri.EscapeDataString(words));
            if (suggested.Contains(Name, StringComparison.OrdinalIgnoreCase) || suggested.Contains("hòa giải 31 vụ", StringComparison.OrdinalIgnoreCase))
            {
                traces.Add("suggestion: " + words);
            }
        }

        return traces;
    }

    /// <summary>Files of the data folder, the database's among them, that hold the name or a sentence of the story more often than the law keeps it.</summary>
    private static List<string> Remains(string folder)
    {
        var remains = new List<string>();
        var database = Directory.GetFiles(folder, "portal.db*").Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal)).Select(Bytes).ToList();
        var (found, kept) = (database.Sum(static bytes => CountOf(bytes, Name)), KeptByLaw(Path.Combine(folder, "portal.db")));
        if (found > kept || database.Exists(static bytes => CountOf(bytes, "ba chiếc chén") > 0))
        {
            remains.Add($"portal.db: {found} times, {kept} kept by law");
        }

        remains.AddRange(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(static file => !Path.GetFileName(file).StartsWith("portal.db", StringComparison.Ordinal))
            .Where(static file => new[] { Name, "cheo a mau" }.Any(name => CountOf(Bytes(file), name) > 0)));
        return remains;
    }

    private static int KeptByLaw(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var kept = 0;
        foreach (var table in keptByLaw)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables of this test.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                kept += Enumerable.Range(0, rows.FieldCount).Where(column => !rows.IsDBNull(column)).Sum(column => CountOf(Encoding.UTF8.GetBytes(rows.GetValue(column).ToString()!), Name));
            }
        }

        return kept;
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            // An index lets go of its files while one reads.
            return [];
        }
    }

    private static int CountOf(byte[] bytes, string text)
    {
        var (sought, count) = (Encoding.UTF8.GetBytes(text), 0);
        for (var at = bytes.AsSpan().IndexOf(sought); at >= 0;)
        {
            count++;
            var next = bytes.AsSpan(at + sought.Length).IndexOf(sought);
            at = next < 0 ? -1 : at + sought.Length + next;
        }

        return count;
    }

    private static async Task GoneAsync(HttpClient reader)
    {
        foreach (var address in addresses)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.DoesNotContain("đồng ý", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    /// <summary>What hits say; the question itself, which a reader typed, may come back.</summary>
    private static IEnumerable<string> Snippets(string json)
    {
        using var answer = JsonDocument.Parse(json);
        return answer.RootElement.TryGetProperty("items", out var items) ? [.. items.EnumerateArray().Select(item => item.ToString())] : [];
    }

    private static async Task<string> TextAsync(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    [GeneratedRegex("<loc>(?<url>[^<]+)</loc>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Location();
}
