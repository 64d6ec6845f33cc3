using System.Text;
using Hub.Azure.Nominals;
using Hub.Nominals;

namespace Hub.Azure.Tests.Nominals;

/// <summary>What must hold of a register whatever happened to it.</summary>
internal static class RegisterChecks
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Sequence without gaps or doubles, every chain unbroken, changes, histories and records telling the same.</summary>
    public static async Task AssertWholeAsync(CosmosNominalRegister register, IReadOnlyCollection<string> ids)
    {
        var changes = new List<NominalChange>();
        while (await register.HistorySinceAsync(changes.Count == 0 ? 0 : changes[^1].Sequence, 100, None) is { Count: > 0 } more)
        {
            changes.AddRange(more);
        }

        Assert.Equal(Enumerable.Range(1, changes.Count).Select(i => (long)i), changes.Select(c => c.Sequence));
        var held = await register.GetAllAsync(ids, None);
        Assert.Equal(held.Keys.Order(), changes.Select(c => c.Nominal).Distinct().Order());
        foreach (var of in changes.GroupBy(c => c.Nominal))
        {
            Assert.Equal(Enumerable.Range(1, of.Count()), of.Select(c => c.Number));
            Assert.Equal(of.Last().Sequence, held[of.Key].Mark);
            var history = (await register.HistoryAsync(of.Key, new(20), None))!;
            Assert.Null(await NominalChain.FirstBreakAsync(history, next => register.HistoryAsync(of.Key, new(20, next), None)));
            Assert.Equal((of.Count(), of.Last().Hash, of.Last().After), (history.Head.Count, history.Head.Hash, history.Current));
            Assert.True(NominalContent.IsSame(held[of.Key].Nominal, NominalContent.Read(Encoding.UTF8.GetBytes(of.Last().After))));
        }
    }
}
