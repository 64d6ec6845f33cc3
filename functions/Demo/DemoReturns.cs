using System.Globalization;
using Hub.Time;

namespace Hub.Functions.Demo;

/// <summary>Deported offenders beside the sample, so that cases stand in every state: what is sent of each, and what officers then do.</summary>
internal sealed class DemoReturns(DateTimeOffset now)
{
    private static readonly string[] Officers = ["DC Osgood", "PC Trelawney"];

    private readonly DateOnly today = LondonTime.DateOf(now);

    /// <summary>An alert of Interpol's, and what the case then goes through; each step by an officer or a supervisor.</summary>
    public IReadOnlyList<(object Alert, IReadOnlyList<(string Move, bool BySupervisor, object Body)> Steps)> All =>
    [
        (Alert(11, "Ashdown", "Malcolm", "1959-01-30", "Rape of a child", "Cambodia", "BA34", "LHR", Lands(1, "06:40")), [Researched, Decided, Planned("BA34", "LHR", 1, "06:40")]),
        (Alert(12, "Birtwhistle", "Kenneth", "1972-08-08", "Sexual assault", "Philippines", "PR720", "LHR", Lands(4, "18:20")), [Researched]),
        (Alert(13, "Cattermole", "Stephen", "1966-11-11", "Grooming of a child", "Vietnam", "VN55", "LHR", Lands(-1, "05:50")), [Researched, Decided, Missed]),
        (Alert(14, "Drinkwater", "Nigel", "1970-04-19", "Indecent images of children", "Australia", "QF1", "LHR", Lands(-3, "06:10")), [Researched, Decided, Met, OnViSOR]),
        (Alert(15, "Entwistle", "Howard", "1948-09-03", "Manslaughter", "Spain", "EZY8", "STN", Lands(6, "22:05")), []),
    ];

    private static (string, bool, object) Researched => ("research-complete", false, new { rationale = "All that can be had before the landing is there." });

    private static (string, bool, object) Decided => ("decide", true, new { outcome = "manage-without-order", rationale = "The risk can be managed under the plan; an order is prepared." });

    private static (string, bool, object) Missed => ("missed", false, new { rationale = "Not seen at the gate; the carrier says that he was on board." });

    private static (string, bool, object) OnViSOR => ("record-visor", false, new { rationale = "Record made after the debrief.", reference = "V-14-7702" });

    private (string, bool, object) Met => ("meet", false, new
    {
        rationale = "Met at the gate, and came along without trouble.",
        metAt = now.AddDays(-2.5),
        metBy = Officers,
        place = "Terminal 3",
        debriefed = "done",
        requirementsServed = "notApplicable",
        photograph = "done",
        fingerprints = "done",
        dna = "declined",
    });

    private (string, bool, object) Planned(string flight, string port, int days, string at) => ("plan", false, new
    {
        rationale = "Officers are free, and the force for the port agrees.",
        flight,
        port,
        lands = Lands(days, at),
        officers = Officers,
        meeting = "At the gate with Border Force; interview room 2.",
    });

    private object Alert(int number, string surname, string given, string born, string offence, string state, string flight, string port, string lands) => new
    {
        reference = $"DEMO/INT/{number}",
        source = "interpol",
        authority = $"NCB {state}",
        alertedAt = now.AddDays(-4),
        subject = new { surname, given = new[] { given }, born },
        convictions = new[] { new { offence, country = state, date = "2018-05", sentence = "8 years", sexual = number != 15, violent = number == 15 } },
        deportingState = state,
        arrival = new { flight, port, lands },
        intendedAddress = new { lines = new[] { "12 Rochester Bank" }, postcode = "NW1 9JN", borough = "Camden" },
        risk = new { level = "high", information = "No treatment in prison." },
    };

    private string Lands(int days, string at) => $"{today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{at}";
}
