using System.Text;
using Hub.Nominals;
using Hub.Nominals.Loading;
using Hub.Paging;
using Hub.Testing;
using Hub.Testing.Border;

namespace Hub.Tests.Nominals;

public sealed class RegisterLoadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly KilledRegister _register = new();
    private readonly List<long> _setAside = [];

    private static string File(int rows, int badEvery = 0) => string.Join('\n', Enumerable.Range(1, rows).Select(n =>
        badEvery > 0 && n % badEvery == 0 ? "bad" : $$"""{"id":"N-{{n}}","names":[{"surname":"Moss"}]}"""));

    private Task<LoadStatus> Load(string text, IProgress<LoadStatus>? progress = null, CancellationToken cancellationToken = default) =>
        new RegisterLoad(_register).RunAsync(
            RegisterReader.Ndjson(new MemoryStream(Encoding.UTF8.GetBytes(text)), Now),
            "file",
            row =>
            {
                _setAside.Add(row.Line);
                return ValueTask.CompletedTask;
            },
            progress,
            cancellationToken);

    [Fact]
    public async Task A_file_is_loaded_in_batches_with_its_progress_in_each()
    {
        var reports = new Reports();
        var text = File(2_500, badEvery: 1_000);
        var status = await Load(text, reports);

        Assert.Equal(new LoadStatus(0, 2_500, Encoding.UTF8.GetByteCount(text), 2_498, 2), status);
        Assert.Equal([1_000, 1_000, 498], _register.Batches);
        Assert.Equal([1_000, 2_000], _setAside);
        Assert.Equal(status, reports.All[^1]);
        Assert.Equal(new LoadProgress("file", 2_500, 2_498, 2), _register.Progress);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_sums_up_the_same()
    {
        var first = await Load(File(1_500, badEvery: 7));
        var batches = _register.Batches.Count;
        var again = await Load(File(1_500, badEvery: 7));

        Assert.Equal(batches, _register.Batches.Count);
        Assert.Equal((first.Line, first.Loaded, first.SetAside), (again.Line, again.Loaded, again.SetAside));
        Assert.Equal(1_500, again.ResumedAfter);
    }

    [Fact]
    public async Task A_load_that_was_killed_goes_on_after_its_last_batch()
    {
        _register.FailAfterBatches = 2;
        await Assert.ThrowsAsync<IOException>(() => Load(File(3_500)));
        Assert.Equal(2_000, _register.Progress!.Line);

        _register.FailAfterBatches = int.MaxValue;
        var status = await Load(File(3_500));
        Assert.Equal((2_000, 3_500, 3_500), (status.ResumedAfter, status.Line, status.Loaded));
        Assert.Equal(3_500, _register.Nominals.Count);
        Assert.Equal([1_000, 1_000, 1_000, 500], _register.Batches);
    }

    [Fact]
    public async Task A_cancelled_load_keeps_what_was_stored()
    {
        using var cancel = new CancellationTokenSource();
        var reports = new Reports { OnReport = _ => cancel.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Load(File(3_000), reports, cancel.Token));
        Assert.Equal(1_000, _register.Progress!.Line);
    }

    [Fact]
    public async Task Of_two_rows_for_one_nominal_the_later_stands()
    {
        await Load("""
            {"id":"N-1","names":[{"surname":"Moss"}]}
            {"id":"N-1","names":[{"surname":"Okafor"}]}
            """);
        Assert.Equal("Okafor", _register.Nominals["N-1"].Names[0].Surname);
        Assert.Equal([1], _register.Batches);
    }

    [Fact]
    public async Task A_row_older_than_what_is_held_and_one_of_a_record_merged_away_are_passed_over_and_counted()
    {
        await _register.UpsertAsync(
        [
            A.Nominal("N-1") with { Updated = Now.AddDays(1), Occupation = "Baker" },
            A.Nominal("N-2") with { MergedInto = "N-3", Ended = Now },
        ], default);
        var status = await Load(File(4));

        Assert.Equal((2, 1, 1, 0), (status.Loaded, status.Stale, status.Merged, status.SetAside));
        Assert.Equal("Baker", _register.Nominals["N-1"].Occupation);
        Assert.Equal("N-3", _register.Nominals["N-2"].MergedInto);
        Assert.Equal(new LoadProgress("file", 4, 2, 0, 1, 1), _register.Progress);
    }

    [Fact]
    public async Task A_file_of_nothing_but_bad_rows_still_gets_done()
    {
        var status = await Load(File(3, badEvery: 1));
        Assert.Equal((0, 3), (status.Loaded, status.SetAside));
        Assert.Equal(3, _register.Progress!.Line);
    }

    [Fact]
    public async Task A_key_names_the_file_by_name_length_and_content()
    {
        var key = await LoadKey.OfAsync("/some/where/register.ndjson", new MemoryStream("abc"u8.ToArray()), default);
        Assert.StartsWith("register.ndjson:3:", key, StringComparison.Ordinal);
        Assert.Equal(key, await LoadKey.OfAsync("register.ndjson", new MemoryStream("abc"u8.ToArray()), default));
        Assert.NotEqual(key, await LoadKey.OfAsync("register.ndjson", new MemoryStream("abd"u8.ToArray()), default));
    }

    private sealed class Reports : IProgress<LoadStatus>
    {
        public List<LoadStatus> All { get; } = [];

        public Action<LoadStatus>? OnReport { get; init; }

        public void Report(LoadStatus value)
        {
            All.Add(value);
            OnReport?.Invoke(value);
        }
    }

    /// <summary>A register that is killed after some batches.</summary>
    private sealed class KilledRegister : INominalRegister
    {
        private readonly MemoryRegister inner = new();

        public Dictionary<string, Nominal> Nominals => inner.All.ToDictionary(n => n.Id);

        public List<int> Batches { get; } = [];

        public LoadProgress? Progress => inner.LoadProgressAsync("file", default).Result;

        public int FailAfterBatches { get; set; } = int.MaxValue;

        public Task<RegisterOutcome> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, RegisterEdit> change, RegisterWriting how, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Batches.Count == FailAfterBatches)
            {
                throw new IOException("Killed.");
            }

            Batches.Add(ids.Count);
            return inner.WriteAsync(ids, change, how, cancellationToken);
        }

        public Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken) => inner.WaitForChangeAsync(mark, atMost, cancellationToken);

        public Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) => inner.LoadProgressAsync(load, cancellationToken);

        public Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken) => inner.GetAsync(id, cancellationToken);

        public Task<IReadOnlyDictionary<string, MarkedNominal>> GetAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => inner.GetAllAsync(ids, cancellationToken);

        public Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken) => inner.ChangesSinceAsync(mark, max, cancellationToken);

        public Task<long> MarkAsync(string source, CancellationToken cancellationToken) => inner.MarkAsync(source, cancellationToken);

        public Task<NominalHistory?> HistoryAsync(string id, PageRequest page, CancellationToken cancellationToken) => inner.HistoryAsync(id, page, cancellationToken);

        public Task<IReadOnlyList<NominalChange>> HistorySinceAsync(long mark, int max, CancellationToken cancellationToken) => inner.HistorySinceAsync(mark, max, cancellationToken);
    }
}
