using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>A file of an item and its name under the content folder.</summary>
internal sealed record ItemFile(string Name, MarkdownFile Content);

/// <summary>The files an item is written as: what is live, and beside it the draft that differs.</summary>
internal static class ItemFiles
{
    public static IEnumerable<ItemFile> Of(ContentItem item, Dictionary<RevisionId, string> bodies, IEnumerable<Alias> addresses, ExportNames names)
    {
        var type = ContentTypes.Get(item.Type);
        var prefix = type.PathOf("");
        if (!item.Path.StartsWith(prefix, StringComparison.Ordinal))
        {
            names.Problems.Add($"/{item.Path} không ở chuyên trang «{type.Section}» nên không có chỗ trong thư mục.");
            yield break;
        }

        var place = $"{type.Plural}/{item.Path[prefix.Length..]}";
        var live = item.LiveRevisionId is { } liveId ? bodies[liveId] : null;
        var draft = item.DraftRevisionId is { } draftId ? bodies[draftId] : null;
        var state = StateOf(item, addresses);
        if ((live ?? draft) is { } main)
        {
            yield return new ItemFile(place + SeedItem.Extension, new MarkdownFile(state, type.Read(main)));
        }

        // What was taken back and is to come again at its hour may have no draft of its own, but the hour needs a file.
        if (live is not null && ((draft is not null && draft != live) || item.PublishAt is not null))
        {
            var beside = new ItemState { Standing = FileStanding.Draft, PublishAt = item.PublishAt };
            yield return new ItemFile(place + SeedItem.DraftExtension, new MarkdownFile(beside, type.Read(draft ?? live)));
        }
    }

    private static ItemState StateOf(ContentItem item, IEnumerable<Alias> addresses)
    {
        var hasLive = item.LiveRevisionId is not null;
        return new ItemState
        {
            Standing = hasLive ? StandingOf(item.Standing) : FileStanding.Draft,
            PublishedAt = hasLive ? item.PublishedAt : null,
            PublishAt = hasLive ? null : item.PublishAt,
            ExpireAt = item.ExpireAt,
            StandingNote = item.StandingNote,
            ForwardTo = item.ForwardTo,
            ExternalId = item.ExternalId,
            OldAddresses = [.. addresses.Select(static alias => "/" + alias.Path).Order(StringComparer.Ordinal)],
        };
    }

    private static FileStanding StandingOf(Standing standing) => standing switch
    {
        Standing.Live => FileStanding.Live,
        Standing.OnHold => FileStanding.OnHold,
        Standing.Archived => FileStanding.Archived,
        Standing.Withdrawn => FileStanding.Withdrawn,
        Standing.Retracted => FileStanding.Retracted,
        _ => FileStanding.Unpublished,
    };
}
