using Hub.Cases;
using Hub.Matching;
using Hub.Nominals;

namespace Hub.Feeds;

/// <summary>
/// Joins the reports of a feed to what the hub keeps of the person they are about: journeys, the case of a deported
/// offender. That is a partition of its own, which many reports change; each call may be repeated and then changes nothing more.
/// </summary>
public interface IReportJoining
{
    /// <summary>Whether it joins the reports of this feed. Of all there are, one does.</summary>
    bool Takes(IJoinedFeed feed);

    /// <summary>What matching found, as far as it is this feed's business, before anything is joined; asked again on its own answer it gives the same.</summary>
    ValueTask<MatchAssessment> TakeAsync(CaseFile file, MatchAssessment match, CancellationToken cancellationToken);

    /// <summary>Whether a report about this nominal, identified, is joined at all.</summary>
    bool Concerns(CaseFile file, Nominal nominal);

    /// <summary>Enters the report, or what has changed about it, under the nominal.</summary>
    /// <returns>What the feed's rules are told of it.</returns>
    Task<Joined> JoinAsync(CaseFile file, Nominal nominal, CancellationToken cancellationToken);

    /// <summary>What the feed's rules are told of a report that is joined to nobody; null where there is nothing to say.</summary>
    ValueTask<Joined?> ApartAsync(CaseFile file, CancellationToken cancellationToken) => ValueTask.FromResult<Joined?>(null);

    /// <summary>Takes the report out from under the nominal; does nothing where it is not there.</summary>
    /// <param name="goesTo">The nominal it is joined to next; null where it is joined to nobody.</param>
    Task LeaveAsync(CaseFile file, Nominal nominal, Nominal? goesTo, CancellationToken cancellationToken);
}

/// <summary>What a feed's rules are told of that to which a report was joined.</summary>
public abstract record Joined;
