using BenchmarkDotNet.Attributes;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Benchmarks.Micro;

/// <summary>One person, or one change, against a register of a hundred thousand; one in ten asked about is on it.</summary>
public class RegisterBenchmarks
{
    private const int Nominals = 100_000;
    private const int Persons = 4_096;
    private const int OneInSoMany = 10;
    private const ulong Seed = 42;

    private readonly PersonDetails[] passengers = new PersonDetails[Persons];
    private readonly PersonDetails[] arrested = new PersonDetails[Persons];
    private Nominal[] register = [];
    private RegisterIndex index = new(MatchModel.Shipped);
    private Screener screener = null!;
    private int next;

    [GlobalSetup]
    public async Task LoadAsync()
    {
        var (travel, arrests) = (new PeopleGenerator(Seed, ReportOptions.Passenger), new PeopleGenerator(Seed));
        register = [.. travel.Register(Nominals)];
        for (var i = 0; i < Persons; i++)
        {
            passengers[i] = Asked(travel, i);
            arrested[i] = Asked(arrests, i);
        }

        index = new RegisterIndex(MatchModel.Shipped);
        index.Apply(new RegisterChanges(register, Nominals));
        await index.SettledAsync();
        screener = new Screener(index, TimeProvider.System);
    }

    [Benchmark(Description = "Screener.Screen, a passenger")]
    public Screening Screen() => screener.Screen(passengers[Next()], MatchPurpose.BorderScreening);

    [Benchmark(Description = "Screener.Assess, an arrest, with evidence")]
    public MatchAssessment Assess() => screener.Assess(arrested[Next()], MatchPurpose.ArrestRouting);

    // Nominal after nominal is put in again: what it replaces goes, and segments are put together, as in a running hub.
    [Benchmark(Description = "RegisterIndex.Apply, one nominal")]
    public void Apply() => index.Apply(new RegisterChanges([register[Next() * (Nominals / Persons)]], index.Mark + 1));

    private int Next() => next = (next + 1) & (Persons - 1);

    private PersonDetails Asked(PeopleGenerator people, int i) =>
        i % OneInSoMany == 0 ? people.Report(register[i * (Nominals / Persons)], errors: 1) : people.Stranger(i);
}
