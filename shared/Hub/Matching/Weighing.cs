using System.Text;
using Hub.Matching.Comparisons;
using Hub.Matching.Index;
using Hub.Matching.Names;
using Hub.Matching.Searching;

namespace Hub.Matching;

/// <summary>
/// One person against a snapshot of the register: candidates by blocking key, each weighed by all comparisons, the
/// best kept. Holds the scratch space of one thread.
/// </summary>
internal sealed class Weighing
{
    private const int Fields = (int)Field.Count;

    private readonly Comparing pair = new();
    private readonly CandidateSet candidates = new();
    private readonly List<NameToken> own = [];
    private readonly RecordWriter writer;
    private readonly FieldResult[] results = new FieldResult[Fields];
    private readonly Likeliest likeliest = new();
    private readonly List<(int Segment, int Row)> within = [];
    private readonly Row[] rows = new Row[CandidateSet.Most];
    private readonly Reach reach = new();
    private TokenTable.State tokens = null!;
    private RegisterSnapshot snapshot = null!;
    private MatchModel model = null!;

    public Weighing() => writer = new RecordWriter(Number);

    public CandidateSet Candidates => candidates;

    /// <summary>How many share a key with the person, wherever they were looked for.</summary>
    public Sharing Shared { get; private set; }

    public RegisterSnapshot Snapshot => snapshot;

    /// <summary>Makes the person ready to be compared with this snapshot's nominals.</summary>
    /// <param name="ofMany">Whether thousands may be weighed, so that what was compared is worth remembering.</param>
    public void Ask(RegisterSnapshot of, PersonFacts facts, MatchModel by, bool ofMany = false)
    {
        model = by;
        snapshot = of;
        tokens = of.Terms.Tokens.Current;
        own.Clear();
        pair.Words = new Words(tokens, own);
        pair.Terms = of.Terms;
        pair.Model = by.Compiled;
        pair.Population = of.Count;
        pair.Memo.Begin(ofMany);
        var reported = pair.Reported;
        var record = writer.Write("", facts).ToArray();
        reported.ReadNames(record, 0);
        reported.ReadRest();
        reported.Born = Packed.Born(facts.Born);
        reported.BornBetween = facts.BornBetween ?? default;
        reported.Sex = facts.Sex;
        reported.Nationality = Packed.Letters(facts.Nationality);
    }

    /// <summary>Lets go of the register and the person.</summary>
    public void Forget()
    {
        (snapshot, tokens) = (null!, null!);
        (pair.Words, pair.Terms) = (default, null!);
        likeliest.Begin(null!, 0);
        pair.Reported.Forget();
        pair.Registered.Forget();
        own.Clear();
    }

    /// <summary>Finds who shares a blocking key.</summary>
    public void Block(BlockLimits limits)
    {
        candidates.Find(snapshot, pair.Reported, pair.Words, limits);
        Shared = candidates.Shared;
    }

    /// <summary>The keys under which to look for the person, for a register that is kept elsewhere.</summary>
    public BlockingKey[] Keys()
    {
        var keys = new BlockingKey[BlockingKeys.Max];
        return keys[..BlockingKeys.Of(pair.Reported, pair.Words, asked: true, keys)];
    }

    /// <summary>Which of these, found elsewhere, are within reach, by their places.</summary>
    public IEnumerable<int> WithinReach(IReadOnlyList<(Row Row, BlockingGroup Group)> found, int floor, bool thorough)
    {
        reach.Ask(pair, thorough);
        return Enumerable.Range(0, found.Count).Where(i => reach.Of(pair, found[i].Row, found[i].Group) >= floor);
    }

    /// <summary>Weighs every row of the snapshot, which holds only those within reach; ordered as <see cref="Likeliest(int, int, bool)"/>.</summary>
    /// <param name="shared">How many share a key, those out of reach included.</param>
    public List<WeighedRow> Likeliest(int keep, Sharing shared)
    {
        Shared = shared;
        within.Clear();
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            for (var row = 0; row < snapshot.Segments[s].Segment.Count; row++)
            {
                within.Add((s, row));
            }
        }

