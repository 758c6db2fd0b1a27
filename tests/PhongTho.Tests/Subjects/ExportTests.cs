using PhongTho.Cms.Consents;
using PhongTho.Cms.Model;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Subjects;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Subjects;

/// <summary>What of a dossier leaves the house in an export, and what never does.</summary>
public sealed class ExportTests
{
    private static readonly string[] secrets = ["1980", "bản Kín", "dong-y", "Người Chưa Viết"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Of_a_real_person_an_export_says_what_an_item_says_and_never_birth_consent_or_those_nobody_wrote_about()
    {
        await using var test = await TestDatabase.OpenAsync();
        var named = await Dossiers.AddAsync(test.Database, test.Clock, "Đèo Thị Thật", shape: subject => (subject.IsSample, subject.BornOn, subject.Village) = (false, PartialDate.Parse("1980-03-20"), "bản Kín"));
        await Dossiers.AddAsync(test.Database, test.Clock, "Người Chưa Viết", shape: subject => subject.IsSample = false);
        await Dossiers.AddAsync(test.Database, test.Clock, "Tổ Công Khai", SubjectKinds.Collective, consents: false, shape: subject => subject.IsSample = false);
        await test.Drafts.DraftAsync(Bodies.Story("Kể về chị") with { Subjects = [named] });
        var folder = Path.Combine(test.Folder, "ra");

        Assert.True((await new SiteExport(test.Database, test.Store).RunAsync(folder, Cancellation)).IsComplete);

        var text = await File.ReadAllTextAsync(Path.Combine(folder, "subjects.yaml"), Cancellation);
        Assert.Contains("Đèo Thị Thật", text, StringComparison.Ordinal);
        Assert.Contains("Tổ Công Khai", text, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_file_brings_no_consent_along_and_its_text_comes_in_as_a_draft()
    {
        await using var test = await TestDatabase.OpenAsync();
        var folder = await ContentFolder.WriteAsync(
            test,
            ("subjects.yaml", "ho-so:\n  - ma: deo-thi-that\n    ten: Đèo Thị Thật\n    doi-tuong: nguoi-dan\n"),
            ("exemplars/chi.md", "---\ntrang-thai: xuat-ban\ndang-luc: 2024-05-06T07:30:00+07:00\ntieu-de: Chị\nho-so: deo-thi-that\nten: Đèo Thị Thật\ndoi-tuong: nguoi-dan\n---\n\nNội dung.\n"));

        var report = await new SeedImport(test.Database, test.Books, test.Library, test.Clock).RunAsync(folder, Cancellation);

        Assert.True(report.IsComplete);
        Assert.Contains("Nhận làm bản nháp", Assert.Single(report.Kept).Message, StringComparison.Ordinal);
        await using var db = test.Database.Open();
        Assert.Equal(Cms.Editing.Standing.Private, db.Items.Single().Standing);
        Assert.NotNull(db.Items.Single().DraftRevisionId);
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task A_file_written_again_never_brings_back_a_consent_that_was_taken_back()
    {
        await using var test = await TestDatabase.OpenAsync();
        const string Sample = "ho-so:\n  - ma: deo-thi-mau\n    ten: Đèo Thị Mẫu\n    doi-tuong: nguoi-dan\n    du-lieu-mau: true\n    dong-y:\n      - tinh-trang: given\n        muc-dich: [portal]\n        thong-tin: [name]\n        cach: scan\n        ngay: 2024-01-02\n";
        var import = new SeedImport(test.Database, test.Books, test.Library, test.Clock);
        await import.RunAsync(await ContentFolder.WriteAsync(test, ("subjects.yaml", Sample)), Cancellation);
        await using var db = test.Database.Open();
        await new ConsentDesk(test.Database, test.Pictures, test.Clock).WithdrawAsync(db.Subjects.Single().Id, People.Publisher, Cancellation);

        await import.RunAsync(await ContentFolder.WriteAsync(test, ("subjects.yaml", Sample.Replace("2024-01-02", "2024-01-03", StringComparison.Ordinal))), Cancellation);

        Assert.Equal(ConsentState.Withdrawn, db.Consents.Single().State);
    }
}
