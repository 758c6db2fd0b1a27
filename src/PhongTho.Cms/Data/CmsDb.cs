using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Media;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Office.Inspections;
using PhongTho.Cms.Office.Rankings;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;
using PhongTho.Cms.Taxonomy;
using PhongTho.Cms.Tracking;

namespace PhongTho.Cms.Data;

/// <summary>
/// All the portal stores. Writing goes through <see cref="CmsDatabase.BeginAsync"/>; a save outside it throws. The one exception is what
/// signing in writes about itself (failed tries, sessions, keys): nobody else sees it, and a reader's cache must not move for it.
/// </summary>
public abstract class CmsDb(DbContextOptions options) : IdentityUserContext<Member, Guid>(options)
{
    /// <summary>What others see of a member: changed only in a work, and told in the log.</summary>
    private static readonly string[] Seen = [nameof(Member.Email), nameof(Member.Name), nameof(Member.Roles), nameof(Member.Unit), nameof(Member.ClosedAt)];

    private Work? current;

    public DbSet<ContentItem> Items => Set<ContentItem>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<ItemTerm> ItemTerms => Set<ItemTerm>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<Alias> Aliases => Set<Alias>();

    public DbSet<MediaFile> Media => Set<MediaFile>();

    public DbSet<FormerMediaAddress> FormerMediaAddresses => Set<FormerMediaAddress>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<TaxonomyRow> Taxonomies => Set<TaxonomyRow>();

    public DbSet<Term> Terms => Set<Term>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<SeedFile> SeedFiles => Set<SeedFile>();

    public DbSet<MemberSession> MemberSessions => Set<MemberSession>();

    public DbSet<MemberLink> MemberLinks => Set<MemberLink>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<NominationPhoto> NominationPhotos => Set<NominationPhoto>();

    public DbSet<StrivingRegistration> Registrations => Set<StrivingRegistration>();

    public DbSet<RegistrationRound> RegistrationRounds => Set<RegistrationRound>();

    public DbSet<UnitPlan> UnitPlans => Set<UnitPlan>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<ConsultationComment> ConsultationComments => Set<ConsultationComment>();

    public DbSet<Subject> Subjects => Set<Subject>();

    public DbSet<SubjectFile> SubjectFiles => Set<SubjectFile>();

    public DbSet<RevisionSubject> RevisionSubjects => Set<RevisionSubject>();

    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();

    public DbSet<ClosedChannel> ClosedChannels => Set<ClosedChannel>();

    public DbSet<FeedbackLetter> Feedback => Set<FeedbackLetter>();

    public DbSet<Replication> Replications => Set<Replication>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<TrackingEntry> TrackingEntries => Set<TrackingEntry>();

    public DbSet<Commendation> Commendations => Set<Commendation>();

    public DbSet<ScoreTable> ScoreTables => Set<ScoreTable>();

    public DbSet<EmulationBlock> EmulationBlocks => Set<EmulationBlock>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<CouncilMeeting> CouncilMeetings => Set<CouncilMeeting>();

    public DbSet<UnansweredQuestion> UnansweredQuestions => Set<UnansweredQuestion>();

    public DbSet<AbbreviationRow> Abbreviations => Set<AbbreviationRow>();

    public DbSet<SynonymRow> Synonyms => Set<SynonymRow>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Clock> Clocks => Set<Clock>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOutsideWork();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOutsideWork();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Lets this work, and only it, save.</summary>
    internal void Admit(Work? work) => current = work;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CmsDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order DateTimeOffset; UTC milliseconds order and compare the same everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<ItemId>().HaveConversion<ItemIdColumn>();
        configurationBuilder.Properties<RevisionId>().HaveConversion<RevisionIdColumn>();
        configurationBuilder.Properties<MediaId>().HaveConversion<MediaIdColumn>();
        configurationBuilder.Properties<SubjectId>().HaveConversion<SubjectIdColumn>();
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateColumn>().HaveMaxLength(10);
        configurationBuilder.Properties<Stage>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<Standing>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<ChangeVerb>().HaveConversion<string>().HaveMaxLength(24);
    }

    private void RefuseOutsideWork()
    {
        if (current is null && ChangeTracker.HasChanges() && !ChangeTracker.Entries().All(IsOfSigningIn))
        {
            throw new InvalidOperationException("A save outside a work: every write goes through BeginAsync and records a change.");
        }
    }

    private static bool IsOfSigningIn(EntityEntry entry) => entry.Entity switch
    {
        _ when entry.State == EntityState.Unchanged => true,
        Member => entry.State == EntityState.Modified && !Seen.Any(name => entry.Property(name).IsModified),
        IdentityUserToken<Guid> or IdentityUserPasskey<Guid> or IdentityPasskeyData or IdentityUserClaim<Guid> or MemberSession or MemberLink => true,
        _ => false,
    };

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    private sealed class ItemIdColumn() : ValueConverter<ItemId, Guid>(id => id.Value, stored => new ItemId(stored));

    private sealed class RevisionIdColumn() : ValueConverter<RevisionId, Guid>(id => id.Value, stored => new RevisionId(stored));

    private sealed class PartialDateColumn() : ValueConverter<PartialDate, string>(date => date.ToString(), stored => PartialDate.Parse(stored));

    private sealed class MediaIdColumn() : ValueConverter<MediaId, Guid>(id => id.Value, stored => new MediaId(stored));

    private sealed class SubjectIdColumn() : ValueConverter<SubjectId, Guid>(id => id.Value, stored => new SubjectId(stored));
}
