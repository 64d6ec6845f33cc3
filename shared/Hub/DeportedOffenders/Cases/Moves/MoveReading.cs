using System.Text.Json;
using Hub.Border.Flights;
using Hub.Json;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Reads a move as an officer writes it, as far as the case need not be known.</summary>
public sealed class MoveReading(PortDirectory ports, AirportDirectory airports, TimeProvider time)
{
    public const int MaxRationaleLength = 2000;
    public const int MaxOfficers = 10;
    private const int MaxTextLength = 1000;
    private const int MaxNameLength = 100;

    /// <summary>The move. What is wrong is added to the fields' errors; what is returned counts only where there are none.</summary>
    /// <param name="move">Its name in the table of moves.</param>
    public MoveRequest Read(string move, JsonFields fields)
    {
        if (MoveTable.Default.Find(move) is not { } rule)
        {
            fields.Refuse("unknown-move", $"Not a move. Expected one of: {string.Join(", ", MoveTable.Default.Moves.Where(m => !m.Roles.IsEmpty).Select(m => m.Name))}.");
            return new MoveRequest(move, 0, "", null);
        }

        var revision = RequiredInt(fields, "revision", 1, int.MaxValue);
        var rationale = fields.RequiredText("rationale", MaxRationaleLength, multiline: true);
        object? details = rule.Name switch
        {
            MoveName.Decide => Decision(fields, rule),
            MoveName.Plan => Plan(fields),
            MoveName.Meet => Meeting(fields),
            MoveName.RecordVisor => new VisorDetails(fields.RequiredText("reference", MaxNameLength)),
            MoveName.ReferMappa => new MappaDetails(RequiredInt(fields, "category", 1, 3), RequiredInt(fields, "level", 1, 3)),
            MoveName.ReferHousing => new HousingDetails(fields.RequiredText("needs", MaxTextLength, multiline: true)),
            MoveName.Transfer => new TransferDetails(Force(fields)),
            _ => null,
        };
        return new MoveRequest(rule.Name, revision, rationale, details is null ? null : JsonSerializer.SerializeToElement(details, HubJson.Options));
    }

    private static DecisionDetails Decision(JsonFields fields, MoveRule rule)
    {
        var choices = string.Join(", ", rule.Options.Select(o => o.Name));
        var outcome = Choice(fields, "outcome", choices) ?? "";
        if (outcome.Length > 0 && rule.Options.All(o => o.Name != outcome))
        {
            fields.Refuse("outcome", FieldErrorCode.NotOneOf, $"Expected one of: {choices}.");
        }

        return new DecisionDetails(outcome);
    }

    private ReturnPlan? Plan(JsonFields fields)
    {
        var flight = fields.RequiredText("flight", 40);
        var port = Port(fields);
        var lands = Lands(fields);
        var officers = fields.Texts("officers", MaxOfficers, MaxNameLength);
        var meeting = fields.RequiredText("meeting", MaxTextLength, multiline: true);
        if (officers.IsEmpty && port is { IsLondon: true } && !fields.Errors.Any(e => e.Path.StartsWith($"{fields.Path}.officers", StringComparison.Ordinal)))
        {
            fields.Refuse("officers", FieldErrorCode.Required, "Say who meets the person: 1 to 10 names or numbers. Only where another force meets them it may be left out.");
        }

        return port is null || lands is null
            ? null
            : new ReturnPlan(FlightDesignator.TryParse(flight, out var designator) ? designator.ToString() : flight, port.Code, lands, officers, meeting, port.IsLondon ? null : port.Force.Id);
    }

    private PortOfEntry? Port(JsonFields fields)
    {
        var text = fields.RequiredText("port", MaxNameLength);
        if (ports.TryFind(text, out var port))
        {
            return port;
        }

        if (text.Length > 0)
        {
            fields.Refuse("port", "unknown-port", "Not a port of the United Kingdom in the directory: give its code (IATA, ICAO or UN/LOCODE) or its name.");
        }

        return null;
    }

    private FlightTime? Lands(JsonFields fields)
    {
        // All ports of the United Kingdom keep London's time.
        airports.TryFind("LHR", out var london);
        var before = fields.Errors.Count;
        var lands = FlightFields.LandingTime(fields, "lands", london!);
        if (lands is null && fields.Errors.Count == before)
        {
            fields.Refuse("lands", FieldErrorCode.Required, "Say when the person lands: 2026-12-20 or 2026-12-20T06:15, on the port's clocks.");
        }
        else if (lands?.Latest < time.GetUtcNow())
        {
            fields.Refuse("lands", "arrival-past", "That landing is in the past. Record the meeting, or that the person was missed or not on the flight.");
        }

        return lands;
    }

    private MeetingDetails Meeting(JsonFields fields)
    {
        var at = fields.RequiredInstant("metAt");
        if (at > time.GetUtcNow())
        {
            fields.Refuse("metAt", "in-future", "The meeting is in the future.");
        }

        var by = fields.Texts("metBy", MaxOfficers, MaxNameLength);
        if (by.IsEmpty && !fields.Errors.Any(e => e.Path.StartsWith($"{fields.Path}.metBy", StringComparison.Ordinal)))
        {
            fields.Refuse("metBy", FieldErrorCode.Required, "Say who met the person: 1 to 10 names or numbers.");
        }

        return new MeetingDetails(
            Step(fields, "debriefed"), Step(fields, "requirementsServed", mayNotApply: true), Step(fields, "photograph"), Step(fields, "fingerprints"), Step(fields, "dna"),
            by, at, fields.RequiredText("place", MaxTextLength));
    }

    private static StepDone Step(JsonFields fields, string name, bool mayNotApply = false)
    {
        var choices = mayNotApply ? "done, declined, notApplicable" : "done, declined";
        switch (Choice(fields, name, choices))
        {
            case "done":
                return StepDone.Done;
            case "declined":
                return StepDone.Declined;
            case "notApplicable" when mayNotApply:
                return StepDone.NotApplicable;
            case null:
                return default;
            default:
                fields.Refuse(name, FieldErrorCode.NotOneOf, $"Expected one of: {choices}.");
                return default;
        }
    }

    /// <summary>What was chosen; null where nothing that can be read was, which is then refused.</summary>
    private static string? Choice(JsonFields fields, string name, string choices)
    {
        var before = fields.Errors.Count;
        var text = fields.OptionalText(name, MaxNameLength);
        if (text is null && fields.Errors.Count == before)
        {
            fields.Refuse(name, FieldErrorCode.Required, $"Required: one of {choices}.");
        }

        return text;
    }

    private string Force(JsonFields fields)
    {
        var id = fields.RequiredText("force", MaxNameLength);
        if (id.Length > 0 && (!ports.TryGetForce(id, out var force) || force.Id == PoliceForce.Metropolitan))
        {
            fields.Refuse("force", "unknown-force", "Not another police force in the directory: give its id, such as sussex.");
        }

        return id;
    }

    private static int RequiredInt(JsonFields fields, string name, int min, int max)
    {
        if (fields.Exists && !fields.Has(name))
        {
            fields.Refuse(name, FieldErrorCode.Required, "Required.");
        }

        return fields.Int(name, min, max) ?? min;
    }
}
