using System.Diagnostics;
using Hub.Accuracy.Sets;
using Hub.Matching;
using Hub.Nominals;

namespace Hub.Accuracy.Runs;

/// <summary>Runs a task through the product's own matching: its index, its bulk screening, its blocking.</summary>
/// <param name="keep">Candidates asked for each query.</param>
internal sealed class LinkageRun(LinkageTask task, MatchModel model, int keep)
{
    private const int Batch = 50_000;

    public async Task<LinkageOutcome> RunAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var index = Build();
        var built = watch.Elapsed;
        watch.Restart();
        var screener = new Screener(index, TimeProvider.System);
        var table = new PairTable(task.IsWithin);
        var weighed = await ScreenAsync(screener, table, progress, cancellationToken);
        var screened = watch.Elapsed;
        watch.Restart();
        new BlockingProbe(task, screener).Run(table, cancellationToken);
        return new LinkageOutcome(task, screener, table.Merge(), weighed, built, screened, watch.Elapsed);
    }

    private RegisterIndex Build()
    {
        var index = new RegisterIndex(model);
        var mark = 0L;
        foreach (var chunk in task.Register.Chunk(Batch))
        {
            mark += chunk.Length;
            index.Apply(new RegisterChanges([.. chunk.Select(r => r.Nominal)], mark));
        }

        return index;
    }

    private async Task<long> ScreenAsync(Screener screener, PairTable table, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var rows = task.Register.ToDictionary(r => r.Id, r => r.Number);
        var weighed = 0L;
        var bulk = new BulkScreening(screener).RunAsync(
            task.Queries.ToAsyncEnumerable(), r => r.Person, task.Purpose, task.IsWithin ? keep + 1 : keep, progress, cancellationToken: cancellationToken);
        await foreach (var (query, result) in bulk)
        {
            weighed += result.Considered;
            foreach (var candidate in result.Candidates)
            {
                var register = rows[candidate.Nominal];
                if (task.IsWithin && register == query.Number)
                {
                    weighed--;
                    continue;
                }

                table.Add(new WeighedPair(query.Number, register, candidate.Bits, Marks(candidate)));
            }
        }

        return weighed;
    }

    private PairMarks Marks(WeighedNominal candidate) =>
        PairMarks.Blocked | PairMarks.Kept | (candidate.Sure ? PairMarks.Sure : 0)
        | (candidate.Shown ? PairMarks.Shown : candidate.Probability >= model.Purposes[task.Purpose].Possible ? PairMarks.ExplainedAway : 0);
}
