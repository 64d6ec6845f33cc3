using Hub.Embedded.Sqlite;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>A real database in a directory of a test's own.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public TemporaryDatabase() => Database = SqliteDatabase.Open(directory.Path);

    public SqliteDatabase Database { get; private set; }

    public string DataDirectory => directory.Path;

    /// <summary>Closes the database and opens it again, as a restart does.</summary>
    public SqliteDatabase Reopen()
    {
        Database.Dispose();
        return Database = SqliteDatabase.Open(directory.Path);
    }

    /// <summary>The same file opened once more, as another process does.</summary>
    public SqliteDatabase OpenAnother() => SqliteDatabase.Open(directory.Path);

    public void Dispose()
    {
        Database.Dispose();
        directory.Dispose();
    }
}
