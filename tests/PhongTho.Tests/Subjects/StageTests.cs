using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;
using PhongTho.Tests.Fixtures;
using Xunit;
using static PhongTho.Cms.Subjects.SubjectStage;

namespace PhongTho.Tests.Subjects;

/// <summary>The pipeline of the plan and the states of a consent, every case of them.</summary>
public sealed class StageTests
{
    /// <summary>Where each step may be taken, and where it leads; null leads back.</summary>
    private static readonly Dictionary<SubjectStep, (SubjectStage[] From, SubjectStage? To)> Expected = new()
    {
        [SubjectStep.Nominate] = ([Emerging], Nominated),
        [SubjectStep.Verify] = ([Emerging, Nominated], Verified),
        [SubjectStep.Nurture] = ([Verified], Nurturing),
        [SubjectStep.Recognise] = ([Verified, Nurturing], Recognised),
        [SubjectStep.Replicate] = ([Recognised], Replicated),
        [SubjectStep.Decline] = ([Emerging, Nominated, Verified, Nurturing], Declined),
        [SubjectStep.Lapse] = ([Recognised, Replicated], Lapsed),
        [SubjectStep.Hold] = ([Emerging, Nominated, Verified, Nurturing, Recognised, Replicated], OnHold),
        [SubjectStep.Resume] = ([OnHold], null),
        [SubjectStep.Reopen] = ([Declined, Lapsed], Emerging),
    };

    [Fact]
    public void Every_step_is_taken_only_from_where_it_starts()
    {
        var wrong = from step in Enum.GetValues<SubjectStep>()
                    from stage in Enum.GetValues<SubjectStage>()
                    let expected = Expected[step].From.Contains(stage)
                    where SubjectSteps.WhyNot(step, Of(stage), null, People.Editor) is null != expected
                    select $"{step} at {stage}";

        Assert.Empty(wrong);
        Assert.All(Enum.GetValues<SubjectStep>(), step => Assert.Equal(Expected[step].To, SubjectSteps.RuleOf(step).To));
        Assert.All(Enum.GetValues<SubjectStep>(), step => Assert.Equal("right", SubjectSteps.WhyNot(step, Of(Emerging), null, People.Contributor)?.Code));
    }

    [Fact]
    [Trait("Rule", "R2")]
    [Trait("Clause", "C-II.1.2b")]
    public async Task A_head_of_unit_is_recognised_only_with_a_collective_somebody_wrote_about()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = new SubjectDesk(test.Database, test.Books, test.Clock);
        var school = await Dossiers.AddAsync(test.Database, test.Clock, "Trường Mẫu", SubjectKinds.Collective, consents: false);
        var head = await Dossiers.AddAsync(test.Database, test.Clock, "Lò Thị Mẫu", SubjectKinds.Official, shape: subject => (subject.IsHeadOfUnit, subject.Stage) = (true, Verified));

        Assert.Contains("phải gắn với tập thể", (await StepAsync(1))!.Message, StringComparison.Ordinal);
        Assert.Null(await desk.SaveAsync(head, 1, Identity(school), People.Editor, TestContext.Current.CancellationToken));
        Assert.Contains("chưa có bài gương điển hình", (await StepAsync(2))!.Message, StringComparison.Ordinal);

        await test.Drafts.DraftAsync(ContentTypes.Get("exemplar").Read($$"""{"title":"Trường Mẫu","subjectName":"Trường Mẫu","subjectKind":"tap-the","subject":"{{school}}"}"""));
        Assert.Null(await StepAsync(2));

        Task<Refusal?> StepAsync(int version) => desk.StepAsync(head, version, SubjectStep.Recognise, null, People.Editor, TestContext.Current.CancellationToken);
        static SubjectIdentity Identity(SubjectId collective) => new() { Kind = SubjectKinds.Official, Name = "Lò Thị Mẫu", IsHeadOfUnit = true, Collective = collective };
    }

    [Fact]
    public void A_consent_goes_one_way_and_what_ended_never_comes_back()
    {
        var open = from step in Enum.GetValues<ConsentStep>()
                   from state in Enum.GetValues<ConsentState>()
                   where ConsentSteps.WhyNot(step, state) is null
                   select (step, state, ConsentSteps.RuleOf(step).To);

        Assert.Equal(
            [
                (ConsentStep.Give, ConsentState.Requested, ConsentState.Given), (ConsentStep.Expire, ConsentState.Given, ConsentState.Expired),
                (ConsentStep.Withdraw, ConsentState.Requested, ConsentState.Withdrawn), (ConsentStep.Withdraw, ConsentState.Given, ConsentState.Withdrawn),
                (ConsentStep.Supersede, ConsentState.Given, ConsentState.Superseded),
            ],
            open);
    }

    [Theory]
    [InlineData("2010-11-24", 16)]
    [InlineData("2010-11-25", 15)]
    [InlineData("2010", 15)]
    [InlineData("2010-11", 15)]
    [InlineData("2009", 16)]
    public void Age_is_the_youngest_the_known_day_allows(string born, int age)
    {
        var subject = Of(Emerging);
        subject.BornOn = PartialDate.Parse(born);

        Assert.Equal((age, age < 16), (subject.AgeOn(SiteTime.DayOf(TestDatabase.Start)), subject.IsMinorOn(SiteTime.DayOf(TestDatabase.Start))));
    }

    [Theory]
    [InlineData("Lò Văn Mẫu", "L.V.M.")]
    [InlineData("L.V.M. (học sinh, mẫu)", "L.V.M. (học sinh, mẫu)")]
    [InlineData("Đinh Ánh Thử", "Đ.Á.T.")]
    public void A_childs_name_is_shown_by_its_initials(string name, string shown) => Assert.Equal(shown, Initials.Of(name));

    private static Subject Of(SubjectStage stage) => new()
    {
        Id = new SubjectId(Guid.CreateVersion7(TestDatabase.Start)),
        Slug = "mau",
        Kind = SubjectKinds.Citizen,
        Name = "Mẫu",
        CreatedAt = TestDatabase.Start,
        CreatedBy = "x",
        Stage = stage,
        StageBefore = Verified,
    };
}
