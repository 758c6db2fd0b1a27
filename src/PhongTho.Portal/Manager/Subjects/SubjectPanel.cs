using PhongTho.Cms.Changes;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Portal.Manager.Subjects;

/// <summary>What a part of the dossier's page gets: whose dossier, and who looks. A part is a file of <c>Panels/</c> whose name stands in <see cref="Names"/>.</summary>
public sealed record SubjectPanel(Subject Subject, SiteBook Book, Actor Me)
{
    /// <summary>Parts in their order on the page; one that is not there is left out.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Tracking", "Contributions", "Models", "Registrations", "Commendations"];

    public string Address => "/manager/subjects/" + Subject.Id;
}
