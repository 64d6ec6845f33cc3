using Hub.Cases;
using Hub.Feeds;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>What the rules are told of an alert beside itself.</summary>
/// <param name="Case">The deported offender's case it is in; null where it is in none.</param>
/// <param name="Other">What came of its word on another alert; null where it speaks of none.</param>
/// <param name="InCircle">It was corrected by an alert which it, at the end of a chain, corrects itself.</param>
public sealed record AlertView(CaseId? Case, WordOnOther? Other, bool InCircle) : Joined;

/// <summary>What comes of one alert's word on another.</summary>
public enum WordOnOther
{
    /// <summary>The other does not count any more.</summary>
    Follows,

    /// <summary>There is no other by that reference yet.</summary>
    Waits,

    /// <summary>Another sender sent it.</summary>
    OtherSenders,

    /// <summary>It takes back an alert whose place a correction has taken; that one still counts.</summary>
    CorrectedAlready,
}
