using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Desk;

/// <summary>Names behind the keys of those who acted. Nobody is ever deleted, so a key of a person always has one.</summary>
public sealed class ActorNames
{
    private static readonly Dictionary<string, string> machines = new(StringComparer.Ordinal)
    {
        [Actor.Seed.Key] = "Nạp từ thư mục",
        [Actor.Import.Key] = "Nhập từ hệ thống khác",
        [Actor.Schedule.Key] = "Lịch tự động",
        [Actor.Console.Key] = "Dòng lệnh",
    };

    private readonly Dictionary<string, string> people;

    private ActorNames(Dictionary<string, string> people) => this.people = people;

    public static async Task<ActorNames> OfAsync(CmsDb db, IEnumerable<string?> keys, CancellationToken cancellation)
    {
        Guid[] ids = [.. keys.Distinct(StringComparer.Ordinal).Select(static key => Guid.TryParse(key, out var id) ? id : (Guid?)null).OfType<Guid>()];
        var people = ids.Length == 0
            ? []
            : await db.Users.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(static member => member.Id.ToString("D"), static member => member.Name, StringComparer.Ordinal, cancellation);
        return new ActorNames(people);
    }

    /// <summary>The name; for a key nobody knows any more, the key itself.</summary>
    public string Of(string? key) => key is null ? "" : people.GetValueOrDefault(key) ?? machines.GetValueOrDefault(key) ?? key;
}
