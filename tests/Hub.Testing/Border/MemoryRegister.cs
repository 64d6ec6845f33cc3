using System.Text;
using Hub.Auditing;
using Hub.Nominals;
using Hub.Paging;

namespace Hub.Testing.Border;

/// <summary>A register in memory of a handful of nominals, for those who look one up or follow it.</summary>
public sealed class MemoryRegister(TimeProvider? time = null) : INominalRegister
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Sequence, Nominal Nominal)> held = [];
    private readonly List<NominalChange> changes = [];
    private readonly Dictionary<string, NominalChange> newest = [];
    private readonly Dictionary<string, long> marks = [];
    private readonly Dictionary<string, LoadProgress> loads = [];
    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>The nominal, or how it is to be now, whatever it was.</summary>
    public Nominal this[string id]
    {
        get => held[id].Nominal;
        set => WriteAsync([id], _ => new RegisterEdit([value]), RegisterWriting.OfHub("A test."), default).GetAwaiter().GetResult();
    }

    public ICollection<Nominal> All => [.. held.Values.Select(h => h.Nominal)];

    public Task<RegisterOutcome> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, RegisterEdit> change, RegisterWriting how, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var edit = change(new RegisterState(ids.Distinct().Where(held.ContainsKey).ToDictionary(id => id, id => held[id].Nominal), how.Feed is null ? 0 : marks.GetValueOrDefault(how.Feed)));
            if (edit.Nominals.Any(n => !ids.Contains(n.Id)) || edit.Nominals.DistinctBy(n => n.Id).Count() != edit.Nominals.Count)
            {
                throw new InvalidOperationException("A change of the register writes each nominal once, and only those it asked for.");
            }

            var changed = edit.Nominals.Count(n => Put(n, how));
            if (edit.FeedMark is { } mark)
            {
                marks[how.Feed!] = mark;
            }

            if (edit.Progress is { } progress)
            {
                loads[progress.Load] = progress;
            }

            return Task.FromResult(new RegisterOutcome(changes.Count, changed, edit.Nominals.Count - changed));
        }
    }

    /// <summary>Returns at once: a test has nobody to wait for.</summary>
    public Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(held.TryGetValue(id, out var found) ? found.Nominal : null);
        }
    }

    public Task<IReadOnlyDictionary<string, MarkedNominal>> GetAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyDictionary<string, MarkedNominal>>(
                ids.Distinct().Where(held.ContainsKey).ToDictionary(id => id, id => new MarkedNominal(held[id].Nominal, held[id].Sequence)));
        }
    }

    public Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var since = held.Values.Where(h => h.Sequence > mark).OrderBy(h => h.Sequence).Take(max).ToList();
            return Task.FromResult(new RegisterChanges([.. since.Select(h => h.Nominal)], since.Count == 0 ? mark : since[^1].Sequence));
        }
    }

    public Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) => Task.FromResult(loads.GetValueOrDefault(load));

    public Task<long> MarkAsync(string source, CancellationToken cancellationToken) => Task.FromResult(marks.GetValueOrDefault(source));

    public Task<NominalHistory?> HistoryAsync(string id, PageRequest page, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var before = page.Continuation is null ? int.MaxValue : int.TryParse(page.Continuation, out var number) ? number : throw new InvalidContinuationException();
            var all = changes.Where(c => c.Nominal == id).Reverse().ToList();
            var rest = all.Where(c => c.Number < before).ToList();
            var shown = rest.Take(page.Size).ToList();
            return Task.FromResult(all.Count == 0 ? null : new NominalHistory(
                new AuditHead(all.Count, all[0].Hash), all[0].After, new Page<NominalChange>(shown, rest.Count > shown.Count ? $"{shown[^1].Number}" : null)));
        }
    }

    public Task<IReadOnlyList<NominalChange>> HistorySinceAsync(long mark, int max, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<NominalChange>>([.. changes.Where(c => c.Sequence > mark).Take(max)]);
        }
    }

    private bool Put(Nominal nominal, RegisterWriting how)
    {
        var before = held.TryGetValue(nominal.Id, out var known) ? known.Nominal : null;
        if (before is not null && NominalContent.IsSame(before, nominal))
        {
            held[nominal.Id] = (known.Sequence, before with { Updated = nominal.Updated > before.Updated ? nominal.Updated : before.Updated });
            return false;
        }

        var last = newest.GetValueOrDefault(nominal.Id);
        var (at, kind, body) = (time.GetUtcNow(), NominalChain.KindOf(before, nominal), NominalContent.Write(nominal));
        changes.Add(newest[nominal.Id] = new NominalChange
        {
            Nominal = nominal.Id,
            Number = (last?.Number ?? 0) + 1,
            Sequence = changes.Count + 1,
            At = at,
            Writing = how,
            Kind = kind,
            Before = last?.After,
            After = Encoding.UTF8.GetString(body),
            PreviousHash = last?.Hash ?? "",
            Hash = NominalChain.HashOf(last?.Hash ?? "", nominal.Id, (last?.Number ?? 0) + 1, at, how, kind, Encoding.UTF8.GetBytes(last?.After ?? ""), body),
        });
        held[nominal.Id] = (changes.Count, nominal);
        return true;
    }
}
