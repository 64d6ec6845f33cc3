namespace Hub.Embedded.Files;

/// <summary>Held while a server runs on a data directory, so that no second one does. The system lets go of it when the process ends, however it ends.</summary>
public sealed class DataDirectoryLock : IDisposable
{
    public const string FileName = "hub.lock";

    private readonly FileStream file;

    private DataDirectoryLock(FileStream file) => this.file = file;

    /// <exception cref="DataDirectoryInUseException">Another server holds it.</exception>
    public static DataDirectoryLock Take(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new(new FileStream(Path.Combine(dataDirectory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DataDirectoryInUseException(dataDirectory, failure);
        }
    }

    public void Dispose() => file.Dispose();
}

/// <summary>Another server runs on this data directory.</summary>
public sealed class DataDirectoryInUseException(string dataDirectory, Exception cause)
    : Exception($"The data directory {Path.GetFullPath(dataDirectory)} is in use by another server. Stop that one, or give this one a directory of its own.", cause);
