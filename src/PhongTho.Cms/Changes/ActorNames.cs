using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Changes;

/// <summary>Names behind the keys of those who acted. Nobody is ever deleted, so a key of a person always has one.</summary>
public sealed class ActorNames
{
    /// <summary>The parts of the machine that act.</summary>
    public static IReadOnlyDictionary<string, string> Machines { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Actor.Seed.Key] = "Nội dung ban đầu",
        [Actor.Import.Key] = "Nhập bài",
        [Actor.Schedule.Key] = "Lịch hẹn giờ",
        [Actor.Console.Key] = "Dòng lệnh máy chủ",
        [Actor.Citizen.Key] = "Người dân",
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
    public string Of(string? key) => key is null ? "" : people.GetValueOrDefault(key) ?? Machines.GetValueOrDefault(key) ?? key;
}
