using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Suggesting;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Indexing;

/// <summary>How a document lies in Lucene: which fields there are and what each is for.</summary>
internal static class Schema
{
    /// <summary>Raise it whenever the same document would be indexed differently: folders of other versions are emptied on opening.</summary>
    public const string Version = "5";

    /// <summary>Identity, and the last word in every order of hits.</summary>
    public const string Key = "key";

    /// <summary>Folded words of all zones, with what the document is about as frequency.</summary>
    public const string Words = "words";

    /// <summary>Words with their marks: whether, not how often.</summary>
    public const string Exact = "exact";

    /// <summary>Neighbouring words, folded: whether, not where.</summary>
    public const string Pairs = "pairs";

    /// <summary>The words as numbers, see <see cref="KeptText"/>.</summary>
    public const string Text = "text";

    public const string PublishedAt = "publishedAt";

    /// <summary>What is printed, see <see cref="StoredDocument"/>.</summary>
    public const string Printed = "printed";

    public const string PathEntry = "path";

    private const string FacetPrefix = "facet:";
    private const string TypeFacet = "type";

    private static readonly FieldType Counted = Frozen(IndexOptions.DOCS_AND_FREQS);
    private static readonly FieldType Present = Frozen(IndexOptions.DOCS_ONLY);

    /// <summary>Lucene field that carries one facet, as values to filter by and to count.</summary>
    public static string Facet(string name) => FacetPrefix + name;

    public static Document ToLucene(SearchDocument document, Abbreviations abbreviations)
    {
        var fields = new Document
        {
            new StringField(Key, document.Key, Field.Store.NO),
            new SortedDocValuesField(Key, new BytesRef(document.Key)),
            new NumericDocValuesField(PublishedAt, document.PublishedAt?.UtcTicks ?? long.MinValue),
            new BinaryDocValuesField(Printed, new BytesRef(StoredDocument.Write(document))),
        };
        AddZones(fields, document, abbreviations);
        AddSuggestions(fields, document);
        AddFacets(fields, document);
        return fields;
    }

    private static void AddZones(Document fields, SearchDocument document, Abbreviations abbreviations)
    {
        var zones = new List<(Zone Zone, IReadOnlyList<Syllable> Syllables)>(Zones.All.Count);
        foreach (var zone in Zones.All)
        {
            if (zone.Text(document) is { Length: > 0 } text)
            {
                zones.Add((zone, abbreviations.SpellOut(Syllables.Read(text))));
            }
        }
        fields.Add(new Field(Words, new TermStream(DocumentTerms.Words(zones)), Counted));
        fields.Add(new Field(Exact, new TermStream(DocumentTerms.ExactWords(zones)), Present));
        fields.Add(new Field(Pairs, new TermStream(DocumentTerms.Pairs(zones)), Present));
        fields.Add(new BinaryDocValuesField(Text, new BytesRef(KeptText.Write(zones))));
    }

    private static void AddSuggestions(Document fields, SearchDocument document)
    {
        fields.Add(new Field(SuggestionTerms.Titles, new TermStream(SuggestionTerms.Starts([document.Title]).Select(start => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(start))), Present));
        fields.Add(new Field(SuggestionTerms.Names, new TermStream(SuggestionTerms.Starts(document.Names).Select(start => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(start))), Present));
    }

    private static void AddFacets(Document fields, SearchDocument document)
    {
        foreach (var (name, values) in document.Facets.Append(new(TypeFacet, [document.Type])))
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                fields.Add(new SortedSetDocValuesField(Facet(name), new BytesRef(value)));
            }
        }
    }

    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
