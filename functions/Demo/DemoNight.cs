using System.Collections.Immutable;
using Hub.Nominals;

namespace Hub.Functions.Demo;

/// <summary>What custody sent in the last thirty hours: many arrests in Camden and a few elsewhere, most of children the register knows.</summary>
internal sealed class DemoNight(DateTimeOffset now)
{
    /// <summary>Hours since each arrest in Camden: three overdue, one due within half an hour, the rest with time.</summary>
    private static readonly ImmutableArray<double> Camden = [28, 26, 24.3, 23.6, 22.5, 21.2, 20.4, 18, 16.5, 15, 13, 11.5, 9, 7.5, 6, 4, 2.5, 1];

    private static readonly ImmutableArray<double> Elsewhere = [25, 21.5, 14, 3];

    private static readonly ImmutableArray<string> Offences =
        ["Theft from shop", "Common assault", "Criminal damage", "Possess knife blade in public place", "Affray", "Robbery", "Taking a vehicle without consent", "Possess cannabis"];

    /// <summary>Boroughs, as YOTs, of which somebody has acknowledged some of it.</summary>
    public static ImmutableArray<string> Awake => [.. DemoNames.Boroughs.Take(4).Select(b => b.Borough)];

    public IEnumerable<object> Arrests
    {
        get
        {
            var crowd = new DemoCrowd(now);
            var number = 100;
            for (var borough = 0; borough < DemoNames.Boroughs.Length; borough++)
            {
                var ages = borough == 0 ? Camden : Elsewhere;
                foreach (var (hours, child) in ages.Zip(crowd.Of(borough)))
                {
                    yield return Arrest(++number, DemoNames.Boroughs[borough], hours, SubjectOf(child));
                }
            }
        }
    }

    /// <summary>An arrest notice in custody's shape.</summary>
    public object Arrest(int number, (string Borough, string District, string Station) where, double hoursAgo, object subject) => new
    {
        reference = $"DEMO/{now:yyyyMMdd}/{number:D3}",
        custodyRecord = $"01DM/{number:D5}/{now:yy}",
        station = $"{where.Station} custody",
        arrestBorough = where.Borough,
        arrestedAt = now.AddHours(-hoursAgo),
        subject,
        offences = new[] { new { description = Offences[number % Offences.Length] } },
        disposal = number % 3 == 0 ? "charged" : "released under investigation",
        riskFlags = number % 5 == 0 ? new[] { "self-harm" } : [],
        appropriateAdult = number % 2 == 0 ? "Mother" : null,
    };

    /// <summary>A child as custody writes down what the register holds.</summary>
    private static object SubjectOf(Nominal child) => new
    {
        surname = child.Names[0].Surname,
        given = child.Names[0].Given,
        born = child.Born!.Value.ToString(),
        addresses = child.Addresses.Select(a => new { lines = a.Lines, postcode = a.Postcode, borough = a.Borough }),
    };
}
