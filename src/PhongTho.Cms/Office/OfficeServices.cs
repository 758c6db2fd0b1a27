using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Office.Inspections;
using PhongTho.Cms.Office.Rankings;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Office.Reports;

namespace PhongTho.Cms.Office;

/// <summary>What the emulation office works with.</summary>
internal static class OfficeServices
{
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddSingleton<OfficeSettings>();
        services.AddSingleton<CouncilPages>();
        services.AddSingleton<CouncilMeetings>();

        services.AddSingleton<ScoreLists>();
        services.AddSingleton<ScoreDesk>();
        services.AddSingleton<RankingPages>();
        services.AddSingleton<InspectionDesk>();

        services.AddSingleton<ConsultationDesk>();
        services.AddSingleton<ConsultationComments>();
        services.AddSingleton<ConsultationPages>();
        services.AddSingleton<ConsultationTurns>();

        services.AddSingleton<RegistrationRounds>();
        services.AddSingleton<RegistrationDesk>();
        services.AddSingleton<RegistrationLists>();
        services.AddSingleton<UnitPlans>();

        services.AddSingleton<IReportChapter, ExemplarChapter>();
        services.AddSingleton<IReportChapter, DossierChapter>();
        services.AddSingleton<IReportChapter, NominationChapter>();
        services.AddSingleton<IReportChapter, StoryChapter>();
        services.AddSingleton<IReportChapter, SpreadChapter>();
        services.AddSingleton<IReportChapter, GiftChapter>();
        services.AddSingleton<IReportChapter, CommendationChapter>();
        services.AddSingleton<IReportChapter, FeedbackChapter>();
        services.AddSingleton<IReportChapter, UnitChapter>();
        services.AddSingleton<IReportChapter, DocumentChapter>();
        services.AddSingleton<PeriodicReports>();
    }
}
