using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Consents;

/// <summary>Each fact of a person has its own tick, and what has none stands nowhere a reader or a program gets to.</summary>
public sealed class FieldTests
{
    /// <summary>Facts a page can do without, with the words this test gives them.</summary>
    private static readonly (ConsentField Field, string Key, object Value, string Words)[] facts =
    [
        (ConsentField.VillageLevelAddress, "village", "bản Dấu Riêng", "bản Dấu Riêng"),
        (ConsentField.BirthYear, "birthYear", 1957, "1957"),
        (ConsentField.Occupation, "occupation", "thợ rèn dấu riêng", "thợ rèn dấu riêng"),
        (ConsentField.FamilyMembers, "familyMembers", "vợ và năm con dấu riêng", "vợ và năm con dấu riêng"),
        (ConsentField.Ethnicity, "ethnicity", "Lô Lô dấu riêng", "Lô Lô dấu riêng"),
        (ConsentField.PartyMembership, "isPartyMember", true, "Đảng viên"),
        (ConsentField.Income, "income", "97 triệu dấu riêng", "97 triệu dấu riêng"),
        (ConsentField.PovertyHistory, "povertyHistory", "đến năm dấu riêng", "đến năm dấu riêng"),
        (ConsentField.Health, "health", "mất một tay dấu riêng", "mất một tay dấu riêng"),
    ];

