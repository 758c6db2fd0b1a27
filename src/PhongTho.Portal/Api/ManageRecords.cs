using System.Text.Json;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Api;

/// <summary>An item in a list of the desk.</summary>
public sealed record ManagedRow(
    Guid Id, string Type, string Path, string Title, string Stage, string Standing, bool WasPublic, string Who, DateTimeOffset At, string? Note,
    DateTimeOffset? PublishAt, DateTimeOffset? ExpireAt, string? Unit, int Version)
{
    public static ManagedRow Of(DeskRow row) => new(
        row.Id.Value, row.Type, "/" + row.Path, row.Title, ManageNames.Of(row.Stage), ManageNames.Of(row.Standing), row.WasPublic, row.Who, row.At, row.Note,
        row.PublishAt, row.ExpireAt, row.Unit, row.Version);
}

/// <summary>An item with its draft and all acts, each with the reason against it.</summary>
public sealed record ManagedItem(ManagedRow Item, JsonElement Body, bool HasDraft, bool NamesPrivatePerson, IReadOnlyList<Problem> Problems, IReadOnlyList<ManagedAct> Acts)
{
    public static ManagedItem Of(DeskItem item) => new(
        ManagedRow.Of(item.Row), JsonSerializer.Deserialize<JsonElement>(ContentJson.Write(item.Body)), item.HasDraft, item.NamesPrivatePerson, item.Problems,
        [.. item.Acts.Select(offered => new ManagedAct(ManageNames.Of(offered.Act), offered.Label, offered.WhyNot?.Code, offered.WhyNot?.Message))]);
}

/// <param name="Code">Null when nothing is against it.</param>
public sealed record ManagedAct(string Act, string Label, string? Code, string? WhyNot);

/// <summary>What is said along with an act.</summary>
/// <param name="Slug">For <c>move</c>.</param>
/// <param name="IsSure">For <c>trash</c>, after having been told what points at the item.</param>
public sealed record AskedAct(int Version, string? Note = null, DateTimeOffset? At = null, string? ForwardTo = null, string? Slug = null, bool IsSure = false);

/// <param name="Version">The version that was edited.</param>
/// <param name="IsAutosave">True when it is kept while the person still types.</param>
public sealed record SavedDraft(int Version, JsonElement Body, bool IsAutosave = false);

public sealed record NewDraft(string Type, JsonElement Body);

public sealed record ManagedVersion(Guid Id, int Version);

/// <summary>Names of acts and states in addresses and answers.</summary>
internal static class ManageNames
{
    private static readonly Dictionary<string, Act> Acts = Enum.GetValues<Act>().ToDictionary(static act => Of(act), StringComparer.Ordinal);

    public static string Of(Act act) => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString());

    public static string Of(Enum state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    public static Act? FindAct(string name) => Acts.TryGetValue(name, out var act) ? act : null;

    public static DeskShelf? FindShelf(string name) => Enum.GetValues<DeskShelf>().Cast<DeskShelf?>().FirstOrDefault(shelf => Of(shelf!.Value) == name);
}
