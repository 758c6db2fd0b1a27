using System.Buffers.Binary;
using System.Text;

namespace PhongTho.Search.Indexing;

/// <summary>
/// A document as a result list prints it, each text read only when asked for. Kept uncompressed: ten hits lie in ten places, and Lucene's
/// stored fields would unpack a block of others around each.
/// </summary>
internal sealed class StoredDocument(ReadOnlyMemory<byte> bytes)
{
    private const int KeyPlace = 0;
    private const int TypePlace = 1;
    private const int FirstZone = 2;
    private const int TimeLength = sizeof(long);

    public string Key => Text(KeyPlace);

    public string Type => Text(TypePlace);

    public string this[Zone zone] => Text(FirstZone + zone.Number);

    public DateTimeOffset? PublishedAt
    {
        get
        {
            var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes.Span);
            return ticks == long.MinValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
        }
    }

    /// <summary>What was handed in to be handed back.</summary>
    public IReadOnlyDictionary<string, string> Stored
    {
        get
        {
            var texts = Texts().Skip(FirstZone + Zones.All.Count).Select(Read).Chunk(2);
            return texts.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        }
    }

    public static byte[] Write(SearchDocument document)
    {
        string[] texts =
        [
            document.Key,
            document.Type,
            .. Zones.All.OrderBy(zone => zone.Number).Select(zone => zone.Text(document)),
            .. document.Stored.SelectMany(pair => new[] { pair.Key, pair.Value }),
        ];
        var written = new byte[TimeLength + texts.Sum(text => sizeof(int) + Encoding.UTF8.GetByteCount(text))];
        BinaryPrimitives.WriteInt64LittleEndian(written, document.PublishedAt?.UtcTicks ?? long.MinValue);
        var at = TimeLength;
        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetBytes(text, written.AsSpan(at + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(written.AsSpan(at), length);
            at += sizeof(int) + length;
        }
        return written;
    }

    private string Text(int place) => Read(Texts().ElementAt(place));

    private static string Read(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetString(text.Span);

    private IEnumerable<ReadOnlyMemory<byte>> Texts()
    {
        for (var at = TimeLength; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[at..]);
            yield return bytes.Slice(at + sizeof(int), length);
            at += sizeof(int) + length;
        }
    }
}
