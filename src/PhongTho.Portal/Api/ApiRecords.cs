using System.Text.Json;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Api;

/// <summary>A page of a list: ask again with <paramref name="Next"/> as the cursor; null ends it.</summary>
public sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next, int Total);

/// <summary>A published item. <paramref name="Body"/> is its typed content; ids in it name items and files of this API.</summary>
public sealed record ApiItem(
    Guid Id, string? ExternalId, string Type, string Path, string Title, string Summary, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt,
    JsonElement Body, IReadOnlyList<ApiFile> Media, IReadOnlyList<ApiItemCommendation> Commendations)
{
    public static ApiItem Of(CatalogueItem item) => new(
        item.Id.Value, item.ExternalId, item.Type, item.Path, item.Title, item.Summary, item.PublishedAt, item.UpdatedAt,
        JsonSerializer.Deserialize<JsonElement>(item.BodyJson), [.. item.Media.Select(ApiFile.Of)],
        [.. item.Commendations.Select(ApiItemCommendation.Of)]);
}

/// <summary>A commendation that whom the item is about holds now; what was revoked stands only in the register.</summary>
public sealed record ApiItemCommendation(string Form, string FormName, string? Occasion, string Achievement, string? Decision, string? DecidedOn, string? Authority)
{
    public static ApiItemCommendation Of(CommendationLine line) => new(
        line.Form.Slug, line.Form.Name, line.Occasion?.Slug, line.Achievement, line.Decision.Length > 0 ? line.Decision : null, line.DecidedOn?.ToString(), line.Authority.Length > 0 ? line.Authority : null);
}

/// <summary>A file shown by something published. A photograph has its widths and formats in <paramref name="Renditions"/>.</summary>
public sealed record ApiFile(
    Guid Id, string Path, string Url, string ContentType, long Size, int? Width, int? Height, string? Alt, bool IsDecorative, string? Caption, string? Credit,
    IReadOnlyList<ApiRendition> Renditions)
{
    public static ApiFile Of(MediaFile file) => new(
        file.Id.Value, file.Path, file.Url, file.ContentType, file.Size, file.Width, file.Height, file.Alt, file.IsDecorative, file.Caption, file.Credit,
        file.IsRaster ? [.. PictureWidths.All(file.Width, file.Height).Select(rendition => new ApiRendition(file.UrlOf(rendition), rendition.ContentType, rendition.Width))] : []);
}

/// <summary>A photograph in one width and format.</summary>
public sealed record ApiRendition(string Url, string ContentType, int Width);

/// <summary>A vocabulary with its terms.</summary>
public sealed record ApiTaxonomy(string Id, string Name, IReadOnlyList<ApiTerm> Terms)
{
    public static ApiTaxonomy Of(SiteBook book, string key) => new(
        key, book.TaxonomyLabels[key], [.. book.TermsByTaxonomy.GetValueOrDefault(key, []).Select(term => new ApiTerm(term.Slug, term.Name, term.ShortName, term.Group))]);
}

public sealed record ApiTerm(string Id, string Name, string? ShortName, string? Group);

/// <summary>A unit in time: former names lead to their successors, today's to what they were made of.</summary>
public sealed record ApiUnit(
    string Id, string Name, string Kind, string FullName, string? Code, string? Parent, DateOnly? ValidFrom, DateOnly? ValidTo,
    IReadOnlyList<string> Spellings, IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors)
{
    public static ApiUnit Of(SiteBook book, UnitEntry unit) => new(
        unit.Slug, unit.Name, unit.Kind, unit.FullName, unit.Code, unit.Parent, unit.ValidFrom, unit.ValidTo,
        unit.Spellings, [.. book.Predecessors(unit.Slug).Select(other => other.Slug)], unit.Successors);
}
