namespace Hub.Cases;

/// <summary>
/// A list that a store keeps beside its cases, such as the recipients' inboxes, and brings up to date by the change
/// feed. Changes of one case come in their order, may come twice, and those of many cases in any order. A store whose
/// lists change with the commit itself has none.
/// </summary>
public interface ICaseView
{
    /// <summary>Brings the list up to date. Where this throws, the same changes come again.</summary>
    Task FollowAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken);

    /// <summary>Makes good what the change feed left behind of commits up to a moment; returns how many entries of the list that were.</summary>
    Task<int> SweepAsync(DateTimeOffset committedBefore, CancellationToken cancellationToken);
}
