using Hub.Matching;

namespace Hub.Tests.Matching.Bulk;

public sealed class BulkScreeningTests
{
    private const int Batch = 256;

    private static readonly Screener Screener = Registered.Screener(Persons.Register);

    private static IAsyncEnumerable<(int Item, Screening Result)> Run(Persons source, int workers, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        new BulkScreening(Screener).RunAsync(source.ReadAsync(cancellationToken), Persons.Of, MatchPurpose.ArrestRouting, 3, progress, workers, cancellationToken);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Batch)]
    [InlineData((8 * Batch) + 17)]
    public async Task Results_come_in_the_order_of_the_items_and_progress_reaches_their_count(int count)
    {
        var progress = new Told();
        List<int> items = [];
        await foreach (var (item, result) in Run(new Persons(count), 4, progress))
        {
            Assert.Equal(Screener.Screen(Persons.Of(item), MatchPurpose.ArrestRouting, 3).Outcome, result.Outcome);
            items.Add(item);
        }

        Assert.Equal(Enumerable.Range(0, count), items);
        Assert.Equal(progress.Counts.Order().Distinct(), progress.Counts);
        Assert.Equal(count, progress.Counts.LastOrDefault());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_source_is_never_read_far_ahead_of_a_consumer_that_stops(int workers)
    {
        var source = new Persons(1_000_000);
        await using (var results = Run(source, workers).GetAsyncEnumerator())
        {
            Assert.True(await results.MoveNextAsync());
            for (var i = 0; i < 200; i++)
            {
                await Task.Yield();
            }
        }

        // Given out, waiting to be taken, waiting to be put there, and being gathered.
        Assert.InRange(source.Read, Batch, ((2 * workers) + 3) * Batch);
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task Cancelling_stops_reading_and_is_told_to_the_consumer()
    {
        var source = new Persons(1_000_000);
        using var stop = new CancellationTokenSource();
        var taken = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Run(source, 2, cancellationToken: stop.Token))
            {
                if (++taken == 1_000)
                {
                    await stop.CancelAsync();
                }
            }
        });

        Assert.InRange(taken, 1_000, 4 * Batch);
        Assert.InRange(source.Read, taken, taken + (10 * Batch));
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task Who_is_cancelled_before_beginning_reads_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var source = new Persons(1_000);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Run(source, 2, cancellationToken: stop.Token))
            {
                Assert.Fail("Nothing was to come.");
            }
        });
        Assert.Equal(0, source.Read);
    }

    [Fact]
    public async Task A_source_that_fails_tells_the_consumer_after_what_was_read()
    {
        var source = new Persons(5_000, failsAt: (4 * Batch) + 9);
        var taken = 0;
        var failure = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in Run(source, 2))
            {
                taken++;
            }
        });

        Assert.Equal($"Line {(4 * Batch) + 9} cannot be read.", failure.Message);
        Assert.Equal(4 * Batch, taken);
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task An_item_that_cannot_be_made_a_person_tells_the_consumer()
    {
        var source = new Persons(100_000);
        var run = new BulkScreening(Screener).RunAsync(source.ReadAsync(), i => i == 700 ? throw new InvalidDataException("No person.") : Persons.Of(i), MatchPurpose.ArrestRouting, 3, null, 2);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await run.CountAsync());
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task Nothing_works_on_once_the_consumer_has_let_go()
    {
        for (var round = 0; round < 5; round++)
        {
            var working = 0;
            var run = new BulkScreening(Screener).RunAsync(new Persons(100_000).ReadAsync(), Counted, MatchPurpose.ArrestRouting, 3, null, 1);
            await foreach (var _ in run)
            {
                break;
            }

            Assert.Equal(0, Volatile.Read(ref working));

            Hub.Persons.PersonDetails Counted(int i)
            {
                Interlocked.Increment(ref working);
                var person = Persons.Of(i);
                Thread.SpinWait(500);
                Interlocked.Decrement(ref working);
                return person;
            }
        }
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Counts { get; } = [];

        public void Report(long value) => Counts.Add(value);
    }
}
