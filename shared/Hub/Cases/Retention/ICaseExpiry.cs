namespace Hub.Cases.Retention;

/// <summary>Removes cases whose time is over, by a store that can.</summary>
public interface ICaseExpiry
{
    /// <summary>
    /// Removes cases that are finished (nothing in them is open, planned or in quarantine, and they are on no board) and
    /// whose time by the schedule is over, each with its history and its rows in lists. A case removed cannot be read at once; what is left of it goes by the
    /// next call.
    /// </summary>
    /// <param name="max">At most so many.</param>
    /// <returns>How many were removed.</returns>
    Task<int> ExpireAsync(int max, CancellationToken cancellationToken);
}
