using Hub.Accuracy.Sets;
using Hub.Matching;

namespace Hub.Accuracy.Runs;

/// <summary>Finds which true pairs the blocking alone would bring together.</summary>
internal sealed class BlockingProbe(LinkageTask task, Screener screener)
{
    /// <summary>Adds every true pair that shares a blocking key, asked from the query's side.</summary>
    public void Run(PairTable table, CancellationToken cancellationToken)
    {
        var rows = task.Register.ToDictionary(r => r.Id, r => r.Number);
        var known = task.RegisterEntities.ToHashSet();
        var asked = task.Queries.Where(q => task.QueryEntities[q.Number] != EntityNumbers.None && known.Contains(task.QueryEntities[q.Number]));
        Parallel.ForEach(asked, new ParallelOptions { CancellationToken = cancellationToken }, query =>
        {
            int[] found = [.. screener.Block(query.Person, task.Purpose).Select(id => rows[id]).Where(r => task.IsTrue(query.Number, r) && !(task.IsWithin && r == query.Number))];
            lock (table)
            {
                foreach (var register in found)
                {
                    table.Add(new WeighedPair(query.Number, register, double.NegativeInfinity, PairMarks.Blocked));
                }
            }
        });
    }
}
