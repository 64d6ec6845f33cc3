using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Notices;
using Hub.Functions.Reports;
using Hub.Identity;

namespace Hub.Functions.DeportedOffenders;

/// <summary>A deported offender's case as the API shows it.</summary>
public sealed class CaseView(DeportedOffenderCases cases)
{
    private readonly MoveTable table = MoveTable.Default;

    /// <summary>As one line of the list of open cases.</summary>
    internal object Listed(CaseFile file)
    {
        var state = Records.StateOf<DeportedOffenderCase>(file);
        var facts = cases.Facts(state);
        return new
        {
            file.Id,
            state.Nominal,
            state.State,
            StateWords = table.Words(state.State),
            state.Revision,
            Arrival = Arrival(facts),
            facts.Risk,
            Next = NextStep.Of(table, state, facts, cases.Open(state, Role.Supervisor)),
        };
    }

    /// <summary>What whoever changes it must know of it.</summary>
    internal object Essentials(Caller caller, CaseFile file)
    {
        var state = Records.StateOf<DeportedOffenderCase>(file);
        return new { file.Id, state.State, StateWords = table.Words(state.State), state.Revision, Open = Open(caller, state) };
    }

    internal object Whole(Caller caller, CaseFile file, IReadOnlyList<AuditEntry> audit)
    {
        var state = Records.StateOf<DeportedOffenderCase>(file);
        return new
        {
            file.Id,
            state.Nominal,
            state.OpenedFor,
            state.Turn,
            state.Before,
            state.GoesOnIn,
            state.State,
            StateWords = table.Words(state.State),
            state.Revision,
            state.OpenedAt,
            Facts = Facts(cases.Facts(state)),
            Alerts = state.Alerts.Select(a => new { Report = $"/api/reports/{a.Report}", a.Standing, a.Because, a.Sender, a.ReceivedAt, a.Alert }),
            Notes = state.Notes.Select(Note),
            Attachments = state.Attachments.Select(a => Attachment(file.Id, a)),
            Moves = state.Moves.Select(m => new { m.Move, table.Get(m.Move).Words, m.From, m.To, m.Rationale, m.Details, By = m.By.Id, m.By.Role, m.At }),
            Open = Open(caller, state),
            Clock = cases.Clock(state),
            Notices = file.Notices.Select(NoticeView.Of),
            Timeline = audit.Select(TimelineView.Of),
            TimelineIntact = AuditChain.FirstBreak(audit, file.AuditHead) is null,
        };
    }

    internal static object Note(ResearchNote note) => new { note.Id, note.Text, note.Source, By = note.By.Id, note.By.Role, note.At };

    internal static object Attachment(CaseId id, CaseAttachment file) => new
    {
        file.Address.Sha256,
        file.Name,
        file.MediaType,
        file.Length,
        file.Description,
        By = file.By.Id,
        file.By.Role,
        file.At,
        Content = ContentOf(id, file),
    };

    internal static string ContentOf(CaseId id, CaseAttachment file) => $"/api/deported-offenders/{id}/attachments/{file.Address.Sha256}";

    private ImmutableArray<OpenMove> Open(Caller caller, DeportedOffenderCase state) =>
        AccessMatrix.Published[Operation.WorkDeportedOffender, caller.Role] == Reach.No ? [] : cases.Open(state, caller.Role);

    private static object Facts(CaseFacts facts) => new
    {
        facts.Subject,
        Arrival = Arrival(facts),
        facts.IntendedAddress,
        Home = facts.Home is { } home ? new { home.Id, home.Name } : null,
        facts.NoFixedAbode,
        facts.Risk,
        facts.RiskInformation,
        facts.Convictions,
        facts.Differences,
    };

    private static object? Arrival(CaseFacts facts) => facts.Arrival is null ? null : new
    {
        facts.Arrival.Flight,
        Port = facts.Port is { } port ? new { port.Code, port.Name, Force = port.Force.Name } : null,
        Lands = facts.Arrival.Lands is { } lands ? new { lands.Day, lands.Earliest, lands.Latest, Words = FlightWords.Of(lands) } : null,
    };
}
