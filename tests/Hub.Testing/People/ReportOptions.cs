using System.Collections.Immutable;

namespace Hub.Testing.People;

/// <summary>What reports say of people and how they get it wrong. Shares are in a thousand.</summary>
public sealed record ReportOptions
{
    /// <summary>How often each kind of error comes, relative to the others.</summary>
    public ImmutableDictionary<ErrorKind, int> Weights { get; init; } = new Dictionary<ErrorKind, int>
    {
        [ErrorKind.SurnameTypo] = 14,
        [ErrorKind.GivenTypo] = 14,
        [ErrorKind.SurnameByEar] = 8,
        [ErrorKind.GivenByEar] = 8,
        [ErrorKind.Nickname] = 10,
        [ErrorKind.NamesSwapped] = 4,
        [ErrorKind.MiddleNameDropped] = 12,
        [ErrorKind.DoubleBarrelled] = 3,
        [ErrorKind.MarriedName] = 2,
        [ErrorKind.DayMonthSwapped] = 5,
        [ErrorKind.DateDigit] = 6,
        [ErrorKind.YearOff] = 4,
        [ErrorKind.FieldMissing] = 14,
        [ErrorKind.AddressChanged] = 12,
        [ErrorKind.AddressTypo] = 8,
        [ErrorKind.PostcodeTypo] = 6,
        [ErrorKind.MisreadByScanner] = 5,
        [ErrorKind.DocumentDigit] = 3,
        [ErrorKind.PhoneDigit] = 3,
    }.ToImmutableDictionary();

    /// <summary>How many reports carry the PNC ID where the person has one.</summary>
    public int CarryPncId { get; init; } = 150;

    public int CarryDocument { get; init; } = 300;

    public int CarryContact { get; init; } = 300;

    public int CarryAddress { get; init; } = 850;

    public int CarryNationality { get; init; } = 700;

    /// <summary>As a passenger list has it: names, birth date, sex, nationality, mostly a document; no address.</summary>
    public static ReportOptions Passenger { get; } = new()
    {
        CarryPncId = 0,
        CarryDocument = 900,
        CarryContact = 0,
        CarryAddress = 0,
        CarryNationality = 1000,
    };

    /// <summary>The same with only these kinds of error.</summary>
    public ReportOptions Only(params ErrorKind[] kinds) => this with { Weights = kinds.Distinct().ToImmutableDictionary(k => k, _ => 1) };
}
