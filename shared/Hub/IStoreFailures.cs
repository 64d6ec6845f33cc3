namespace Hub;

/// <summary>Knows the exceptions of the clients that adapters stand on, so that nobody else has to.</summary>
public interface IStoreFailures
{
    /// <summary>What an exception means, where it is that something could not be reached or was throttled; null for every other.</summary>
    StoreUnavailableException? Read(Exception exception);
}