    private static readonly string[] kinds = [SubjectKinds.Collective, SubjectKinds.Household, SubjectKinds.Official, SubjectKinds.Citizen];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R1")]
    public void A_field_may_be_shown_by_kind_age_and_its_own_tick_in_a_consent_in_force_and_not_otherwise()
    {
        var today = SiteTime.DayOf(TestDatabase.Start);
        var wrong = new List<string>();
        foreach (var kind in kinds)
        {
            foreach (var isMinor in new[] { false, true })
            {
                foreach (var field in Enum.GetValues<ConsentField>())
                {
                    foreach (var tick in Enum.GetValues<Tick>())
                    {
                        var subject = SubjectOf(kind, isMinor);
                        var may = ConsentRules.MayShow(subject, RecordsOf(field, tick, today), ConsentPurpose.Portal, today).Contains(field);
                        if (may != Expected(kind, isMinor, field, tick))
                        {
                            wrong.Add($"{kind}, {(isMinor ? "child" : "adult")}, {field}, {tick}: {may}");
                        }
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_fact_without_its_tick_is_on_no_page_in_no_list_in_no_answer_and_in_no_index_and_with_it_on_all()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        foreach (var fact in facts)
        {
            var bare = await PublishAsync(portal, "Vàng Thị Thử " + fact.Key, facts.Select(static one => one.Field).Except([fact.Field]));
            var told = await PublishAsync(portal, "Giàng A Thử " + fact.Key, [fact.Field]);
            await portal.CaughtUpAsync(Cancellation);

            Assert.False(await IsAnywhereAsync(reader, bare, fact.Words), $"{fact.Field} is told without a tick.");
            Assert.Contains(fact.Words, WebUtility.HtmlDecode(await TextAsync(reader, told.Address)), StringComparison.OrdinalIgnoreCase);
            foreach (var other in facts.Where(one => one.Field != fact.Field))
            {
                Assert.False(await IsAnywhereAsync(reader, told, other.Words), $"{other.Field} is told by the tick of {fact.Field}.");
            }
        }
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_preview_shows_what_readers_will_get_and_the_panel_what_will_be_left_out()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock, consents: false);
        await using (var work = await test.Database.BeginAsync(Actor.Console, Cancellation))
        {
            var record = Dossiers.Consent(person, test.Clock);
            record.Fields = [ConsentField.Name, ConsentField.Occupation];
            work.Db.Consents.Add(record);
            work.Record(ChangeVerb.ConsentChanged);
            await work.CommitAsync(Cancellation);
        }

        await using var db = test.Database.Open();
        var body = BodyOf(person, "Vàng A Mẫu");
        var named = await NamedSubjects.ReadAsync(db, body, Cancellation);
        var today = SiteTime.Today(test.Clock);

        Assert.Equal([.. facts.Select(static fact => fact.Field).Except([ConsentField.Occupation]).Order()], named.All.Single().LeftOut(today).Order());
        var shown = ContentJson.Write(named.Shown(body, today));
        Assert.All(facts.Where(static fact => fact.Value is string), fact => Assert.Equal(fact.Field == ConsentField.Occupation, shown.Contains(fact.Words, StringComparison.Ordinal)));
    }

    private enum Tick
    {
        None,
        Ticked,
        OtherField,
        OtherPurpose,
        Ended,
        Withdrawn,
    }

    /// <summary>The table in words: a collective needs no tick and is told nothing a person has; a person or household each its tick; a child neither year nor family.</summary>
    private static bool Expected(string kind, bool isMinor, ConsentField field, Tick tick)
    {
        var isOfPersons = field is ConsentField.BirthYear or ConsentField.FamilyMembers or ConsentField.Ethnicity or ConsentField.PartyMembership or ConsentField.Income
            or ConsentField.PovertyHistory or ConsentField.Health;
        var isNeverOfChildren = isMinor && field is ConsentField.BirthYear or ConsentField.FamilyMembers && isMinor;
        return kind == SubjectKinds.Collective ? !isOfPersons : tick == Tick.Ticked && !isNeverOfChildren;
    }

    private static Subject SubjectOf(string kind, bool isMinor) => new()
    {
        Id = SubjectId.New(TimeProvider.System),
        Slug = "mau",
        Kind = kind,
        Name = "Mẫu",
        BornOn = isMinor && kind != SubjectKinds.Collective ? PartialDate.Parse("2014") : null,
        CreatedAt = TestDatabase.Start,
        CreatedBy = "seed",
    };

    private static IReadOnlyList<ConsentRecord> RecordsOf(ConsentField field, Tick tick, DateOnly today) => tick == Tick.None ? [] :
    [
        new ConsentRecord
        {
            Id = Guid.CreateVersion7(),
            SubjectId = default,
            State = tick == Tick.Withdrawn ? ConsentState.Withdrawn : ConsentState.Given,
            Fields = tick == Tick.OtherField ? [.. Enum.GetValues<ConsentField>().Except([field])] : [field],
            Purposes = tick == Tick.OtherPurpose ? [.. Enum.GetValues<ConsentPurpose>().Except([ConsentPurpose.Portal])] : [ConsentPurpose.Portal],
            ExpiresOn = tick == Tick.Ended ? today.AddDays(-1) : null,
            Guardian = "Bố mẹ",
            ChildAssents = true,
            CreatedAt = TestDatabase.Start,
            CreatedBy = "seed",
        },
    ];

    private static ContentBody BodyOf(SubjectId person, string name) => ContentTypes.Get("exemplar").Read(ContentJson.Write(
        facts.ToDictionary(static fact => fact.Key, static fact => fact.Value).Concat(new Dictionary<string, object>
        {
            ["title"] = "Gương " + name,
            ["subjectName"] = name,
            ["subjectKind"] = SubjectKinds.Citizen,
            ["subject"] = person.ToString(),
        }).ToDictionary()));

    private static async Task<(string Address, ItemId Id, string Name)> PublishAsync(TestPortal portal, string name, IEnumerable<ConsentField> ticked)
    {
        var person = await Dossiers.AddAsync(portal.Database, portal.Time, name, consents: false);
        var paper = new ConsentPaper { Fields = [ConsentField.Name, .. ticked], Purposes = Enum.GetValues<ConsentPurpose>(), ObtainedBy = "Tổ công tác", GivenOn = SiteTime.Today(portal.Time) };
        Assert.Null((await portal.Services.GetRequiredService<ConsentDesk>().KeepAsync(person, paper, People.Editor, Cancellation)).Reason);
        var done = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), BodyOf(person, name));
        await using var db = portal.Database.Open();
        return ("/" + await db.Items.Where(row => row.Id == done.Item).Select(row => row.Path).SingleAsync(Cancellation), done.Item, name);
    }

    private static async Task<bool> IsAnywhereAsync(HttpClient reader, (string Address, ItemId Id, string Name) item, string words)
    {
        foreach (var address in new[] { item.Address, "/nhung/the" + item.Address, "/api/v1/exemplars/" + item.Id, "/nguoi-tot-viec-tot", "/rss.xml" })
        {
            var text = WebUtility.HtmlDecode(await TextAsync(reader, address));
            var (from, sought) = address == "/nguoi-tot-viec-tot" || address == "/rss.xml" ? (CardOf(text, item.Name), words) : (text, words);
            if (from.Contains(sought, StringComparison.OrdinalIgnoreCase) || (sought == "Đảng viên" && from.Contains("\"isPartyMember\":true", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        // The words are of this person alone when the search finds the page by both.
        var found = await TextAsync(reader, $"/api/v1/search?q={Uri.EscapeDataString($"\"{words}\" \"{item.Name}\"")}");
        return words != "Đảng viên" && found.Contains(item.Id.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What a list says of the item: from its name to the next entry.</summary>
    private static string CardOf(string text, string name)
    {
        var at = text.IndexOf("Gương " + name, StringComparison.Ordinal);
        return at < 0 ? "" : text.Substring(at, Math.Min(600, text.Length - at)).Split(["</article>", "</item>"], StringSplitOptions.None)[0];
    }

    private static async Task<string> TextAsync(HttpClient reader, string address) => await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
}
