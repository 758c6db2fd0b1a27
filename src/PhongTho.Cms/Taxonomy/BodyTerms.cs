using PhongTho.Cms.Model;

namespace PhongTho.Cms.Taxonomy;

/// <summary>Puts one term in the place of another wherever a body says it, whatever its type.</summary>
internal static class BodyTerms
{
    /// <param name="body">A copy nobody else holds: it is changed in place.</param>
    /// <param name="into">What is written instead: a slug, or a free tag's words.</param>
    public static ContentBody Replace(ContentBody body, string taxonomy, string from, string into)
    {
        Visit(body);
        foreach (var block in body.Blocks)
        {
            Visit(block);
        }

        return body;

        void Visit(object record)
        {
            foreach (var field in Shape.Of(record.GetType()).Fields)
            {
                if (field.IsNested)
                {
                    foreach (var value in field.Values(record))
                    {
                        Visit(value);
                    }
                }
                else if (field.Taxonomy == taxonomy && field.Values(record).OfType<string>().Any(Is))
                {
                    field.Property.SetValue(record, field.ElementType is null ? into : field.Values(record).Cast<string>().Select(word => Is(word) ? into : word).Distinct().ToArray());
                }
            }
        }

        bool Is(string word) => (taxonomy == Taxonomies.Tag ? Slug.Of(word) : word) == from;
    }
}
