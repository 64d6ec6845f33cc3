using System.Collections.Immutable;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Identity;
using Hub.Json;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What officers do.</summary>
public sealed partial class DeportedOffenderCases
{
    private readonly MoveTable table = MoveTable.Default;

    /// <summary>The moves this officer may ask for as the case stands, and for each what is missing still.</summary>
    public ImmutableArray<OpenMove> Open(DeportedOffenderCase state, Role role) => MoveJudging.Open(table, new(state, Facts(state), null, time.GetUtcNow()), role);

    /// <summary>A move as the case stands, whoever makes it: what is missing still, and what there is to choose between.</summary>
    public OpenMove Judge(DeportedOffenderCase state, MoveRule move)
    {
        var context = new MoveContext(state, Facts(state), null, time.GetUtcNow());
        return new OpenMove(move.Name, $"{move.Words}.", MoveJudging.Missing(table, move, context), MoveJudging.Choices(table, move, context));
    }

    /// <summary>Makes a move, if the table of moves allows it to this officer as the case stands.</summary>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public Task<MoveOutcome> MoveAsync(CaseId id, MoveRequest request, Actor by, Role role, CancellationToken cancellationToken) =>
        ChangeAsync(id, by, (edit, before) =>
        {
            if (before.Moves.Any(m => IsRepeat(before, m, request, by)))
            {
                return (before, null);
            }

            var facts = Facts(before);
            return Refusal(before, facts, request, by, role, edit.Now) is { } refused ? (before, refused) : (Made(edit, before, facts, request), null);
        }, cancellationToken);

    /// <summary>Adds a research note; never refused for the revision, as it takes nothing away. The same note again changes nothing, nor do the same words again with nothing done since.</summary>
    public Task<MoveOutcome> NoteAsync(CaseId id, ResearchNote note, CancellationToken cancellationToken) =>
        ChangeAsync(id, note.By, (edit, before) =>
        {
            if (Holds(before, note))
            {
                return (before, null);
            }

            var after = before with { Notes = before.Notes.Add(note) };
            if (NoRoom(before, after) is { } refused)
            {
                return (before, refused);
            }

            edit.Audit("case.note", "A research note was added.", ("note", note.Id));
            return (following.Follow(edit, before, after, NoteAdded), null);
        }, cancellationToken);

    /// <summary>Why a file cannot be added, asked before it is put into the archive; null where it can, or is there already.</summary>
    public async Task<MoveOutcome?> RoomForAsync(CaseId id, CaseAttachment attachment, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is not { } state ? new MoveOutcome.Unknown() : Holds(state, attachment) ? null : NoRoom(state, With(state, attachment));

    /// <summary>Adds a file that is in the archive already. The same bytes again under the same name change nothing.</summary>
    public Task<MoveOutcome> AttachAsync(CaseId id, CaseAttachment attachment, CancellationToken cancellationToken) =>
        ChangeAsync(id, attachment.By, (edit, before) =>
        {
            if (Holds(before, attachment))
            {
                return (before, null);
            }

            var after = With(before, attachment);
            if (NoRoom(before, after) is { } refused)
            {
                return (before, refused);
            }

            edit.Audit("case.attachment", "A file was added.", ("archive", attachment.Address.ToString()));
            return (following.Follow(edit, before, after, "Added a file."), null);
        }, cancellationToken);

    private async Task<MoveOutcome> ChangeAsync(
        CaseId id, Actor by, Func<CaseEdit, DeportedOffenderCase, (DeportedOffenderCase After, MoveOutcome? Refused)> change, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is null)
        {
            return new MoveOutcome.Unknown();
        }

        MoveOutcome? refused = null;
        var file = await records.EditAsync<DeportedOffenderCase>(id, by, (edit, before) =>
        {
            (var after, refused) = change(edit, before);
            return after;
        }, cancellationToken);
        return file is null ? new MoveOutcome.Unknown() : refused ?? new MoveOutcome.Made(file);
    }

    private MoveOutcome? Refusal(DeportedOffenderCase state, CaseFacts facts, MoveRequest request, Actor by, Role role, DateTimeOffset now)
    {
        if (table.Find(request.Move) is not { } move)
        {
            return new MoveOutcome.NotAllowed(state.State, ["There is no move of that name."]);
        }

        if (!move.IsFor(role))
        {
            return new MoveOutcome.NotYours(table.WhoMay(move));
        }

        if (Overtaken(state, request.Revision, by) is { } changed)
        {
            return changed;
        }

        var missing = MoveJudging.Missing(table, move, new(state, facts, request.Details ?? Nothing, now));
        return missing.IsEmpty && CaseLimits.IsFullFor(move, state)
            ? new MoveOutcome.NotAllowed(state.State, ["The case holds as much as one can. It still takes what was not done in it yet, and can be closed."])
            : missing.IsEmpty ? null : new MoveOutcome.NotAllowed(state.State, missing);
    }

