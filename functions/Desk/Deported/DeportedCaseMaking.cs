using System.Collections.Immutable;
using System.Globalization;
using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Attachments;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Deported;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Deported;

/// <summary>Makes the page of a case, which its forms show again where something is wrong with them.</summary>
public sealed class DeportedCaseMaking(
    DeportedOffenderCases cases, CaseReading reading, ICaseStore store, Access access, Timelines timelines, RecipientWords recipients, TimelineReading words, Reads reads, PageMaking pages)
{
    private const int PerPage = 20;
    private const int MostOthers = 10;
    private readonly MoveTable table = MoveTable.Default;

    /// <param name="file">A case that the caller may read, which is kept in the access log.</param>
    internal async Task<IResult> ShowAsync(
        HttpRequest request, Caller caller, CaseFile file, CaseForms forms, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, $"case:{file.Id}", null, cancellationToken);
        var (whole, audit) = await timelines.ReadAsync(file, cancellationToken);
        var state = Records.StateOf<DeportedOffenderCase>(whole);
        var next = reading.Next(state, caller);
        var (same, hasOthers) = await OthersAsync(caller, state, cancellationToken);
        Slice<T> Of<T>(IEnumerable<T> newestFirst, string name) =>
            Slice.Of([.. newestFirst], int.TryParse(request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, PerPage);
        return pages.Show<DeportedCasePage>(request, new DeportedCaseModel
        {
            State = state,
            Facts = cases.Facts(state),
            StateWords = table.Words(state.State),
            IsSettled = Meetings.Settled(state),
            Progress = CaseProgress.Of(table, state),
            Next = next,
            Others = reading.Others(state, caller, next),
            MayWork = CaseReading.MayWork(caller),
            Clock = [.. cases.Clock(state).Select(Strike)],
            Moves = Of(state.Moves.Reverse(), "done"),
            Notes = Of(state.Notes.Reverse(), "notes"),
            Files = Of(state.Attachments.Reverse(), "files"),
            Told = Of(whole.Notices.OrderByDescending(n => n.RaisedAt ?? n.PlannedFor).Select(n => new ToldNotice(n, recipients.Of(n.Recipient))), "told"),
            Timeline = Of(audit.Reverse().Select(entry => words.Of(entry, whole.Notices)), "timeline"),
            TimelineIntact = AuditChain.FirstBreak(audit, whole.AuditHead) is null,
            Same = same,
            HasOthers = hasOthers,
            NoteForm = WithId(forms.Note),
            FileForm = forms.File,
            FileRules = Rules,
        }, forms.Status);
    }

    private static FileRules Rules { get; } = new(
        AttachmentTypes.Published.List,
        string.Join(',', AttachmentTypes.Published.Kept.SelectMany(t => t.Extensions).Select(e => $".{e}")),
        AttachmentTypes.Published.MaxBytes);

    /// <summary>The note's id is made with its form, so that the same form sent twice is one note.</summary>
    private static FormState WithId(FormState form) => form.Value("id").Length > 0 ? form : form.With("id", Guid.NewGuid().ToString());

    private ClockStrike Strike(ClockMoment moment) =>
        new(moment.At, moment.Words, [.. moment.Told.Select(recipients.Of)]);

    private async Task<(ImmutableArray<OtherCase> Same, bool HasOthers)> OthersAsync(Caller caller, DeportedOffenderCase state, CancellationToken cancellationToken)
    {
        var same = ImmutableArray.CreateBuilder<OtherCase>();
        var hasOthers = false;
        foreach (var other in (await cases.OfPersonAsync(state.Nominal, cancellationToken)).Where(c => c.Id != state.Id).TakeLast(MostOthers))
        {
            if (await store.ReadAsync(other.Id, cancellationToken) is { } file && access.MayReach(caller, Operation.ReadDeportedOffender, file))
            {
                same.Add(new OtherCase(other.Id, other.OpenedAt, table.Words(other.State), state.GoesOnIn == other.Id));
            }
            else
            {
                hasOthers = true;
            }
        }

        return (same.ToImmutable(), hasOthers);
    }
}

/// <summary>The forms of a case's page as they were entered.</summary>
/// <param name="Note">Of a research note.</param>
/// <param name="File">Of a file.</param>
/// <param name="Status">The HTTP status that says what became of them.</param>
internal sealed record CaseForms(FormState Note, FormState File, int Status)
{
    /// <summary>Not filled in yet.</summary>
    public static CaseForms Empty { get; } = new(FormState.Empty, FormState.Empty, StatusCodes.Status200OK);
}
