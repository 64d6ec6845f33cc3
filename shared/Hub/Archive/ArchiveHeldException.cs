namespace Hub.Archive;

/// <summary>
/// A retention policy of the storage itself (immutable blobs) still holds bytes that were to be removed. Everything else
/// that was to go has gone; asking again once the policy lets go removes the rest.
/// </summary>
/// <param name="removed">How many were removed all the same.</param>
/// <param name="held">How many are still there.</param>
public sealed class ArchiveHeldException(int removed, int held)
    : Exception($"{held} archived files could not be removed: a retention policy of the storage holds them. {removed} were removed. Make the policy shorter than the hub keeps files.")
{
    public int Removed { get; } = removed;

    public int Held { get; } = held;
}
