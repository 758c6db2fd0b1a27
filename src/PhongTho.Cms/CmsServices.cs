using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Data;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Members;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Office;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;
using PhongTho.Cms.Taxonomy;
using PhongTho.Cms.Tracking;
using PhongTho.Search;

namespace PhongTho.Cms;

/// <summary>Everything the content core needs, in the order of its folders.</summary>
public static class CmsServices
{
    /// <param name="dataFolder">The one folder of everything the portal keeps.</param>
    /// <param name="connection">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
    public static void AddCms(this IServiceCollection services, Func<IServiceProvider, string> dataFolder, Func<IServiceProvider, string?> connection)
    {
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton(provider => new CmsDatabase(
            connection(provider), dataFolder(provider), provider.GetRequiredService<ChangeSignal>(), provider.GetRequiredService<TimeProvider>(), provider.GetServices<IInterceptor>()));

        services.AddMembership();
        services.AddSite();
        services.AddMedia(dataFolder);
        services.AddSingleton<Drafts>();
        services.AddSingleton<History>();
        services.AddSingleton<AutosavePruning>();

        services.AddPublishing();
        services.AddSingleton<FollowPages>();
        services.AddSubjects(dataFolder);
        services.AddNominations(dataFolder);
        services.AddFeedback();
        services.AddSpread(dataFolder);
        services.AddCommendations();
        services.AddOffice();
        services.AddSingleton<DeskLists>();
        services.AddSingleton<ContentLists>();
        services.AddSingleton<DeskItems>();

        services.AddSearching(dataFolder);
        services.AddSingleton<SeedImport>();
        services.AddSingleton<StoryImport>();
        services.AddSingleton<SiteExport>();
    }

    /// <summary>What becomes public, when, and the pages readers get of it.</summary>
    private static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<Publisher>();
        services.AddSingleton<Schedule>();
        services.AddSingleton<SiteFrames>();
        services.AddSingleton<ItemPages>();
        services.AddSingleton<Published>();
        services.AddSingleton<PublishedMedia>();
        services.AddSingleton<FrontPages>();
        services.AddSingleton<Browsing>();
        services.AddSingleton<SectionLists>();
        services.AddSingleton<PlaceLists>();
        services.AddSingleton<SiteDirectory>();
        services.AddSingleton<Catalogue>();
        services.AddSingleton<SearchPages>();
    }

    /// <summary>The readers' index, the newsroom's, and who asks them.</summary>
    private static void AddSearching(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        services.AddSingleton(provider => SearchIndex.Open(Path.Combine(dataFolder(provider), "index")));
        services.AddSingleton(provider => new DeskIndex(Path.Combine(dataFolder(provider), "index-newsroom")));
        services.AddSingleton<SearchFollower>();
        services.AddSingleton<SiteSearch>();
        services.AddSingleton<ManagerSearch>();
        services.AddSingleton<Promotions>();
        services.AddSingleton(provider => new UnansweredQuestions(
            provider.GetRequiredService<CmsDatabase>(), provider.GetRequiredService<TimeProvider>(), dataFolder(provider), provider.GetRequiredService<ILogger<UnansweredQuestions>>()));
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<WordDesk>();
    }

    /// <summary>Files: where they lie, what may come in, how pictures are made again.</summary>
    private static void AddMedia(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        services.AddSingleton(provider => new MediaStore(dataFolder(provider)));
        services.AddSingleton(provider => new PictureFiles(provider.GetRequiredService<MediaStore>(), dataFolder(provider)));
        services.AddSingleton<PicturePreparation>();
        services.TryAddSingleton<MediaLimits>();
        services.AddSingleton<MediaIntake>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<MediaShelf>();
    }

    /// <summary>The site itself: what it is called, how it is ordered, in which words; and the log of who changed it.</summary>
    private static void AddSite(this IServiceCollection services)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<SiteBooks>();
        services.AddSingleton<SiteEditing>();
        services.AddSingleton<SectionEditing>();
        services.AddSingleton<PageTree>();
        services.AddSingleton<Redirects>();
        services.AddSingleton<Vocabularies>();
        services.AddSingleton<TermMerge>();
        services.AddSingleton<UnitRegister>();
    }

    /// <summary>What anybody tells us is wrong, in the way, or could be better, until it is answered.</summary>
    private static void AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackRules>();
        services.AddSingleton<FeedbackIntake>();
        services.AddSingleton<FeedbackFollowing>();
        services.AddSingleton<FeedbackPages>();
        services.AddSingleton<FeedbackInbox>();
        services.AddSingleton<FeedbackDesk>();
        services.AddSingleton<FeedbackShowing>();
        services.AddSingleton<FeedbackRetention>();
    }

    /// <summary>Dossiers of those the content is about, and what they agreed to.</summary>
    private static void AddSubjects(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        services.AddSingleton(provider => new SubjectFiles(
            dataFolder(provider), provider.GetRequiredService<CmsDatabase>(), provider.GetRequiredService<MediaIntake>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SubjectDesk>();
        services.AddSingleton<SubjectBook>();
        services.AddSingleton<ConsentDesk>();
        services.AddSingleton<ConsentWatch>();
    }

    /// <summary>What anybody tells us of people worth following, until it is a draft or answered.</summary>
    private static void AddNominations(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        services.AddSingleton(provider => new NominationPhotos(dataFolder(provider), provider.GetRequiredService<MediaIntake>(), provider.GetRequiredService<PictureFiles>()));
        services.AddSingleton<NominationIntake>();
        services.AddSingleton<NominationFollowing>();
        services.AddSingleton<NominationPages>();
        services.AddSingleton<NominationInbox>();
        services.AddSingleton<NominationDesk>();
        services.AddSingleton<NominationArticle>();
        services.AddSingleton<NominationRetention>();
    }

    /// <summary>Who copies which way of doing, what was given, and how subjects get on between their stories.</summary>
    private static void AddSpread(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        services.AddSingleton<ReplicationIntake>();
        services.AddSingleton<ReplicationFollowing>();
        services.AddSingleton<ReplicationPages>();
        services.AddSingleton<ReplicationInbox>();
        services.AddSingleton(provider => new ReplicationPhotos(dataFolder(provider), provider.GetRequiredService<MediaIntake>(), provider.GetRequiredService<PictureFiles>()));
        services.AddSingleton<ReplicationReports>();
        services.AddSingleton<ReplicationDesk>();
        services.AddSingleton<ReplicationRetention>();
        services.AddSingleton<ContributionPages>();
        services.AddSingleton<ContributionDesk>();
        services.AddSingleton<ContributionBook>();
        services.AddSingleton<TrackingLog>();
    }

    /// <summary>The register of decisions: kept by the office, read by everybody.</summary>
    private static void AddCommendations(this IServiceCollection services)
    {
        services.AddSingleton<CommendationDesk>();
        services.AddSingleton<CommendationRulesEditing>();
        services.AddSingleton<CommendationLists>();
        services.AddSingleton<CommendationSheets>();
        services.AddSingleton<PublicRegister>();
        services.AddSingleton<RegisterPages>();
    }
}
