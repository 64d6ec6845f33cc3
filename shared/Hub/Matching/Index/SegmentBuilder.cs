using Hub.Nominals;

namespace Hub.Matching.Index;

/// <summary>Packs nominals into a segment. One thread.</summary>
internal sealed class SegmentBuilder
{
    private readonly TokenTable tokens;
    private readonly RecordWriter writer;
    private readonly List<Row> rows = [];
    private readonly List<ulong> pairs = [];
    private readonly Traits traits = new();
    private readonly BlockingKey[] keys = new BlockingKey[BlockingKeys.Max];
    private byte[] records = new byte[1024];
    private int length;

    public SegmentBuilder(TokenTable tokens)
    {
        this.tokens = tokens;
        writer = new RecordWriter(word => tokens.Add(word));
    }

    public void Add(Nominal nominal)
    {
        var record = writer.Write(nominal.Id, PersonFacts.Of(nominal));
        if (length + record.Length > records.Length)
        {
            Array.Resize(ref records, Math.Max(records.Length * 2, length + record.Length));
        }

        record.CopyTo(records.AsSpan(length));
        traits.ReadNames(records, length);
        traits.ReadRest();
        traits.Born = Packed.Born(nominal.Born);
        var words = new Words(tokens.Current, []);
        Index(words);
        rows.Add(Row.Of(length, traits, words, nominal));
        length += record.Length;
    }

    /// <summary>The segment; the builder is used up.</summary>
    public Segment Build()
    {
        Array.Resize(ref records, length);
        return new Segment([.. rows], records, Postings.Of([.. pairs]));
    }

    private void Index(Words words)
    {
        pairs.Add(Postings.Pair(IdKey(traits.Text(traits.Id)).Hash, rows.Count));
        var count = BlockingKeys.Of(traits, words, asked: false, keys);
        foreach (var key in keys.AsSpan(0, count))
        {
            pairs.Add(Postings.Pair(key.Hash, rows.Count));
        }
    }

    public static BlockingKey IdKey(ReadOnlySpan<byte> id) => BlockingKey.Of(BlockingKind.Id, Hashing.OfBytes(id));
}
