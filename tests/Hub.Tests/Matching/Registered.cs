using System.Globalization;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching;

/// <summary>Registers in memory, and people asked about, for tests of matching.</summary>
internal static class Registered
{
    /// <summary>Others, unlike anybody in a test, so that agreeing on a field says something.</summary>
    public static IEnumerable<Nominal> Others { get; } =
        [.. Enumerable.Range(0, 50).Select(i => A.Nominal($"X-{i:D2}") with { Names = [Name($"Otherby{i}", $"Someone{i}")], Born = BirthDate.Parse($"{1930 + i}-02-03") })];

    public static PersonName Name(string surname, params string[] given) => new() { Surname = surname, Given = [.. given] };

    public static RegisterIndex Index(params IEnumerable<Nominal> nominals)
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        index.Apply(new RegisterChanges([.. nominals], 1));
        return index;
    }

    public static Screener Screener(RegisterIndex index) => new(index, new FixedTime());

    public static Screener Screener(params IEnumerable<Nominal> nominals) => Screener(Index(nominals));

    /// <summary>A report that says of a nominal all that the register holds.</summary>
    public static PersonDetails Report(Nominal nominal) => new()
    {
        Names = nominal.Names,
        Born = nominal.Born,
        Sex = nominal.Sex,
        Nationality = nominal.Nationality,
        PncId = nominal.PncId,
        CroNumber = nominal.CroNumber,
        VisorReference = nominal.VisorReference,
        PlaceOfBirth = nominal.PlaceOfBirth,
        Occupation = nominal.Occupation,
        Phones = nominal.Phones,
        Emails = nominal.Emails,
        Documents = nominal.Documents,
        Addresses = nominal.Addresses,
    };

    /// <summary>All that a screening says, to the bit.</summary>
    public static string Bits(Screening screening) => string.Join(' ', screening.Candidates.Select(c => string.Create(
        CultureInfo.InvariantCulture, $"{c.Nominal}:{BitConverter.DoubleToInt64Bits(c.Bits):x}:{BitConverter.DoubleToInt64Bits(c.Probability):x}:{c.Shown}:{c.Sure}")));

    public static string Outcome(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Match m => $"match {m.Nominal}",
        MatchOutcome.Possible p => $"possible {p.Nominal}",
        _ => "none",
    };

    // The day on which a stated age is true.
    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => A.Moment;
    }
}
