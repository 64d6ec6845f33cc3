using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Index;

/// <summary>Readers while the register changes under them, across merges in the background.</summary>
public sealed class ConcurrentReadingTests
{
    private const int Nominals = 600;
    private const int Rounds = 40;

    // Surname and e-mail change together; the birth date, by which everybody is looked for, stays.
    private static Nominal Of(int number, int version) => A.Nominal($"N-{number:D4}") with
    {
        Names = [Registered.Name(version % 2 == 0 ? $"Evenwood{number}" : $"Oddington{number}", "Robin")],
        Born = BirthDate.Of(new DateOnly(1900, 1, 1).AddDays(60 * number)),
        Emails = [version % 2 == 0 ? $"even-{number}@example.com" : $"odd-{number}@example.com"],
    };

    [Fact]
    public async Task Nobody_is_ever_missing_or_twice_or_half_changed()
    {
        var index = Registered.Index(Enumerable.Range(0, Nominals).Select(i => Of(i, 0)));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(reader => Task.Run(() => Read(index, reader, stop.Token))).ToArray();
        try
        {
            for (var version = 1; version <= Rounds; version++)
            {
                // One by one, then some at once, then most: merges at once and in the background, small and large.
                var size = version % 3 == 0 ? 1 : version % 3 == 1 ? 40 : 450;
                foreach (var chunk in Enumerable.Range(0, Nominals).Select(i => Of(i, version)).Chunk(size))
                {
                    index.Apply(new RegisterChanges(chunk, version));
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
        await index.SettledAsync();
        Assert.Equal((Nominals, (long)Rounds), (index.Count, index.Mark));
    }

    [Fact]
    public async Task A_change_is_seen_by_whoever_asks_after_it()
    {
        var index = Registered.Index(Enumerable.Range(0, Nominals).Select(i => Of(i, 0)));
        var screener = Registered.Screener(index);
        for (var version = 1; version < 4; version++)
        {
            for (var i = 0; i < Nominals; i += 7)
            {
                index.Apply(new RegisterChanges([Of(i, version)], version));
                Assert.Equal(Of(i, version).Emails[0], Email(screener.Explain(Asked(i, version), $"N-{i:D4}", MatchPurpose.ArrestRouting)!));
            }
        }

        await index.SettledAsync();
        Assert.Equal(Nominals, index.Count);
    }

    private static PersonDetails Asked(int number, int version) => Registered.Report(Of(number, version));

    private static string? Email(CandidateEvidence evidence) => evidence.Fields.Single(f => f.Field == "email").Registered;

    private static int Read(RegisterIndex index, int first, CancellationToken stop)
    {
        var screener = Registered.Screener(index);
        var read = 0;
        for (var i = first; !stop.IsCancellationRequested || read == 0; i = (i + 1) % Nominals, read++)
        {
            var id = $"N-{i:D4}";
            var asked = new PersonDetails { Names = [], Born = Of(i, 0).Born };
            Assert.Single(screener.Block(asked, MatchPurpose.ArrestRouting), id);
            Assert.Equal(Nominals, index.Count);

            var evidence = screener.Explain(Asked(i, 1), id, MatchPurpose.ArrestRouting)!;
            var surname = evidence.Fields.Single(f => f.Field == "surname").Registered!;
            Assert.Equal(surname.StartsWith("even", StringComparison.Ordinal), Email(evidence)!.StartsWith("even", StringComparison.Ordinal));
            Assert.Equal(evidence.TotalBits, evidence.PriorBits + evidence.Fields.Sum(f => f.Bits), 6);
        }

        return read;
    }
}
