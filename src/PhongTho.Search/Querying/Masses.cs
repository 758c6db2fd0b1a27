namespace PhongTho.Search.Querying;

/// <summary>How much of a question sets of its words say together; looked up, because it is asked of every candidate.</summary>
internal sealed class Masses
{
    private const int BitsOfTable = 8;
    private const int InTable = 1 << BitsOfTable;

    private readonly float[] _sums;

    public Masses(IReadOnlyList<WordEvidence> words)
    {
        var tables = ((words.Count - 1) / BitsOfTable) + 1;
        _sums = new float[tables * InTable];
        foreach (var word in words)
        {
            var (table, bit) = (word.Number / BitsOfTable * InTable, 1 << (word.Number % BitsOfTable));
            for (var set = bit; set < InTable; set = (set + 1) | bit)
            {
                _sums[table + set] += word.Rarity;
            }
        }
    }

    public float Of(uint words)
    {
        var mass = 0f;
        for (var table = 0; table < _sums.Length; table += InTable)
        {
            mass += _sums[table + (int)(words % InTable)];
            words >>= BitsOfTable;
        }
        return mass;
    }
}
