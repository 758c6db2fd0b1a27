using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>What everything is called in the files of one export, and what has no name there.</summary>
internal sealed class ExportNames
{
    private readonly Dictionary<ItemId, string> items;

    private ExportNames(Dictionary<ItemId, string> items, Dictionary<MediaId, string> media, Dictionary<SubjectId, string> subjects)
    {
        this.items = items;
        Names = new ReferenceNames(id => NameOf(items, id, id.ToString()), id => NameOf(media, id, id.ToString()), id => NameOf(subjects, id, id.ToString()));
    }

    public ReferenceNames Names { get; }

    public IEnumerable<ItemId> Items => items.Keys;

    public List<string> Problems { get; } = [];

    public static async Task<ExportNames> ReadAsync(CmsDb db, CancellationToken cancellation)
    {
        var items = await db.Items.Select(static item => new { item.Id, item.Path }).ToDictionaryAsync(static row => row.Id, static row => row.Path, cancellation);
        var media = await db.Media.Select(static file => new { file.Id, file.Path }).ToDictionaryAsync(static row => row.Id, static row => row.Path, cancellation);
        var subjects = await db.Subjects.Select(static row => new { row.Id, row.Slug }).ToDictionaryAsync(static row => row.Id, static row => row.Slug, cancellation);
        return new ExportNames(items, media, subjects);
    }

    private string NameOf<T>(Dictionary<T, string> known, T id, string otherwise)
        where T : notnull
    {
        if (known.TryGetValue(id, out var name))
        {
            return name;
        }

        Problems.Add($"Có chỗ trỏ tới «{otherwise}» mà nội dung hoặc tệp ấy không còn.");
        return otherwise;
    }
}
