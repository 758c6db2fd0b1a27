using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Taxonomy;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Replications;

/// <summary>Sums equal what anybody recomputes from the rows, before and after communes merge (rule R7), and measures are never mixed (rule R12).</summary>
[Trait("Rule", "R7")]
[Trait("Rule", "R12")]
public sealed class TotalsTests
{
    private static readonly string[] units = ["xa-mot", "xa-hai", "xa-ba"];

    private static readonly DateOnly before = new(2025, 1, 1);

    private static readonly DateOnly after = new(2026, 1, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "C-I.2b")]
    public async Task What_was_copied_adds_up_by_the_unit_of_the_day_and_by_todays_after_a_merger()
    {
        await using var test = await TestDatabase.OpenAsync();
        var item = (await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Cách làm"))).Item;
        await FillAsync(test, item);
        await using var db = test.Database.Open();
        var rows = await db.Replications.ToListAsync(Cancellation);
        var book = await test.Books.CurrentAsync(Cancellation);

        foreach (var day in new[] { before, after })
        {
            var totals = await ReplicationTotals.ReadAsync(db.Replications, book, day, Cancellation);

            var counted = rows.Where(row => row.State is ReplicationState.Confirmed or ReplicationState.Reported or ReplicationState.Checked).ToList();
            Assert.Equal((counted.Count, counted.Sum(row => row.Households)), (totals.Places, totals.Households));
            Assert.Equal(rows.Count(row => row.State == ReplicationState.Checked), totals.Checked);
            Assert.Equal(rows.Count(row => row.State == ReplicationState.Stopped), totals.Stopped);
            Assert.Equal(Count(counted, row => row.Unit!), totals.Then.ToDictionary(unit => unit.Unit, unit => (unit.Places, unit.Households)));
            Assert.Equal(Count(counted, row => Holder(row.Unit!, day)), totals.Now.ToDictionary(unit => unit.Unit, unit => (unit.Places, unit.Households)));
            Assert.Equal(
                rows.Where(row => row is { State: ReplicationState.Checked, ResultValue: not null }).GroupBy(row => row.ResultUnit).ToDictionary(group => group.Key, group => group.Sum(row => row.ResultValue!.Value)),
                totals.Results.ToDictionary(sum => sum.Measure, sum => sum.Sum));
        }
    }

    [Fact]
    [Trait("Clause", "C-II.1.2c")]
    public async Task What_was_given_adds_up_per_commune_and_year_and_measures_stay_apart()
    {
        await using var test = await TestDatabase.OpenAsync();
        await FillAsync(test, (await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài"))).Item);
        await using var db = test.Database.Open();
        var book = await test.Books.CurrentAsync(Cancellation);
        var lines = await db.Contributions.Where(row => row.VerifiedAt != null).ToListAsync(Cancellation);

        var then = await ContributionTotals.ReadAsync(ContributionTotals.PublicLines(db), book, Cancellation);

        Assert.Equal(Sums(lines, row => row.Unit!), Keyed(then));
        Assert.Equal(Sums(lines, row => Holder(row.Unit!, before)), Keyed(then.AtPlacesOf(book, before)));
        Assert.Equal(Sums(lines, row => Holder(row.Unit!, after)), Keyed(then.AtPlacesOf(book, after)));
        Assert.Equal(lines.Count, then.AtPlacesOf(book, after).Sum(sum => sum.Lines));
        Assert.Contains(then, sum => sum is { Kind: "hien-vat", What: "Cát", Measure: "m³" });
        Assert.All(then, sum => Assert.True(sum.Kind == "hien-vat" || sum.What.Length == 0));
    }

    [Fact]
    public async Task What_nobody_checked_and_what_its_text_no_longer_tells_is_in_no_public_sum()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài"));
        await FillAsync(test, story.Item);
        await using var db = test.Database.Open();

        Assert.DoesNotContain(await ContributionTotals.PublicLines(db).ToListAsync(Cancellation), row => row.VerifiedAt is null);

        Assert.IsType<Outcome.Done>(await test.Publisher.HoldAsync(story.Item, story.Version, Actor.Console, "Đang xác minh", Cancellation));
        Assert.Empty(await ContributionTotals.PublicLines(db).Where(row => row.ItemId == story.Item).ToListAsync(Cancellation));
    }

    private static Dictionary<string, (int, int)> Count(IEnumerable<Replication> rows, Func<Replication, string> unit) =>
        rows.GroupBy(unit).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(row => row.Households)));

    private static Dictionary<string, decimal> Sums(IEnumerable<Contribution> lines, Func<Contribution, string> unit) => lines
        .GroupBy(row => $"{unit(row)} {row.Year} {row.Kind} {(row.Kind == "hien-vat" ? row.What : "")} {row.Measure}").ToDictionary(group => group.Key, group => group.Sum(row => row.Quantity));

    private static Dictionary<string, decimal> Keyed(IEnumerable<ContributionSum> sums) =>
        sums.ToDictionary(sum => $"{sum.Unit} {sum.Year} {sum.Kind} {sum.What} {sum.Measure}", sum => sum.Quantity);

    /// <summary>Communes one and two are one since the middle of 2025; three is what it was.</summary>
    private static string Holder(string unit, DateOnly day) => unit != "xa-ba" && day > new DateOnly(2025, 6, 30) ? "xa-chung" : unit;

    private static async Task FillAsync(TestDatabase test, ItemId item)
    {
        var chance = new Random(20261126);
        await using var work = await test.Database.BeginAsync(Actor.Console, Cancellation);
        work.Db.Taxonomies.Add(new TaxonomyRow { Key = Taxonomies.ContributionKind, Label = "Loại đóng góp" });
        (string Slug, string? Measure)[] kinds = [("ngay-cong", "ngày công"), ("tien", "đồng"), ("dat", "m²"), ("hien-vat", null)];
        work.Db.Terms.AddRange(kinds.Select(kind => new Term { Taxonomy = Taxonomies.ContributionKind, Slug = kind.Slug, Name = kind.Slug, Detail = kind.Measure }));
        work.Db.Units.AddRange(units.Select((slug, index) => new Unit
        {
            Slug = slug,
            Name = slug,
            Kind = "Xã",
            FullName = "Xã " + slug,
            Order = index,
            ValidTo = slug == "xa-ba" ? null : new DateOnly(2025, 6, 30),
            Successors = slug == "xa-ba" ? [] : ["xa-chung"],
        }));
        work.Db.Units.Add(new Unit { Slug = "xa-chung", Name = "Chung", Kind = "Xã", FullName = "Xã Chung", Order = 9, ValidFrom = new DateOnly(2025, 7, 1) });
        for (var i = 1; i <= 80; i++)
        {
            var state = (ReplicationState)chance.Next(6);
            var hasFigure = chance.Next(3) > 0;
            work.Db.Replications.Add(new Replication
            {
                Code = $"NR-2024-{i:000000}",
                ItemId = item,
                RegisteredAt = work.Now,
                StateAt = work.Now,
                State = state,
                Kind = ReplicatorKind.Unit,
                Who = "Tổ " + i,
                Households = chance.Next(1, 30),
                Unit = units[chance.Next(units.Length)],
                ResultValue = hasFigure ? chance.Next(1, 900) / 10m : null,
                ResultUnit = hasFigure ? chance.Next(2) == 0 ? "ha" : "con" : "",
            });
            var kind = kinds[chance.Next(kinds.Length)];
            var line = new Contribution
            {
                Id = Guid.CreateVersion7(work.Now.AddSeconds(i)),
                ItemId = i % 2 == 0 ? item : null,
                Kind = kind.Slug,
                What = kind.Measure is null ? chance.Next(2) == 0 ? "Cát" : "Sỏi" : "Góp " + i,
                Quantity = chance.Next(1, 5000) / 4m,
                Measure = kind.Measure ?? "m³",
                Unit = units[chance.Next(units.Length)],
                RecordedAt = work.Now,
                VerifiedAt = chance.Next(4) > 0 ? work.Now : null,
            };
            line.GiveOn(PartialDate.Parse(chance.Next(2) == 0 ? "2023" : "2024-03"));
            work.Db.Contributions.Add(line);
        }

        work.Record(ChangeVerb.ContributionsSaved);
        await work.CommitAsync(Cancellation);
    }
}
