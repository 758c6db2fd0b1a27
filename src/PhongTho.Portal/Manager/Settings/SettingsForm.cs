using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Settings;

/// <summary>A lead item's row: the id that is kept, or words that still have to find one.</summary>
public sealed record LeadRow(string Id, string Words);

/// <summary>Settings of the site between the form and the record; lists carry their keys as every form of the newsroom does.</summary>
public sealed record SettingsForm
{
    public required SiteSettings Settings { get; init; }

    public required IReadOnlyList<LeadRow> Lead { get; init; }

    public static SettingsForm Of(SiteSettings settings, IReadOnlyDictionary<ItemId, string> titles) => new()
    {
        Settings = settings,
        Lead = [.. settings.Lead.Select(id => new LeadRow(id.ToString(), titles.GetValueOrDefault(id, "(bài không còn)")))],
    };

    public static SettingsForm Read(IFormCollection form) => new()
    {
        Settings = new SiteSettings
        {
            Name = form["name"].ToString(),
            Tagline = form["tagline"].ToString(),
            Description = form["description"].ToString(),
            SourceNote = Text(form["sourceNote"]),
            ShareImage = Guid.TryParse(form["shareImage"], out var image) ? new MediaId(image) : null,
            Owners = [.. Keys(form, "owners").Select(key => Owner(form, $"owners.{key}.")).Where(static owner => owner != new SiteOwner { Name = "" })],
        },
        Lead = [.. Keys(form, "lead").Select(key => new LeadRow(form[$"lead.{key}.item"].ToString(), form[$"lead.{key}.words"].ToString().Trim())).Where(static row => row.Id.Length > 0 || row.Words.Length > 0)],
    };

    /// <summary>The form with what a button without script asks for: a row more, a row less, a row up or down.</summary>
    public SettingsForm Do(string act)
    {
        var (verb, list, place) = act.Split(':') is [var what, var where, .. var at] ? (what, where, at.Length > 0 && int.TryParse(at[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1) : ("", "", -1);
        return list switch
        {
            "owners" => this with { Settings = Settings with { Owners = Do(Settings.Owners, verb, place, new SiteOwner { Name = "" }) } },
            "lead" => this with { Lead = Do(Lead, verb, place, new LeadRow("", "")) },
            _ => this,
        };
    }

    private static IReadOnlyList<T> Do<T>(IReadOnlyList<T> rows, string verb, int place, T blank)
    {
        var list = rows.ToList();
        var to = verb switch { "up" => place - 1, "down" => place + 1, _ => place };
        if (verb == "add")
        {
            list.Add(blank);
        }
        else if (place >= 0 && place < list.Count && to >= 0 && to < list.Count)
        {
            var row = list[place];
            list.RemoveAt(place);
            if (verb != "remove")
            {
                list.Insert(to, row);
            }
        }

        return list;
    }

    private static IEnumerable<string> Keys(IFormCollection form, string list) => form[list].OfType<string>().Distinct(StringComparer.Ordinal);

    private static SiteOwner Owner(IFormCollection form, string at) => new()
    {
        Name = form[at + "name"].ToString(),
        From = Day(form[at + "from"]),
        To = Day(form[at + "to"]),
        Responsible = Text(form[at + "responsible"]),
        Address = Text(form[at + "address"]),
        Phone = Text(form[at + "phone"]),
        Email = Text(form[at + "email"]),
        License = Text(form[at + "license"]),
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
