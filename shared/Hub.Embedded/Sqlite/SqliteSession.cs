using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hub.Embedded.Sqlite;

/// <summary>One open connection and its prepared statements, used by one thread at a time.</summary>
internal class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 handle;
    private readonly Dictionary<string, SqliteStatement> statements = [];

    public SqliteSession(SqliteConnection connection)
    {
        this.connection = connection;
        handle = connection.Handle!;
    }

    protected bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>The statement for this SQL, prepared at its first use and kept. Its values are bound next, then it is run or stepped.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            var result = raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared);
            if (result != raw.SQLITE_OK)
            {
                throw Failure(handle, result);
            }

            statements.Add(sql, statement = new SqliteStatement(handle, prepared));
        }

        return statement.Begin();
    }

    public int Run(string sql) => Prepare(sql).Run();

    /// <summary>Reads from one snapshot of the database, whatever is committed meanwhile.</summary>
    public T Snapshot<T>(Func<SqliteSession, T> read)
    {
        Run("BEGIN");
        try
        {
            return read(this);
        }
        finally
        {
            if (InTransaction)
            {
                Run("COMMIT");
            }
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Finish();
        }

        connection.Dispose();
    }

    internal static SqliteException Failure(sqlite3 handle, int result) =>
        new($"SQLite error {result}: {raw.sqlite3_errmsg(handle).utf8_to_string()}", result, raw.sqlite3_extended_errcode(handle));
}
