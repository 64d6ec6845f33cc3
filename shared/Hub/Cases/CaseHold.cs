using Hub.Auditing;

namespace Hub.Cases;

/// <summary>Somebody has a case open to decide it, so that no two work on it without knowing. It says nothing of the case itself: no rule reads it.</summary>
/// <param name="By">Who.</param>
/// <param name="Name">As their colleagues know them.</param>
/// <param name="Since">Since when. UTC.</param>
/// <param name="Until">When it ends by itself, unless renewed. UTC.</param>
public sealed record CaseHold(Actor By, string Name, DateTimeOffset Since, DateTimeOffset Until);
