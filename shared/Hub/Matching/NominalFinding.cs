using Hub.Matching.Searching;
using Hub.Nominals;

namespace Hub.Matching;

/// <summary>
/// Searches, and reads the records of who was found so that record and evidence say the same: a nominal that changed
/// between the two is searched for again.
/// </summary>
public sealed class NominalFinding(NominalSearch search, RegisterFollower follower, INominalRegister register)
{
    /// <summary>Searches before whoever keeps changing is left out. One a moment later is as good.</summary>
    private const int MaxTries = 5;

    private const int MostOldIds = 4;

    /// <summary>The best <paramref name="max"/>, best first, once the register is in memory: before that, finding nobody would mean nothing.</summary>
    public async Task<FoundNominals> FindAsync(SearchQuestion question, int max, CancellationToken cancellationToken)
    {
        await follower.WhenReadyAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var found = search.Find(await FollowedAsync(question, cancellationToken), max);
            var held = await register.GetAllAsync([.. found.Best.Select(f => f.Nominal)], cancellationToken);
            var isWhole = held.Values.All(h => h.Mark <= found.Mark);
            if (isWhole || attempt == MaxTries)
            {
                return new FoundNominals(found, [.. found.Best
                    .Select(evidence => (Evidence: evidence, Held: held.GetValueOrDefault(evidence.Nominal)))
                    .Where(f => f.Held is { Nominal.Ended: null } now && now.Mark <= found.Mark)
                    .Select(f => new FoundNominal(f.Held!.Nominal, f.Evidence))]);
            }

            await follower.CatchUpAsync(cancellationToken);
        }
    }

    /// <summary>An id that was merged away finds the nominal that stands for it now.</summary>
    private async Task<SearchQuestion> FollowedAsync(SearchQuestion question, CancellationToken cancellationToken)
    {
        foreach (var id in question.Ids.Where(id => id.Any(char.IsAsciiDigit) && !search.Has(id)).Take(MostOldIds))
        {
            if (await register.FindAsync(id, cancellationToken) is { Ended: null } now && now.Id != id)
            {
                question = question with { Ids = question.Ids.Add(now.Id) };
            }
        }

        return question;
    }
}

/// <summary>Who was found, with their records.</summary>
/// <param name="Search">What the search says of itself; its evidence may be of more than are shown.</param>
/// <param name="Shown">Best first; record and evidence of each are of one moment.</param>
public sealed record FoundNominals(NominalsFound Search, IReadOnlyList<FoundNominal> Shown);

/// <summary>A nominal found, and why.</summary>
public sealed record FoundNominal(Nominal Nominal, CandidateEvidence Evidence);
