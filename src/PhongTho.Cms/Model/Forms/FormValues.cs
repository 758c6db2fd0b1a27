using System.Text.RegularExpressions;

namespace PhongTho.Cms.Model;

/// <summary>
/// What stands in the fields of a form, by name. A name is a path with dots; a list holds the keys of its elements under its own name,
/// in order, and each element's fields lie under its key. So moving an element renames nothing.
/// </summary>
public sealed partial class FormValues
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => values.Keys;

    public string One(string name) => values.TryGetValue(name, out var all) && all.Count > 0 ? all[0] : "";

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var all) ? all : [];

    /// <summary>Keys of a list's elements in order; what is no key, or repeats one, is not among them.</summary>
    public IReadOnlyList<string> Keys(string list) => [.. All(list).Where(IsKey).Distinct(StringComparer.Ordinal)];

    public void Add(string name, string value)
    {
        if (!values.TryGetValue(name, out var all))
        {
            values[name] = all = [];
        }

        all.Add(value);
    }

    public void Set(string name, IEnumerable<string> all) => values[name] = [.. all];

    /// <summary>A key that no element of the list has.</summary>
    public string NewKey(string list, char letter)
    {
        var taken = Keys(list).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => FormattableString.Invariant($"{letter}{number}")).First(key => !taken.Contains(key));
    }

    /// <summary>Gives everything under one path to another one as well.</summary>
    public void Copy(string from, string to)
    {
        foreach (var name in Under(from))
        {
            Set(to + name[from.Length..], values[name]);
        }
    }

    public void Remove(string path)
    {
        foreach (var name in Under(path))
        {
            values.Remove(name);
        }
    }

    /// <summary>Names of the path itself and of all under it.</summary>
    public IReadOnlyList<string> Under(string path) =>
        [.. values.Keys.Where(name => name.StartsWith(path, StringComparison.Ordinal) && (name.Length == path.Length || name[path.Length] == '.'))];

    public static bool IsKey(string text) => KeyPattern().IsMatch(text);

    /// <summary>True for a name that may stand in a form: keys and names of fields with dots between them.</summary>
    public static bool IsPath(string text) => text.Length <= 400 && text.Split('.').All(IsKey);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,23}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();
}
