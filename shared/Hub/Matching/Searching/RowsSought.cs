using Hub.Matching.Index;

namespace Hub.Matching.Searching;

/// <summary>
/// The rows that may be whom a search asks for: those that share a key with the person, the most telling and smallest
/// blocks first, each once; where nobody shares one, all whose date of birth agrees. What a row says already, such as
/// another year of birth, counts before anything is cut, but not for who has a number asked for.
/// </summary>
internal sealed class RowsSought(Weighing weighing)
{
    private readonly RowSet seen = new(weighing.Snapshot);

    /// <summary>Gives the rows one by one, until there are no more or one is not taken.</summary>
    /// <param name="take">Segment and row; false ends it.</param>
    public void Visit(Func<int, int, bool> take)
    {
        var snapshot = weighing.Snapshot;
        var any = false;
        foreach (var (hash, isNumber) in Blocks())
        {
            for (var s = 0; s < snapshot.Segments.Length; s++)
            {
                var view = snapshot.Segments[s];
                foreach (var pair in view.Segment.Postings.Of(hash))
                {
                    var row = Postings.Row(pair);
                    if (view.IsDead(row) || !(isNumber || weighing.MayBe(view.Segment.Rows[row])) || !seen.Add(s, row))
                    {
                        continue;
                    }

                    any = true;
                    if (!take(s, row))
                    {
                        return;
                    }
                }
            }
        }

        if (!any)
        {
            Scan(take);
        }
    }

    private void Scan(Func<int, int, bool> take)
    {
        var snapshot = weighing.Snapshot;
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            var view = snapshot.Segments[s];
            for (var row = 0; row < view.Segment.Count; row++)
            {
                if (!view.IsDead(row) && weighing.IsBornSo(view.Segment.Rows[row]) && !take(s, row))
                {
                    return;
                }
            }
        }
    }

    private IEnumerable<(uint Hash, bool IsNumber)> Blocks()
    {
        var keys = new BlockingKey[BlockingKeys.Max];
        var count = BlockingKeys.Of(weighing.Pair.Reported, weighing.Pair.Words, asked: true, keys);
        var hashes = keys.Take(count).Select(k => k.Hash).ToArray();
        var sizes = new int[count];
        foreach (var view in weighing.Snapshot.Segments)
        {
            view.Segment.Postings.Count(hashes, sizes);
        }

        return Enumerable.Range(0, count).Where(i => sizes[i] > 0)
            .OrderBy(i => CandidateSet.GroupOf(keys[i].Kind)).ThenBy(i => sizes[i]).ThenBy(i => hashes[i])
            .Select(i => (hashes[i], keys[i].Kind is >= BlockingKind.PncId and <= BlockingKind.Document));
    }
}
