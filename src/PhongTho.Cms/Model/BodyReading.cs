using PhongTho.Cms.Markdown;

namespace PhongTho.Cms.Model;

/// <summary>What a body carries besides its layout: terms, links, words. One walk over the record's shape, whatever the type.</summary>
public static class BodyReading
{
    /// <summary>Taxonomy and value as written (slugs; free words for tags), without repeats.</summary>
    public static IReadOnlyList<(string Taxonomy, string Value)> Terms(ContentBody body)
    {
        var terms = new List<(string, string)>();
        Visit(body, (field, value) =>
        {
            if (field.Taxonomy is { } taxonomy && value is string { Length: > 0 } slug && !terms.Contains((taxonomy, slug)))
            {
                terms.Add((taxonomy, slug));
            }
        });
        return terms;
    }

    public static IReadOnlyList<ItemId> Items(ContentBody body) => Collect<ItemId>(body);

    /// <summary>What the item is to this one, in the words of its own page: once a relation, in the order of the form.</summary>
    public static IReadOnlyList<string> AnswersTo(ContentBody body, ItemId item)
    {
        var answers = new List<string>();
        Visit(body, (field, value) =>
        {
            if (field.Answer is { } answer && value is ItemId target && target == item && !answers.Contains(answer))
            {
                answers.Add(answer);
            }
        });
        return answers;
    }

    /// <summary>Dossiers of those it names.</summary>
    public static IReadOnlyList<SubjectId> Subjects(ContentBody body) => Collect<SubjectId>(body);

    public static IReadOnlyList<MediaId> Media(ContentBody body) => Collect<MediaId>(body);

    /// <summary>Pictures with the words this text has for them.</summary>
    public static IReadOnlyList<Picture> Pictures(ContentBody body)
    {
        var found = new List<Picture>();
        foreach (var record in body.Blocks.Cast<object>().Append(body))
        {
            Collect(record, found);
        }

        return found;
    }

    /// <summary>True when somebody can be heard: a sound or a moving picture stands in it.</summary>
    public static bool HasSound(ContentBody body)
    {
        var found = false;
        Visit(body, (field, _) => found |= field.MediaKind is "audio" or "video");
        return found;
    }

    /// <summary>Short phrases that search weighs more: people, places, numbers.</summary>
    public static IReadOnlyList<string> Names(ContentBody body)
    {
        var names = new List<string>();
        Visit(body, (field, value) =>
        {
            if (field.Searchable is { IsName: true } && value is string { Length: > 0 } name && !names.Contains(name))
            {
                names.Add(name);
            }
        });
        return names;
    }

    /// <summary>All remaining words a reader sees, one line a paragraph.</summary>
    public static string Words(ContentBody body)
    {
        var lines = new List<string>();
        Visit(body, (field, value) =>
        {
            if (field.Searchable is { IsName: false } && value is string { Length: > 0 } text)
            {
                lines.Add(field.IsMarkdown ? MarkdownText.ToPlainText(text) : field.IsRichText ? MarkdownText.HtmlToPlainText(text) : text);
            }
        });
        return string.Join('\n', lines);
    }

    /// <summary>What it points at and what it is filed under, without a word or a picture.</summary>
    public static ContentBody WithoutWords(ContentBody body)
    {
        var bare = (ContentBody)Activator.CreateInstance(body.GetType())!;
        foreach (var field in Shape.Of(body.GetType()).Fields)
        {
            if (field.ValueType == typeof(SubjectId) || field.ValueType == typeof(ItemId) || field.Taxonomy is not (null or Taxonomies.Tag))
            {
                field.Property.SetValue(bare, field.Property.GetValue(body));
            }
            else if (field.IsRequired && field.ValueType == typeof(string))
            {
                field.Property.SetValue(bare, "");
            }
        }

        return bare;
    }

    private static IReadOnlyList<T> Collect<T>(ContentBody body)
        where T : struct
    {
        var found = new List<T>();
        Visit(body, (_, value) =>
        {
            // A place whose file or item is still to be chosen points at nothing.
            if (value is T wanted && !wanted.Equals(default(T)) && !found.Contains(wanted))
            {
                found.Add(wanted);
            }
        });
        return found;
    }

    private static void Collect(object record, List<Picture> found)
    {
        if (record is Picture picture)
        {
            found.Add(picture);
            return;
        }

        foreach (var nested in Shape.Of(record.GetType()).Fields.Where(static field => field.IsNested).SelectMany(field => field.Values(record)))
        {
            Collect(nested, found);
        }
    }

    // The running content first: a passage shown in search should be a sentence before it is a table cell.
    private static void Visit(ContentBody body, Action<ShapeField, object> see)
    {
        foreach (var block in body.Blocks)
        {
            VisitRecord(block, see);
        }

        VisitRecord(body, see);
    }

    private static void VisitRecord(object record, Action<ShapeField, object> see)
    {
        foreach (var field in Shape.Of(record.GetType()).Fields)
        {
            foreach (var value in field.Values(record))
            {
                if (field.IsNested)
                {
                    VisitRecord(value, see);
                }
                else
                {
                    see(field, value);
                }
            }
        }
    }
}
