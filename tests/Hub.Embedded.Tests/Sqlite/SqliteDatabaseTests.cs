using Hub.Embedded.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Embedded.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase file = new();
    private readonly ManualResetEventSlim released = new();

    public void Dispose()
    {
        Release();
        file.Dispose();
        released.Dispose();
    }

    [Fact]
    public async Task A_commit_is_flushed_to_disk_before_it_is_answered()
    {
        // 2 is FULL: in the write-ahead log, a flush at every commit.
        Assert.Equal(2, await file.Database.WriteAsync(session => Number(session, "PRAGMA synchronous"), None));
    }

    [Fact]
    public async Task A_piece_of_work_that_fails_is_undone_alone()
    {
        await HoldWriterAsync();

        var before = AddAsync("before");
        var failing = file.Database.WriteAsync(session =>
        {
            Add(session, "failing");
            Add(session, "failing");
            return 0;
        }, None);
        var after = AddAsync("after");
        Release();

        await Task.WhenAll(before, after);
        await Assert.ThrowsAsync<SqliteException>(() => failing);
        Assert.Equal(["after", "before"], await LoadsAsync(file.Database));
    }

    [Fact]
    public async Task A_signal_goes_off_only_for_work_that_was_committed()
    {
        var signals = new List<string>();
        await HoldWriterAsync();

        var good = file.Database.WriteAsync(session =>
        {
            session.AfterCommit(() => signals.Add("good"));
            return 0;
        }, None);
        var failing = file.Database.WriteAsync<int>(session =>
        {
            session.AfterCommit(() => signals.Add("failing"));
            throw new InvalidOperationException();
        }, None);
        Release();

        await good;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(["good"], signals);
    }

    [Fact]
    public async Task Work_whose_caller_gave_up_before_its_turn_is_not_done()
    {
        using var cancellation = new CancellationTokenSource();
        await HoldWriterAsync();

        var givenUp = file.Database.WriteAsync(session => Add(session, "given up"), cancellation.Token);
        await cancellation.CancelAsync();
        Release();

        await Assert.ThrowsAsync<TaskCanceledException>(() => givenUp);
        Assert.Empty(await LoadsAsync(file.Database));
    }

    [Fact]
    public async Task Sixty_four_concurrent_writers_all_have_their_work_done()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await AddAsync($"{writer}-{i}");
            }
        })));

        Assert.Equal(64 * 25, (await LoadsAsync(file.Database)).Count);
    }

    [Fact]
    public async Task More_work_than_the_queue_holds_waits_for_room()
    {
        await HoldWriterAsync();
        var work = Enumerable.Range(0, 5000).Select(i => AddAsync($"load-{i}")).ToList();
        Release();

        await Task.WhenAll(work);
        Assert.Equal(5000, (await LoadsAsync(file.Database)).Count);
    }

    [Fact]
    public async Task Disposing_finishes_the_work_that_waits_and_takes_no_more()
    {
        await HoldWriterAsync();
        var waiting = Enumerable.Range(0, 300).Select(i => AddAsync($"load-{i}")).ToList();
        var disposal = file.Database.DisposeAsync();
        Release();

        await disposal;
        await Task.WhenAll(waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddAsync("too late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => LoadsAsync(file.Database));
        Assert.Equal(300, (await LoadsAsync(file.Reopen())).Count);
    }

    [Fact]
    public async Task Two_processes_write_to_one_file_by_turns()
    {
        using var another = file.OpenAnother();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            (i % 2 == 0 ? file.Database : another).WriteAsync(session => Add(session, $"load-{i}"), None)));

        Assert.Equal(200, (await LoadsAsync(another)).Count);
        Assert.Equal(200, (await LoadsAsync(file.Database)).Count);
    }

    [Fact]
    public async Task A_full_disk_fails_those_it_hits_and_nobody_is_told_otherwise()
    {
        await file.Database.WriteAsync(session => Number(session, "PRAGMA max_page_count = 60"), None);
        await HoldWriterAsync();
        var before = AddAsync("before");
        var large = file.Database.WriteAsync(session =>
            session.Prepare("INSERT INTO loads (load, body) VALUES (?, ?)").Text("large").Bytes(new byte[1_000_000]).Run(), None);
        var after = AddAsync("after");
        Release();

        await Assert.ThrowsAnyAsync<Exception>(() => large);
        await Task.WhenAny(Task.WhenAll(before, after));
        var told = new[] { ("after", after), ("before", before) }.Where(w => w.Item2.IsCompletedSuccessfully).Select(w => w.Item1);
        Assert.Equal(told, await LoadsAsync(file.Database));

        await file.Database.WriteAsync(session => Number(session, "PRAGMA max_page_count = 100000"), None);
        await AddAsync("room again");
    }

    [Fact]
    public async Task Processes_opening_one_new_file_at_once_all_find_its_tables()
    {
        using var directory = new TemporaryDirectory();

        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteDatabase.Open(directory.Path))));

        foreach (var database in databases)
        {
            Assert.Empty(await LoadsAsync(database));
            await database.DisposeAsync();
        }
    }

    [Fact]
    public void A_file_of_a_newer_build_is_refused_untouched()
    {
        file.Database.Dispose();
        var path = Path.Combine(file.DataDirectory, SqliteDatabase.FileName);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<SchemaTooNewException>(() => SqliteDatabase.Open(file.DataDirectory));

        Assert.Contains("schema version 99", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(Path.Combine(directory.Path, SqliteDatabase.FileName), new string('x', 4096));

        Assert.Throws<SqliteException>(() => SqliteDatabase.Open(directory.Path));
    }

    /// <summary>Keeps the writer busy until <see cref="Release"/>, so that what is asked meanwhile lands in one batch.</summary>
    private async Task HoldWriterAsync()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = file.Database.WriteAsync(_ =>
        {
            held.SetResult();
            released.Wait();
            return 0;
        }, None);
        await held.Task;
    }

    private void Release() => released.Set();

    private Task<int> AddAsync(string load) => file.Database.WriteAsync(session => Add(session, load), None);

    private static int Add(SqliteWriteSession session, string load) =>
        session.Prepare("INSERT INTO loads (load, body) VALUES (?, ?)").Text(load).Bytes("{}"u8).Run();

    private static Task<List<string>> LoadsAsync(SqliteDatabase database) => database.ReadAsync(session =>
    {
        using var rows = session.Prepare("SELECT load FROM loads ORDER BY load");
        var loads = new List<string>();
        while (rows.Step())
        {
            loads.Add(rows.GetText(0));
        }

        return loads;
    }, None);

    private static long Number(SqliteSession session, string sql)
    {
        using var row = session.Prepare(sql);
        row.Step();
        return row.GetNumber(0);
    }
}
