using System.Collections.Immutable;
using System.Text.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;
using Hub.Testing.Registers;

namespace Hub.Testing.Buckets;

/// <summary>A made register and people asked about: reports with slips, twins, strangers, common names, no or half a date of birth.</summary>
public sealed class BucketQuestions(ulong seed)
{
    private readonly PeopleGenerator people = new(seed);
    private readonly PeopleGenerator passengers = new(seed, ReportOptions.Passenger);

    /// <summary>Half of them families with contacts, half with aliases, occupations and several addresses.</summary>
    public ImmutableArray<Nominal> Register(int count)
    {
        var made = MadeRegister.Invented(count / 2, seed + 1, MadeRegister.Usual, 0, 0).Nominals.Select(Read);
        return [.. people.Register(count - (count / 2)), .. made.Select(n => n with { Id = $"M-{n.Id}" })];
    }

    public IEnumerable<(PersonDetails Person, MatchPurpose Purpose)> About(IReadOnlyList<Nominal> register, int count)
    {
        var random = SeededRandom.For(seed, 99);
        for (var i = 0; i < count; i++)
        {
            var nominal = register[random.Below(register.Count)];
            var person = random.Below(10) switch
            {
                0 => people.Stranger(i),
                1 => people.Report(people.Twin(nominal), 0),
                2 => people.Report(people.Senior(nominal), 1),
                3 => passengers.Report(nominal, random.Below(3)),
                4 => people.Report(nominal, 1) with { Born = null, StatedAge = 20 + random.Below(30) },
                5 => NameAlone(nominal),
                6 => people.Report(nominal, 0) with { Born = nominal.Born is { } born ? BirthDate.Parse($"{born.Year}") : null },
                var errors => people.Report(nominal, errors - 5, i),
            };
            yield return (person, random.Chance(500) ? MatchPurpose.ArrestRouting : random.Chance(500) ? MatchPurpose.BorderScreening : MatchPurpose.Deduplication);
        }
    }

    /// <summary>The register after some have changed a little or much, ended, come back or been merged, and others have come.</summary>
    public IEnumerable<Nominal> Changed(IReadOnlyList<Nominal> register, int count, int round)
    {
        var random = SeededRandom.For(seed, 77, (ulong)round);
        var others = new PeopleGenerator(seed + 100 + (ulong)round).Register(count).ToList();
        for (var i = 0; i < count; i++)
        {
            var nominal = register[random.Below(register.Count)];
            yield return random.Below(8) switch
            {
                0 => others[i] with { Id = $"N-{round}-{i}" },
                1 => nominal with { Ended = A.Moment },
                2 => nominal with { Ended = A.Moment, MergedInto = register[0].Id },
                3 => nominal with { Ended = null, MergedInto = null, Names = [.. nominal.Names, .. others[i].Names] },
                4 => nominal with { Ended = null, MergedInto = null, Addresses = others[i].Addresses, Phones = others[i].Phones },
                5 => nominal with { Ended = null, MergedInto = null, Sex = others[i].Sex, Nationality = others[i].Nationality },
                6 => nominal with { Ended = null, MergedInto = null, Born = others[i].Born, Names = others[i].Names },
                _ => nominal with { Markers = [Marker.Missing] },
            };
        }
    }

    private static Nominal Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        return NominalJson.TryRead(document.RootElement, MadeRegister.Usual, null, out var nominal, out var errors) ? nominal : throw new InvalidOperationException(errors[0].Message);
    }

    private static PersonDetails NameAlone(Nominal nominal) => new() { Names = [nominal.Names[0] with { Given = [.. nominal.Names[0].Given.Take(1)] }] };
}
