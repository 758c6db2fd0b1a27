namespace PhongTho.Cms.Model;

/// <summary>What a button inside a form does to its lists: add, move, copy, remove. Nothing else in the form changes.</summary>
public static class FormActs
{
    /// <summary>Does it, and names the element to go to; null for an act that is none of these, or has nothing to act on.</summary>
    /// <param name="act">The verb and its path: <c>up:blocks.b1</c>, <c>add:figures</c>, <c>put:blocks:quote</c>.</param>
    public static string? Do(FormValues values, string act)
    {
        var parts = act.Split(':');
        return parts switch
        {
            ["add", var list] => Add(values, list, 'r'),
            ["put", var list, var kind] when BlockTypes.Find(kind) is not null => Put(values, list, kind),
            [var verb, var path] when path.LastIndexOf('.') is > 0 and var dot => Change(values, verb, path[..dot], path[(dot + 1)..]),
            _ => null,
        };
    }

    private static string Put(FormValues values, string list, string kind)
    {
        var path = Add(values, list, 'b');
        values.Set(path + ".type", [kind]);
        return path;
    }

    private static string Add(FormValues values, string list, char letter)
    {
        var key = values.NewKey(list, letter);
        values.Set(list, [.. values.Keys(list), key]);
        return $"{list}.{key}";
    }

    private static string? Change(FormValues values, string verb, string list, string key)
    {
        var keys = values.Keys(list).ToList();
        var index = keys.IndexOf(key);
        switch (verb)
        {
            case "up" or "down" when index >= 0:
                keys.RemoveAt(index);
                keys.Insert(Math.Clamp(verb == "up" ? index - 1 : index + 1, 0, keys.Count), key);
                values.Set(list, keys);
                return $"{list}.{key}";
            case "copy" when index >= 0:
                var copy = values.NewKey(list, key[0]);
                keys.Insert(index + 1, copy);
                values.Set(list, keys);
                values.Copy($"{list}.{key}", $"{list}.{copy}");
                return $"{list}.{copy}";
            case "remove" when index >= 0:
                keys.RemoveAt(index);
                values.Set(list, keys);
                values.Remove($"{list}.{key}");
                return keys.Count > 0 ? $"{list}.{keys[Math.Min(index, keys.Count - 1)]}" : list;
            default:
                return null;
        }
    }
}
