using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;
using Hub.Matching;
using Hub.Nominals;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>The provisional nominals named of late: the one place where instances that make some at the same time see each other.</summary>
public sealed record ProvisionalNames
{
    public const string Sort = "provisional-nominals";

    /// <summary>There is one such record.</summary>
    public const string Key = "all";

    /// <summary>Kept: more than are made in the time between a name and its record in the register.</summary>
    public const int Most = 50;

    /// <summary>How many were ever named: tells whether others were named meanwhile.</summary>
    public int Count { get; init; }

    /// <summary>The alerts they were made from, oldest first.</summary>
    public ImmutableArray<CaseId> Reports { get; init; } = [];
}

/// <summary>
/// Makes a nominal of somebody the register does not hold. Two alerts on one such person, assessed at once, make one:
/// whoever would make a record first puts in the register what others have named, matches again on that, and names the
/// new one in a record that only one can change at a time.
/// </summary>
public sealed class ProvisionalNominals(
    Records records, ICaseStore cases, INominalRegister register, RegisterChange change, RegisterFollower follower, IMatcher matcher, TimeProvider time)
{
    private const int MaxTries = 50;

    /// <summary>The id of the nominal made from an alert.</summary>
    public static string IdOf(CaseId report) => $"P-{report.Value.ToString("N")[..16].ToUpperInvariant()}";

    /// <summary>Whether a nominal was made from this alert before, and it or the one it was merged into is on the register still.</summary>
    public async Task<bool> IsMadeFromAsync(CaseId report, CancellationToken cancellationToken) =>
        await register.FindAsync(IdOf(report), cancellationToken) is { Ended: null };

    /// <summary>What an alert that matched nobody comes to: a new nominal, or one that another alert made meanwhile.</summary>
    /// <param name="nobody">What matching found. Whom a person rejected is not taken for the person again.</param>
    /// <exception cref="CaseBusyException">Others were first too many times in a row.</exception>
    public async Task<MatchAssessment> MakeAsync(CaseFile file, DeportedOffenderAlert alert, MatchAssessment nobody, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var names = await records.ReadAsync<ProvisionalNames>(ProvisionalNames.Sort, ProvisionalNames.Key, cancellationToken) ?? new ProvisionalNames();
            if (!names.Reports.Contains(file.Id))
            {
                await EnterOthersAsync(names, cancellationToken);
                if (await AgainAsync(alert, nobody, cancellationToken) is { } found)
                {
                    return found;
                }

                if (!await NameAsync(file.Id, names.Count, cancellationToken))
                {
                    continue;
                }
            }

            var id = IdOf(file.Id);
            if (await register.GetAsync(id, cancellationToken) is null or { Ended: not null, MergedInto: null })
            {
                await EnterAsync(id, alert, cancellationToken);
            }

            return Taken(nobody, id);
        }

        throw new CaseBusyException(CaseId.For(ProvisionalNames.Sort, ProvisionalNames.Key));
    }

    /// <summary>An alert is about the provisional nominal made from it.</summary>
    public static MatchAssessment Taken(MatchAssessment match, string id) => match with
    {
        Outcome = new MatchOutcome.Match(id, 1),
        Because = match.Decision is { Confirmed: false }
            ? "A person said that it is nobody on the register: the hub made a provisional record of this person from the alert."
            : "Nobody on the register is this person: the hub made a provisional record from the alert.",
    };

    /// <summary>What others have named and not brought into the register, having failed or not got there yet.</summary>
    private async Task EnterOthersAsync(ProvisionalNames names, CancellationToken cancellationToken)
    {
        foreach (var report in names.Reports)
        {
            if (await register.GetAsync(IdOf(report), cancellationToken) is null && await cases.ReadAsync(report, cancellationToken) is { Status: not CaseStatus.Withdrawn } other)
            {
                await EnterAsync(IdOf(report), DeportedOffenderFeed.AlertOf(other.Report), cancellationToken);
            }
        }

        await follower.CatchUpAsync(cancellationToken);
    }

    private async Task<MatchAssessment?> AgainAsync(DeportedOffenderAlert alert, MatchAssessment nobody, CancellationToken cancellationToken)
    {
        var again = await matcher.MatchAsync(DeportedOffenderFeed.SubjectOf(alert), DeportedOffenderFeed.MatchedFor, cancellationToken);
        return nobody.Decision is null
            ? again.Outcome is MatchOutcome.None ? null : again
            : again.Outcome is MatchOutcome.Match match && nobody.Candidates.All(c => c.Nominal != match.Nominal) ? again with { Decision = nobody.Decision } : null;
    }

    /// <returns>False where others were named since.</returns>
    private async Task<bool> NameAsync(CaseId report, int seen, CancellationToken cancellationToken)
    {
        var named = false;
        await records.EditAsync<ProvisionalNames>(ProvisionalNames.Sort, ProvisionalNames.Key, Actor.Hub, (edit, kept) =>
        {
            var names = kept ?? new ProvisionalNames();
            named = names.Count == seen;
            if (!named)
            {
                return names;
            }

            edit.Audit("nominal.named", "A provisional nominal is made from an alert.", ("report", report.ToString()), ("nominal", IdOf(report)));
            return new ProvisionalNames { Count = names.Count + 1, Reports = [.. names.Reports.Add(report).TakeLast(ProvisionalNames.Most)] };
        }, cancellationToken);
        return named;
    }

    private Task<RegisterUpserted> EnterAsync(string id, DeportedOffenderAlert alert, CancellationToken cancellationToken) => change.UpsertAsync(
        ProvisionalRecord.Of(new Nominal { Id = id, Names = [], Updated = time.GetUtcNow() }, [alert]),
        Actor.Hub,
        "Made by the hub from an alert on somebody the register does not hold.",
        cancellationToken);
}