    /// <summary>What somebody else did since the officer read the case; their own doing they know.</summary>
    private static MoveOutcome.Changed? Overtaken(DeportedOffenderCase state, int revision, Actor by)
    {
        if (revision < 1 || revision > state.Revision)
        {
            return new(state.Revision, ["The case has never had that revision. Read it again."]);
        }

        var since = state.Changes.Where(c => c.Revision > revision).ToList();
        return since.Count == state.Revision - revision && since.All(c => c.By == by)
            ? null
            : new(state.Revision, [.. since.Count < state.Revision - revision ? ["More has changed than is listed here."] : Array.Empty<string>(), .. since.Where(c => c.By != by).Select(CaseWords.Of)]);
    }

    private DeportedOffenderCase Made(CaseEdit edit, DeportedOffenderCase before, CaseFacts facts, MoveRequest request)
    {
        var move = table.Find(request.Move)!;
        var details = move.Name switch
        {
            MoveName.NotOnFlight => JsonSerializer.SerializeToElement(new NotArrivedDetails(facts.Arrival!), HubJson.Options),
            MoveName.Missed => JsonSerializer.SerializeToElement(new MissedDetails(facts.Arrival!), HubJson.Options),
            _ => request.Details,
        };
        var made = new MoveMade(move.Name, before.State, move.To(before.State)!, request.Rationale, details, edit.By, edit.Now, request.Revision);
        var words = CaseWords.Of(table, made);
        edit.Audit($"case.{move.Name}", $"{words} {request.Rationale}");
        return following.Follow(edit, before, before with
        {
            State = made.To,
            Moves = before.Moves.Add(made),
            NotArrived = move.Name == MoveName.NotOnFlight ? before.NotArrived.Add(facts.Arrival!) : before.NotArrived,
        }, words);
    }

    /// <summary>The same asked again by the same officer: on the same revision, or on what came of it, with nothing done since.</summary>
    private bool IsRepeat(DeportedOffenderCase state, MoveMade made, MoveRequest asked, Actor by) =>
        made.Move == asked.Move && made.By == by && made.Rationale == asked.Rationale
        && (made.Revision == asked.Revision || (asked.Revision == state.Revision && IsNewest(state, made)))
        && (made.Move is MoveName.NotOnFlight or MoveName.Missed || JsonElement.DeepEquals(made.Details ?? Nothing, asked.Details ?? Nothing));

    /// <summary>Whether nothing was done since a move. One flight ruled out is not the next.</summary>
    private bool IsNewest(DeportedOffenderCase state, MoveMade made) =>
        made.Move != MoveName.NotOnFlight && state.Moves[^1] == made && IsNewest(state, made.By, made.At, CaseWords.Of(table, made));

    private static bool IsNewest(DeportedOffenderCase state, Actor by, DateTimeOffset at, string words) =>
        state.Changes is [.., var newest] && newest.By == by && newest.At == at && newest.Words == words;

    /// <summary>Under its id, or in the same words by the same officer with nothing done since: a form gone back to and sent again.</summary>
    private static bool Holds(DeportedOffenderCase state, ResearchNote note) =>
        state.Notes.Any(n => n.Id == note.Id)
        || (state.Notes is [.., var newest] && newest with { Id = note.Id, At = note.At } == note && IsNewest(state, newest.By, newest.At, NoteAdded));

    private static bool Holds(DeportedOffenderCase state, CaseAttachment attachment) =>
        state.Attachments.Any(a => a.Address == attachment.Address && a.Name == attachment.Name);

    private static DeportedOffenderCase With(DeportedOffenderCase state, CaseAttachment attachment) => state with { Attachments = state.Attachments.Add(attachment) };

    private static MoveOutcome.NotAllowed? NoRoom(DeportedOffenderCase before, DeportedOffenderCase after) =>
        !before.IsOpen ? new(before.State, ["The case is closed. A new alert opens another."])
        : after.Notes.Length > DeportedOffenderCase.MaxNotes ? new(before.State, [$"A case holds at most {DeportedOffenderCase.MaxNotes} research notes."])
        : after.Attachments.Length > DeportedOffenderCase.MaxNotes ? new(before.State, [$"A case holds at most {DeportedOffenderCase.MaxNotes} attachments."])
        : CaseLimits.BytesOf(after) > CaseLimits.MaxWorkBytes ? new(before.State, ["The case is full. Put long texts into a file."])
        : null;

    private const string NoteAdded = "Added a research note.";
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });
}
