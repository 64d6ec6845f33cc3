using System.Text;
using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Border.Paxlst;
using Hub.Testing.Manifests;
using Hub.Testing.People;
using static Hub.Tests.Border.Paxlst.PaxlstMessages;

namespace Hub.Tests.Border.Paxlst;

public sealed class RoundTripTests
{
    private const int Cases = 300;

    [Fact]
    public async Task Any_manifest_written_with_any_separators_reads_back_the_same()
    {
        for (ulong i = 0; i < Cases; i++)
        {
            var random = SeededRandom.For(4, i);
            var manifest = ManifestSamples.Manifest(random, 1 + random.Below(5));

            var items = await ReadAsync(PaxlstText.Write(manifest, ManifestSamples.Style(random)));

            var list = Assert.IsType<ManifestItem.Begun>(items[0]).List;
            Assert.Equal(Describe(manifest.Flight), Describe(list.Flight));
            Assert.Equal((manifest.Kind, manifest.Function.Length > 0 ? ListFunction.Change : ListFunction.Whole), (list.Kind, list.Function));
            Assert.Equal(manifest.People.Select(Describe), items.Skip(1).Select(item => Describe(Assert.IsType<ManifestItem.Listed>(item).Traveller)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Bytes_that_come_a_few_at_a_time_read_the_same(int chunk)
    {
        foreach (var file in ManifestSamples.Files(5, 30))
        {
            var whole = await ReadAsync(file);

            Assert.Equal(whole.Select(Describe), (await ReadAsync(file, chunk)).Select(Describe));
        }
    }

    [Fact]
    public async Task Damaged_bytes_that_come_one_at_a_time_end_the_same()
    {
        var files = ManifestSamples.Files(7, 10);
        for (ulong i = 0; i < Cases; i++)
        {
            var damaged = ManifestMutator.Mutate(SeededRandom.For(7, i), files);

            Assert.Equal(await EndAsync(damaged, int.MaxValue), await EndAsync(damaged, 1));
        }
    }

    [Fact]
    public async Task Reading_stops_where_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await using var stream = new ChunkedStream(ManifestSamples.Files(5, 1)[0], 10);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new PaxlstReader().ReadAsync(stream, SmallWorld.Context, cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync());
    }

    [Fact]
    public async Task Persons_come_while_the_rest_of_the_file_is_still_to_be_read()
    {
        const int People = 5_000;
        const int MostAhead = 40_000;
        await using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(PaxlstText.Write(ManifestSamples.Manifest(new SeededRandom(6), People))), 65_536);
        var listed = 0;

        await foreach (var item in new PaxlstReader().ReadAsync(stream, SmallWorld.Context, CancellationToken.None))
        {
            if (item is ManifestItem.Listed person)
            {
                listed++;
                Assert.InRange(stream.Given - person.Traveller.At.Byte!.Value, 1, MostAhead);
            }
        }

        Assert.Equal(People, listed);
    }

    [Fact]
    public async Task Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var outcome = await new PaxlstFuzz(seed: 2).RunAsync(20_000);

        Assert.Equal(20_000, outcome.Files);
        Assert.InRange(outcome.Refused, 1, 19_999);
        Assert.True(outcome is { Listed: > 0, SetAside: > 0 });
    }

    private static async Task<string> EndAsync(byte[] file, int chunk)
    {
        try
        {
            return string.Join('\n', (await ReadAsync(file, chunk)).Select(Describe));
        }
        catch (ManifestRefusedException refused)
        {
            return $"{refused.Code} {refused.Message}";
        }
    }

    private static string Describe(ManifestItem item) => item switch
    {
        ManifestItem.Begun begun => $"{Describe(begun.List.Flight)} {begun.List.Kind} {begun.List.Function} {begun.List.At}",
        ManifestItem.Listed listed => $"{Describe(listed.Traveller)} {listed.Traveller.At}",
        _ => item.ToString()!,
    };

    private static string Describe(Flight flight) => $"{flight.Key} {string.Join(' ', flight.Legs)}";

    private static string Describe(Traveller listed) =>
        Describe(new PaxlstPerson(listed.Person) { Booking = listed.Booking, Boards = listed.Boards, Leaves = listed.Leaves });

    private static string Describe(PaxlstPerson listed) => new StringBuilder()
        .AppendJoin('/', listed.Person.Names.Select(name => $"{name.Surname}, {string.Join('|', name.Given)}"))
        .Append($" {listed.Person.Born} {listed.Person.Sex} {listed.Person.Nationality} {listed.Person.PlaceOfBirth} ")
        .AppendJoin('/', listed.Person.Documents)
        .Append($" {listed.Booking} {listed.Boards} {listed.Leaves}")
        .ToString();
}
