using System.Collections.Concurrent;
using Hub.Matching.Index;
using Hub.Matching.Model;
using Hub.Matching.Rules;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching.Buckets;

/// <summary>
/// Matches reports against a register kept in buckets: only those within reach are read, and weighed as the index in memory
/// weighs them, so that the same register and person give the same assessment.
/// </summary>
public sealed class BucketMatcher(MatchModel model, BucketFollower buckets, IBucketStore store, INominalRegister register, TimeProvider time) : IMatcher
{
    /// <summary>Nominals read at once.</summary>
    private const int ReadAtOnce = 100;

    private readonly StoredBuckets stored = new(store);
    private readonly ConcurrentBag<Weighing> idle = [];

    public async ValueTask<MatchAssessment> MatchAsync(PersonDetails person, MatchPurpose purpose, CancellationToken cancellationToken)
    {
        await buckets.WhenReadyAsync(cancellationToken);
        var weighing = idle.TryTake(out var used) ? used : new Weighing();
        try
        {
            return await MatchAsync(weighing, person, purpose, cancellationToken);
        }
        finally
        {
            weighing.Forget();
            idle.Add(weighing);
        }
    }

    private async Task<MatchAssessment> MatchAsync(Weighing weighing, PersonDetails person, MatchPurpose purpose, CancellationToken cancellationToken)
    {
        // The mark first: what is read after it holds at least all up to there.
        var (mark, terms) = (buckets.Mark, buckets.Terms);
        var facts = PersonFacts.Of(person, time.GetUtcNow());
        var settings = model.Purposes[purpose];
        var prior = Prior.Of(settings, terms.Population);
        var tokens = new TokenTable();
        new RecordWriter(word => tokens.Add(word)).Write("", facts);
        weighing.Ask(Snapshot(terms, tokens, mark, facts, []), facts, model);

        var candidates = new BucketCandidates(stored);
        await candidates.FindAsync(weighing.Keys(), BlockLimits.Of(purpose, person.Born?.Exact is not null), cancellationToken);
        buckets.Want(candidates.Wanting);
        var within = weighing.WithinReach(candidates.Found, -prior - Conclusion.Near(purpose), purpose != MatchPurpose.BorderScreening);

        var builder = new SegmentBuilder(tokens);
        foreach (var ids in within.Select(i => candidates.Ids[i]).Chunk(ReadAtOnce))
        {
            var held = await register.GetAllAsync(ids, cancellationToken);
            foreach (var id in ids)
            {
                // One that ended since it was filed matches nobody.
                if (held.TryGetValue(id, out var nominal) && nominal.Nominal.Ended is null)
                {
                    builder.Add(nominal.Nominal);
                }
            }
        }

        weighing.Ask(Snapshot(terms, tokens, mark, facts, [new SegmentView(builder.Build(), null, 0)]), facts, model);
        return Assessing.Of(weighing, weighing.Likeliest(Assessing.Kept, candidates.Shared), prior, settings, purpose, model.Version);
    }

    /// <summary>Few nominals, with everything counted as on the whole register.</summary>
    private static RegisterSnapshot Snapshot(TermCounts terms, TokenTable tokens, long mark, PersonFacts facts, SegmentView[] segments) =>
        new([.. segments], terms.Population, mark, terms.Of(tokens, Packed.Letters(facts.Nationality)));
}
