using Microsoft.Data.Sqlite;

namespace Hub.Embedded.Sqlite;

/// <summary>
/// The tables, as steps from one version to the next; <c>PRAGMA user_version</c> says how many a file has seen. A step
/// that has been released is never changed, only followed by another. Times are UTC ticks, bodies JSON in UTF-8.
/// </summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE cases (id BLOB PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL);

        CREATE TABLE notices (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id BLOB NOT NULL, recipient TEXT NOT NULL,
            state INTEGER NOT NULL, due INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE INDEX notices_of_case ON notices (case_id);
        CREATE INDEX notices_of_recipient ON notices (recipient, due, id);
        CREATE INDEX notices_open ON notices (recipient, due, id) WHERE state <> 2;

        CREATE TABLE audit (case_id BLOB NOT NULL, sequence INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (case_id, sequence));

        CREATE TABLE outbox (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, committed_at INTEGER NOT NULL, body BLOB NOT NULL);

        CREATE TABLE quarantine (id TEXT PRIMARY KEY, at INTEGER NOT NULL, is_open INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE INDEX quarantine_open ON quarantine (at, id) WHERE is_open = 1;

        CREATE TABLE messages (
            number INTEGER PRIMARY KEY, queue TEXT NOT NULL, available_at INTEGER NOT NULL, enqueued_at INTEGER NOT NULL,
            deliveries INTEGER NOT NULL, lock INTEGER, id TEXT NOT NULL, not_before INTEGER, reason TEXT, description TEXT,
            properties BLOB NOT NULL, body BLOB NOT NULL);
        CREATE INDEX messages_of_queue ON messages (queue, available_at, deliveries, enqueued_at);

        CREATE TABLE message_ids (topic TEXT NOT NULL, id TEXT NOT NULL, expires INTEGER NOT NULL, UNIQUE (topic, id));
        CREATE INDEX message_ids_expiring ON message_ids (expires);

        CREATE TABLE nominals (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
        CREATE TABLE loads (load TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;

        CREATE TABLE access_log (
            sequence INTEGER PRIMARY KEY, subject TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL, body BLOB NOT NULL);
        CREATE INDEX access_log_of_subject ON access_log (subject);

        CREATE TABLE archive (number INTEGER PRIMARY KEY, address BLOB NOT NULL UNIQUE, stored_at INTEGER NOT NULL, content BLOB NOT NULL);
        CREATE INDEX archive_by_age ON archive (stored_at);

        CREATE TABLE blob_receipts (function TEXT NOT NULL, path TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (function, path)) WITHOUT ROWID;
        """,
        """
        DROP INDEX notices_open;
        CREATE INDEX notices_current ON notices (recipient, due, id) WHERE state <> 2 AND state <> 4;
        """,
        """
        ALTER TABLE cases ADD COLUMN board TEXT;
        ALTER TABLE cases ADD COLUMN board_at INTEGER;
        CREATE INDEX cases_on_board ON cases (board, board_at, id) WHERE board IS NOT NULL;
        """,
        """
        ALTER TABLE nominals ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE nominals ADD COLUMN head BLOB;
        ALTER TABLE nominals ADD COLUMN confirmed INTEGER;

        CREATE TABLE register_writings (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE TABLE nominal_changes (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, number INTEGER NOT NULL, writing INTEGER NOT NULL, kind INTEGER NOT NULL,
            hash BLOB NOT NULL, before BLOB, UNIQUE (id, number));
        CREATE TABLE register_marks (source TEXT PRIMARY KEY, mark INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        ALTER TABLE notices ADD COLUMN kind TEXT NOT NULL DEFAULT '';
        ALTER TABLE notices ADD COLUMN raised_at INTEGER;
        UPDATE notices SET
            kind = json_extract(CAST(body AS TEXT), '$.kind'),
            raised_at = (unixepoch(json_extract(CAST(body AS TEXT), '$.raisedAt')) + 62135596800) * 10000000;
        CREATE INDEX notices_of_kind ON notices (recipient, kind, due, id);
        CREATE INDEX notices_current_of_kind ON notices (recipient, kind, due, id) WHERE state <> 2 AND state <> 4;
        CREATE INDEX notices_raised ON notices (recipient, raised_at) WHERE raised_at IS NOT NULL;
        CREATE INDEX notices_on_clock ON notices (due, id, recipient, state) WHERE state IN (0, 1) AND due < 9223372036854775807;
        """,
    ];

    /// <summary>How many steps this build knows.</summary>
    public static int Newest => Steps.Length;

    /// <exception cref="SchemaTooNewException">The file was written by a newer build.</exception>
    public static void Migrate(SqliteConnection connection) => Migrate(connection, Newest);

    /// <summary>As an older build would: only up to a version.</summary>
    internal static void Migrate(SqliteConnection connection, int version)
    {
        // Another process may be opening the same new file: only one of them gets past BEGIN IMMEDIATE at a time.
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA user_version";
        var found = (int)(long)command.ExecuteScalar()!;
        if (found > Newest)
        {
            throw new SchemaTooNewException(connection.DataSource, found, Newest);
        }

        if (found < version)
        {
            command.CommandText = string.Join('\n', Steps[found..version]) + $"\nPRAGMA user_version = {version};";
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}

/// <summary>The database file was written by a newer build than this one; it was not touched.</summary>
public sealed class SchemaTooNewException(string file, int found, int known)
    : Exception($"The database {file} has schema version {found}; this build knows versions up to {known}. Run the newer build, or restore the backup taken before it.");
