using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Indexing;

/// <summary>How a document lies in Lucene: which fields there are and what each is for.</summary>
internal static class Schema
{
    /// <summary>Raise it whenever the same document would be indexed differently: folders of other versions are emptied on opening.</summary>
    public const string Version = "2";

    /// <summary>Identity, and the last word in every order of hits.</summary>
    public const string Key = "key";

    /// <summary>All folded words of all zones, without frequencies: cheap to ask which documents have every word.</summary>
    public const string Anywhere = "anywhere";

    public const string PublishedAt = "publishedAt";

    private const string Kind = "kind";
    private const string FacetPrefix = "facet:";
    private const string StoredPrefix = "stored:";
    private const string TypeFacet = "type";

    /// <summary>What completions are made of; the rest of a document need not be read for them.</summary>
    public static readonly ISet<string> SuggestedFields = new HashSet<string>(StringComparer.Ordinal) { Zones.Title.Name, Zones.Names.Name, StoredPrefix + "path" };

    private static readonly FieldType WordsType = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);
    private static readonly FieldType PresenceType = Frozen(IndexOptions.DOCS_ONLY, omitNorms: true);

    /// <summary>Lucene field that carries one facet, as terms to filter by and as values to count.</summary>
    public static string Facet(string name) => FacetPrefix + name;

    public static Document ToLucene(SearchDocument document)
    {
        var fields = new Document
        {
            new StringField(Key, document.Key, Field.Store.YES),
            new SortedDocValuesField(Key, new BytesRef(document.Key)),
            new StoredField(Kind, document.Type),
            new NumericDocValuesField(PublishedAt, document.PublishedAt?.UtcTicks ?? long.MinValue),
        };
        if (document.PublishedAt is { } publishedAt)
        {
            fields.Add(new StoredField(PublishedAt, publishedAt.UtcTicks));
        }
        foreach (var (name, value) in document.Stored)
        {
            fields.Add(new StoredField(StoredPrefix + name, value));
        }
        AddZones(fields, document);
        AddFacets(fields, document);
        return fields;
    }

    public static StoredDocument FromLucene(Document fields)
    {
        var ticks = fields.GetField(PublishedAt)?.GetInt64Value();
        return new StoredDocument(
            TextOf(fields.GetField(Key)),
            TextOf(fields.GetField(Kind)),
            Zones.All.ToDictionary(zone => zone, zone => TextOf(fields.GetField(zone.Name))),
            ticks is null ? null : new DateTimeOffset(ticks.Value, TimeSpan.Zero),
            fields.Fields.Where(field => field.Name.StartsWith(StoredPrefix, StringComparison.Ordinal))
                .ToDictionary(field => field.Name[StoredPrefix.Length..], TextOf));
    }

    private static string TextOf(IIndexableField? field) => field?.GetStringValue(CultureInfo.InvariantCulture) ?? "";

    private static void AddZones(Document fields, SearchDocument document)
    {
        var syllables = Zones.All.ToDictionary(zone => zone, _ => (IReadOnlyList<Syllable>)[]);
        foreach (var zone in Zones.All)
        {
            if (zone.Text(document) is not { Length: > 0 } text)
            {
                continue;
            }
            syllables[zone] = Syllables.Read(text);
            fields.Add(new StoredField(zone.Name, text));
            fields.Add(new Field(zone.Name, new TermStream(SyllableTerms.Words(syllables[zone])), WordsType));
        }

        // Presence is said once a document: these fields are asked whether, never how often or where.
        foreach (var pairs in Zones.Pairs)
        {
            var neighbours = pairs.Zones.SelectMany(zone => SyllableTerms.Pairs(syllables[zone])).Distinct();
            fields.Add(new Field(pairs.Name, new TermStream(neighbours), PresenceType));
        }
        var words = syllables.Values.SelectMany(zone => zone).Select(syllable => syllable.Folded).Distinct(StringComparer.Ordinal);
        fields.Add(new Field(Anywhere, new TermStream(words.Select(PositionedTerm.Next)), PresenceType));
    }

    private static void AddFacets(Document fields, SearchDocument document)
    {
        foreach (var (name, values) in document.Facets.Append(new(TypeFacet, [document.Type])))
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                fields.Add(new StringField(Facet(name), value, Field.Store.NO));
                fields.Add(new SortedSetDocValuesField(Facet(name), new BytesRef(value)));
            }
        }
    }

    private static FieldType Frozen(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = omitNorms, IndexOptions = options };
        type.Freeze();
        return type;
    }
}

/// <summary>A document as it comes back from the index.</summary>
internal sealed record StoredDocument(
    string Key,
    string Type,
    IReadOnlyDictionary<Zone, string> Texts,
    DateTimeOffset? PublishedAt,
    IReadOnlyDictionary<string, string> Stored);
