using System.Collections.Immutable;
using Hub.DeportedOffenders.Alerts;
using Hub.Feeds;
using Hub.Persons;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Puts together what the alerts and the officers' plan say.</summary>
public sealed class CaseFactsReading(AuthorityDirectory authorities, PostcodeBoroughs postcodes, PortDirectory ports)
{
    private const int MostOthers = 3;

    public CaseFacts Of(DeportedOffenderCase state)
    {
        var counting = CountingAlerts.Of(state);
        var arrival = ArrivalOf(state);
        var lives = counting.FirstOrDefault(a => a.Alert.NoFixedAbode || a.Alert.IntendedAddress is not null)?.Alert;
        var address = lives is { NoFixedAbode: false } ? lives.IntendedAddress : null;
        return new CaseFacts
        {
            Subject = SubjectOf(counting),
            Arrival = arrival,
            OtherArrivals = OthersThan(arrival, state),
            Port = PortOf(arrival),
            DeportingState = counting.Select(a => a.Alert.DeportingState).FirstOrDefault(s => s is not null),
            IntendedAddress = address,
            Home = Residence.Of(address, authorities, postcodes, "alert").Authority,
            NoFixedAbode = lives is { NoFixedAbode: true },
            Risk = counting.Max(a => a.Alert.RiskLevel),
            RiskInformation = [.. counting.Select(a => a.Alert.RiskInformation).OfType<string>().Distinct()],
            Convictions = ConvictionsOf(counting),
            Differences = AlertDifferences.Of(state, counting),
        };
    }

    /// <summary>
    /// The plan's; else, of what each sender said last, the earliest landing: to be early is harmless, late is not.
    /// What that one leaves open, another that does not contradict it may say, also the hour of the day.
    /// </summary>
    private static Arrival? ArrivalOf(DeportedOffenderCase state)
    {
        if (CountingAlerts.Of(state).IsEmpty)
        {
            return null;
        }

        ImmutableArray<Arrival> said = [.. CountingAlerts.OnArrival(state).Select(a => a.Alert.Arrival!)];
        var first = MovesMade.Plan(state)?.Plan.Arrival ?? said.Where(a => a.Lands is not null).MinBy(a => a.Lands!.Earliest) ?? said.FirstOrDefault();
        return first is null ? null : Nearer(said.Where(other => !Arrivals.Differ(first, other)).Aggregate(first, (known, other) =>
            known with { Flight = known.Flight ?? other.Flight, Port = known.Port ?? other.Port }), said);
    }

    private PortOfEntry? PortOf(Arrival? arrival) => ports.TryFind(arrival?.Port, out var port) ? port : null;

    private ImmutableArray<OtherArrival> OthersThan(Arrival? known, DeportedOffenderCase state) => known is null || MovesMade.Plan(state) is not null || Meetings.Settled(state) ? [] :
    [
        .. CountingAlerts.OnArrival(state).Select(a => a.Alert.Arrival!).Where(a => Arrivals.Differ(known, a)).OrderBy(a => a.Lands?.Earliest ?? DateTimeOffset.MaxValue).Take(MostOthers)
            .Select(a => new OtherArrival(a, PortOf(a))),
    ];

    /// <summary>With the hour, where only the day was known and somebody says it of that very journey; of two hours the earlier.</summary>
    private static Arrival Nearer(Arrival known, ImmutableArray<Arrival> said) => known.Lands is not { IsExact: false } day ? known : known with
    {
        Lands = said.Where(other => !Arrivals.Differ(known, other)).Select(other => other.Lands)
            .Where(lands => lands is { IsExact: true } && lands.Earliest >= day.Earliest && lands.Latest <= day.Latest)
            .MinBy(lands => lands!.Earliest) ?? day,
    };

    private static PersonDetails? SubjectOf(ImmutableArray<JoinedAlert> counting)
    {
        var described = counting.Select(a => a.Alert.Subject).Where(s => !s.Names.IsEmpty).ToList();
        return described.Count == 0 ? null : described.Aggregate((known, other) => known with
        {
            Names = [.. known.Names.Concat(other.Names).DistinctBy(n => n.ToString(), StringComparer.OrdinalIgnoreCase)],
            Documents = [.. known.Documents.Concat(other.Documents).DistinctBy(d => (d.Type, d.Number, d.IssuingState))],
            Born = known.Born ?? other.Born,
            Sex = known.Sex == Sex.Unknown ? other.Sex : known.Sex,
            Nationality = known.Nationality ?? other.Nationality,
            PncId = known.PncId ?? other.PncId,
            CroNumber = known.CroNumber ?? other.CroNumber,
            VisorReference = known.VisorReference ?? other.VisorReference,
            PlaceOfBirth = known.PlaceOfBirth ?? other.PlaceOfBirth,
        });
    }

    /// <summary>One conviction told by two is one, sexual or violent where either says so.</summary>
    private static ImmutableArray<ForeignConviction> ConvictionsOf(ImmutableArray<JoinedAlert> counting) =>
    [
        .. counting.SelectMany(a => a.Alert.Convictions)
            .GroupBy(c => (Offence: c.Offence.ToUpperInvariant(), c.Country, c.Date))
            .Select(same => same.First() with
            {
                Sentence = same.Select(c => c.Sentence).FirstOrDefault(s => s is not null),
                Sexual = same.Any(c => c.Sexual),
                Violent = same.Any(c => c.Violent),
            }),
    ];
}
