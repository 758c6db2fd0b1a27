using System.Text.Json;
using System.Text.Json.Serialization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Seeding;

/// <summary>Units and organisations in time, as <c>units.json</c>. Its notes and sources are for people and are not kept.</summary>
internal sealed record UnitsFile
{
    public const string Name = "units.json";
    public const string Subject = "units";

    private static readonly JsonSerializerOptions Options = new(ContentJson.Options) { WriteIndented = true, NewLine = "\n" };

    public IReadOnlyList<UnitFileEntry> Units { get; init; } = [];

    public IReadOnlyList<UnitFileEntry> Organisations { get; init; } = [];

    public static UnitsFile? Read(string text, List<FileFault> faults)
    {
        try
        {
            var file = JsonSerializer.Deserialize<UnitsFile>(text, Options);
            var nameless = file?.Units.Concat(file.Organisations).Where(static entry => entry.Id.Length == 0 || entry.AnyName.Length == 0).ToList();
            if (nameless is not { Count: 0 })
            {
                faults.Add(new FileFault(null, "Mỗi đơn vị phải có «id» và tên («name» hoặc «vi»)."));
                return null;
            }

            return file;
        }
        catch (JsonException broken)
        {
            faults.Add(new FileFault((int?)broken.LineNumber + 1, "Không đọc được JSON: " + broken.Message));
            return null;
        }
    }

    public static UnitsFile Of(IReadOnlyList<Unit> units) => new()
    {
        Units = [.. units.Where(static unit => unit.Kind.Length > 0).Select(UnitFileEntry.Of)],
        Organisations = [.. units.Where(static unit => unit.Kind.Length == 0).Select(UnitFileEntry.Of)],
    };

    public string Write() => JsonSerializer.Serialize(this, Options) + "\n";
}

/// <summary>A unit in the file. Organisations are units without a kind; the plan's list calls their name <c>vi</c>.</summary>
internal sealed record UnitFileEntry
{
    public string Id { get; init; } = "";

    public string? Name { get; init; }

    public string? Vi { get; init; }

    public string? Type { get; init; }

    public string? FullName { get; init; }

    public string? GsoCode { get; init; }

    public string? Parent { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public IReadOnlyList<string>? Successors { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    [JsonIgnore]
    public string AnyName => Name ?? Vi ?? "";

    public static UnitFileEntry Of(Unit unit) => new()
    {
        Id = unit.Slug,
        Name = unit.Name,
        Type = unit.Kind.Length == 0 ? null : unit.Kind,
        FullName = unit.FullName,
        GsoCode = unit.Code,
        Parent = unit.Parent,
        ValidFrom = unit.ValidFrom,
        ValidTo = unit.ValidTo,
        Successors = unit.Successors.Count == 0 ? null : unit.Successors,
        Aliases = unit.Spellings.Count == 0 ? null : unit.Spellings,
    };

    public void CopyTo(Unit unit, int order)
    {
        unit.Name = AnyName;
        unit.Kind = Type ?? "";
        unit.FullName = FullName ?? AnyName;
        unit.Code = GsoCode;
        unit.Parent = Parent;
        unit.ValidFrom = ValidFrom;
        unit.ValidTo = ValidTo;
        unit.Spellings = Aliases ?? [];
        unit.Successors = Successors ?? [];
        unit.Order = order;
    }
}
