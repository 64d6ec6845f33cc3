using Microsoft.Data.Sqlite;

namespace Hub.Embedded.Sqlite;

/// <summary>The one connection that writes, as a piece of work sees it: inside a transaction it shares with others.</summary>
internal sealed class SqliteWriteSession(SqliteConnection connection) : SqliteSession(connection)
{
    private readonly List<Action> afterCommit = [];

    /// <summary>Calls this once the work is durable, and never if it is not. It must be quick and must not throw.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    public void BeginTransaction() => Run("BEGIN IMMEDIATE");

    /// <summary>Runs a piece of work so that its failure undoes it alone.</summary>
    /// <exception cref="TransactionLostException">SQLite gave up the whole transaction (disk full, input/output error).</exception>
    public void RunAlone(WriteItem item)
    {
        var signals = afterCommit.Count;
        Run("SAVEPOINT item");
        item.Run(this);
        if (item.Failure is { } failure)
        {
            if (!InTransaction)
            {
                throw new TransactionLostException(failure);
            }

            Run("ROLLBACK TO item");
            afterCommit.RemoveRange(signals, afterCommit.Count - signals);
        }

        Run("RELEASE item");
    }

    public void CommitTransaction()
    {
        Run("COMMIT");
        foreach (var action in afterCommit)
        {
            action();
        }

        afterCommit.Clear();
    }

    public void RollBackTransaction()
    {
        afterCommit.Clear();
        if (!InTransaction)
        {
            return;
        }

        try
        {
            Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // The failure that led here is the one to tell. Should a transaction still be open, the next BEGIN says so.
        }
    }
}

/// <summary>SQLite rolled back the whole transaction because of one statement.</summary>
internal sealed class TransactionLostException(Exception cause) : Exception("The transaction was rolled back by SQLite.", cause);