        Considered = within.Count;
        return Best(keep);
    }

    /// <summary>Whether a row's date of birth agrees as far as it is known; false where nobody asked for one.</summary>
    public bool IsBornSo(Row row) => BornComparison.Compare(pair, row.Born).Weight + BornInPartComparison.Compare(pair, row.Born).Weight > 0;

    /// <summary>Whether what stands in a row, birth, sex and nationality, leaves it open that this is the person.</summary>
    public bool MayBe(Row row)
    {
        pair.Registered.Sex = row.Sex;
        pair.Registered.Nationality = row.Nationality;
        return BornComparison.Compare(pair, row.Born).Weight >= 0 && BornInPartComparison.Compare(pair, row.Born).Weight >= 0
            && OneValueComparisons.Sex(pair).Weight >= 0 && OneValueComparisons.Nationality(pair).Weight >= 0;
    }

    /// <summary>Candidates that were read and weighed: the others could not have come near a threshold.</summary>
    public int Considered { get; private set; }

    /// <summary>Weighs all candidates; the best come first, in the order of their weight and then of their ids.</summary>
    /// <param name="floor">Evidence below which nobody asks, in thousandths of a bit.</param>
    /// <param name="thorough">Whether to look at names that share few letters: for few persons.</param>
    public List<WeighedRow> Likeliest(int keep, int floor, bool thorough)
    {
        reach.Ask(pair, thorough);
        Narrow(floor);
        return Best(keep);
    }

    private List<WeighedRow> Best(int keep)
    {
        likeliest.Begin(snapshot, keep);
        foreach (var (segment, row) in within)
        {
            likeliest.Offer(new WeighedRow(Weigh(segment, row, results), segment, row));
        }

        return likeliest.Rows;
    }

    // First all rows, then of those within reach all records, are touched in a row: memory then answers for many at once.
    private void Narrow(int floor)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var (segment, row) = candidates[i];
            rows[i] = snapshot.Segments[segment].Segment.Rows[row];
        }

        within.Clear();
        var touched = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (reach.Of(pair, rows[i], candidates.Group(i)) >= floor)
            {
                var (segment, row) = candidates[i];
                within.Add((segment, row));
                touched += snapshot.Segments[segment].Segment.Records[rows[i].Offset];
            }
        }

        Considered = touched >= 0 ? within.Count : 0;
    }

    /// <summary>The evidence for one nominal in words and values.</summary>
    public CandidateEvidence Explain(int segment, int row, int prior)
    {
        var weight = Weigh(segment, row);
        return Evidence.Of(pair, results, IdOf(segment, row), prior, weight, model);
    }

    /// <summary>The evidence, without prior, for one nominal; the comparisons' results stay in <see cref="Results"/>.</summary>
    public int Weigh(int segment, int row) => Weigh(segment, row, results);

    /// <summary>As <see cref="Weigh(int, int)"/>, for a search: null, and no more read than is needed to see it, where something asked for differs.</summary>
    public int? WeighUnlessDifferent(int segment, int row)
    {
        var registered = pair.Registered;
        results.AsSpan().Clear();
        snapshot.Segments[segment].Segment.Read(row, registered);
        var first = AllComparisons.First(pair, results);
        if (!pair.Reported.HasNumber && Contradicting.AnyDiffers(results))
        {
            return null;
        }

        registered.ReadRest();
        var all = first + AllComparisons.Rest(pair, results);
        return Contradicting.Fits(results) ? all : null;
    }

    public ReadOnlySpan<FieldResult> Results => results;

    public Comparing Pair => pair;

    public string IdOf(int segment, int row) => Encoding.UTF8.GetString(RegisterSnapshot.IdOf(snapshot.Segments[segment].Segment, row));

    /// <summary>The person's names beside these alone.</summary>
    public CandidateEvidence CompareNames(Persons.PersonName registered)
    {
        pair.Registered.ReadNames(writer.Write("", new PersonFacts { Names = [registered] }).ToArray(), 0);
        Array.Clear(results);
        NameComparison.Compare(pair, results);
        var weight = 0;
        foreach (var result in results)
        {
            weight += result.Weight;
        }

        return Evidence.Of(pair, results, "", 0, weight, model);
    }

    private int Weigh(int segment, int row, Span<FieldResult> into)
    {
        into.Clear();
        var registered = pair.Registered;
        snapshot.Segments[segment].Segment.Read(row, registered);
        var first = AllComparisons.First(pair, into);
        registered.ReadRest();
        return first + AllComparisons.Rest(pair, into);
    }

    private int Number(string word)
    {
        var known = tokens.Find(word);
        if (known >= 0)
        {
            return known;
        }

        own.Add(NameToken.Of(word));
        return TokenTable.MaxTokens + own.Count - 1;
    }
}
