using System.Text;
using System.Text.Json;
using Hub.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// One prepared statement of one connection, kept and used again. Values are bound in the order of the question marks;
/// disposing makes it ready for its next use. It speaks to SQLite directly: an ADO.NET command costs several times
/// what the statement itself does.
/// </summary>
internal sealed class SqliteStatement(sqlite3 connection, sqlite3_stmt handle) : IDisposable
{
    private const int StackBytes = 512;
    private int bound;
    private bool inUse;

    public SqliteStatement Begin()
    {
        if (inUse)
        {
            throw new InvalidOperationException("This statement is still being read; finish with it before running it again.");
        }

        inUse = true;
        return this;
    }

    public SqliteStatement Text(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Bound(value is null ? raw.sqlite3_bind_null(handle, ++bound) : raw.sqlite3_bind_text(handle, ++bound, ""));
        }

        if (value.Length > StackBytes / 3)
        {
            return Bound(raw.sqlite3_bind_text(handle, ++bound, value));
        }

        Span<byte> utf8 = stackalloc byte[StackBytes];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        return Bound(raw.sqlite3_bind_text(handle, ++bound, utf8[..length]));
    }

    public SqliteStatement Number(long value) => Bound(raw.sqlite3_bind_int64(handle, ++bound, value));

    public SqliteStatement Number(long? value) => value is { } number ? Number(number) : Bound(raw.sqlite3_bind_null(handle, ++bound));

    public SqliteStatement Time(DateTimeOffset value) => Number(value.UtcTicks);

    public SqliteStatement Time(DateTimeOffset? value) => Number(value?.UtcTicks);

    public SqliteStatement Bytes(ReadOnlySpan<byte> value) => Bound(raw.sqlite3_bind_blob(handle, ++bound, value));

    public SqliteStatement Id(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bytes(bytes);
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step() => raw.sqlite3_step(handle) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var error => throw Failure(error),
    };

    /// <summary>Runs to the end; returns how many rows an insert, update or delete touched.</summary>
    public int Run()
    {
        using (this)
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(connection);
        }
    }

    public long GetNumber(int column) => raw.sqlite3_column_int64(handle, column);

    public long? GetNumberOrNull(int column) => IsNull(column) ? null : GetNumber(column);

    public string GetText(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? GetTextOrNull(int column) => IsNull(column) ? null : GetText(column);

    public DateTimeOffset GetTime(int column) => new(GetNumber(column), TimeSpan.Zero);

    public DateTimeOffset? GetTimeOrNull(int column) => IsNull(column) ? null : GetTime(column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Bytes in place: gone with the next step.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(handle, column);

    public T GetJson<T>(int column) => JsonSerializer.Deserialize<T>(GetBytes(column), HubJson.Options)!;

    public void Dispose()
    {
        // The result code repeats the step's, which has been thrown already.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
        bound = 0;
        inUse = false;
    }

    public void Finish() => handle.Dispose();

    private SqliteStatement Bound(int result) => result == raw.SQLITE_OK ? this : throw Failure(result);

    private SqliteException Failure(int result)
    {
        var failure = SqliteSession.Failure(connection, result);
        Dispose();
        return failure;
    }
}
