using System.Collections.Immutable;
using System.Globalization;
using Hub.Json;

namespace Hub.Nominals;

/// <summary>Works out what a batch of deltas makes of the nominals as they are held: each delta on what the one before left.</summary>
internal sealed class DeltaApplying
{
    private readonly Dictionary<string, Nominal> held;
    private readonly Dictionary<string, Nominal> touched = new(StringComparer.Ordinal);
    private readonly List<FieldError> errors = [];
    private readonly DateTimeOffset now;

    private DeltaApplying(RegisterState state, DateTimeOffset now)
    {
        held = new Dictionary<string, Nominal>(state.Nominals, StringComparer.Ordinal);
        this.now = now;
    }

    private int Changed { get; set; }

    private int Unchanged { get; set; }

    private int Stale { get; set; }

    private int Skipped { get; set; }

    public static DeltasApplied Run(DeltaBatch batch, RegisterState state, DateTimeOffset now)
    {
        if (batch.After > state.FeedMark)
        {
            return new DeltasApplied(RegisterEdit.None, state.FeedMark) { IsGap = true };
        }

        var applying = new DeltaApplying(state, now);
        for (var i = 0; i < batch.Deltas.Length; i++)
        {
            if (batch.Deltas[i].Sequence <= state.FeedMark)
            {
                applying.Skipped++;
            }
            else
            {
                applying.Apply(batch.Deltas[i], string.Create(CultureInfo.InvariantCulture, $"$.deltas[{i}]"));
            }
        }

        if (applying.errors.Count > 0)
        {
            return new DeltasApplied(RegisterEdit.None, state.FeedMark) { Errors = [.. applying.errors] };
        }

        var mark = Math.Max(state.FeedMark, batch.Deltas.IsEmpty ? 0 : batch.Deltas[^1].Sequence);
        return new DeltasApplied(mark > state.FeedMark ? new RegisterEdit(applying.touched.Values) { FeedMark = mark } : RegisterEdit.None, mark)
        {
            Changed = applying.Changed,
            Unchanged = applying.Unchanged,
            Stale = applying.Stale,
            Skipped = applying.Skipped,
        };
    }

    private void Apply(Delta delta, string path)
    {
        switch (delta)
        {
            case Delta.Upsert upsert:
                Take(upsert.Nominal, $"{path}.nominal");
                break;
            case Delta.Change change:
                Change(change, path);
                break;
            case Delta.End end:
                if (Written(end.Id, path) is { } ends)
                {
                    Put(ends.Ended is null ? ends with { Ended = end.At } : ends);
                }

                break;
            case Delta.Merge merge:
                Put(NominalMerging.Merge(held, merge.Id, merge.Into, now), path);
                break;
            case Delta.Split split:
                Put(NominalMerging.Split(held, split.Id), path);
                break;
            default:
                throw new InvalidOperationException($"Nothing is known of a delta {delta.GetType().Name}.");
        }
    }

    private void Change(Delta.Change change, string path)
    {
        if (Written(change.Id, path) is not { } before)
        {
            return;
        }

        var fields = JsonFields.At(MergePatch.On(before with { Updated = change.Updated }, change.Set), $"{path}.set");
        var sent = NominalJson.Read(fields, now, change.Id);
        errors.AddRange(fields.Errors);
        if (fields.Errors.Count == 0)
        {
            Take(sent with { Updated = change.Updated }, path);
        }
    }

    private void Take(Nominal sent, string path)
    {
        var before = held.GetValueOrDefault(sent.Id);
        switch (SentNominal.Verdict(before, sent))
        {
            case SentVerdict.Stale:
                Stale++;
                break;
            case SentVerdict.Merged:
                Refuse(NominalMerging.WrittenTo(before!.MergedInto!), path);
                break;
            default:
                Put(sent);
                break;
        }
    }

    private Nominal? Written(string id, string path)
    {
        switch (held.GetValueOrDefault(id))
        {
            case null:
                Refuse(new FieldError("id", "unknown-nominal", "There is no such nominal."), path);
                return null;
            case { MergedInto: { } other }:
                Refuse(NominalMerging.WrittenTo(other), path);
                return null;
            case { } nominal:
                return nominal;
        }
    }

    private void Put(MergeResult result, string path)
    {
        if (result is { After: { } after })
        {
            Put(after);
        }
        else
        {
            Refuse(result.Refusal!, path);
        }
    }

    private void Put(Nominal after)
    {
        if (held.TryGetValue(after.Id, out var before) && NominalContent.IsSame(before, after))
        {
            Unchanged++;
        }
        else
        {
            Changed++;
        }

        held[after.Id] = touched[after.Id] = after;
    }

    private void Refuse(FieldError refusal, string path) => errors.Add(refusal with { Path = $"{path}.{refusal.Path}" });
}

/// <summary>What a batch comes to.</summary>
/// <param name="Edit">What is written: nothing where it is refused.</param>
/// <param name="Mark">The source's mark after it.</param>
internal sealed record DeltasApplied(RegisterEdit Edit, long Mark)
{
    /// <summary>Deltas before these have not come.</summary>
    public bool IsGap { get; init; }

    public ImmutableArray<FieldError> Errors { get; init; } = [];

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Stale { get; init; }

    public int Skipped { get; init; }
}
