using System.Globalization;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Publishing;

/// <summary>What lists print and are ordered by, copied from a body so that no list ever opens one.</summary>
public static class ListColumns
{
    public static void Copy(ContentBody body, ContentItem item)
    {
        item.Title = body.Title;
        item.Summary = body.Summary;
        item.ListedAt = body.ListedOn is { } day ? SiteTime.StartOf(day) : item.PublishedAt ?? item.UpdatedAt;
        item.Card = new ListCard
        {
            Picture = body.Picture?.Media,
            PictureAlt = body.Picture?.Alt ?? "",
            IsSample = body.IsSample,
            Subject = body.ListSubject,
            Facts = body.ListFacts,
        };
    }

    /// <summary>The year lists are filtered by: the content's own, else that of its publication in Vietnam.</summary>
    public static string YearOf(ContentBody body, ContentItem item) =>
        (body.OwnYear ?? SiteTime.Local(item.PublishedAt ?? item.UpdatedAt).Year).ToString(CultureInfo.InvariantCulture);
}
