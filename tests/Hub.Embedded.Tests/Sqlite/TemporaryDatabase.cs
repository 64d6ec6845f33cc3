using Hub.Embedded.Sqlite;
using Microsoft.Data.Sqlite;

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

    /// <summary>Puts a file in its place as a build of an earlier schema version wrote it, and opens that.</summary>
    public SqliteDatabase ReopenAsOf(int version, Action<SqliteCommand> fill)
    {
        Database.Dispose();
        var path = Path.Combine(directory.Path, SqliteDatabase.FileName);
        File.Delete(path);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            SqliteSchema.Migrate(connection, version);
            using var command = connection.CreateCommand();
            fill(command);
            command.ExecuteNonQuery();
        }

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
