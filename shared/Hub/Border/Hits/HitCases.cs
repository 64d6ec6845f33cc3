using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Notices;
using Hub.Persons;
using Hub.Reports;

namespace Hub.Border.Hits;

/// <summary>
/// Makes the cases of hits, changes them when a later list says something else, and withdraws them. Each case knows the
/// newest list that spoke of it, so that of two lists screened at once the older never has the last word.
/// </summary>
public sealed class HitCases(ICaseStore store, CaseEditor editor, FeedCatalog feeds, TimeProvider time)
{
    public static CaseId IdOf(string reference) => CaseId.For(ManifestMatchFeed.FeedName, reference);

    /// <summary>Sees to it that a hit has its case, with what the newest list says, and is live. The same again does nothing.</summary>
    /// <param name="named">True where the list names only some of a booking, as one that changes another does: whoever else was on it still is.</param>
    public async Task PutAsync(ManifestMatch hit, CancellationToken cancellationToken, bool named = false)
    {
        var id = IdOf(hit.Reference);
        var report = Element(hit);
        var hash = ContentHash(report);
        if (await store.ReadAsync(id, cancellationToken) is { } known)
        {
            await ChangeAsync(known, hit, named, cancellationToken);
            return;
        }

        var now = time.GetUtcNow();
        var file = new CaseFile
        {
            Id = id,
            Feed = ManifestMatchFeed.FeedName,
            Reference = hit.Reference,
            Sender = Actor.Hub.Id,
            Status = CaseStatus.Accepted,
            OccurredAt = ManifestMatchFeed.OccurredAtOf(hit, now),
            ReceivedAt = now,
            ContentHash = hash,
            Report = report,
        };
        var edit = new CaseEdit(file, Actor.Hub, now);
        edit.Audit("report.accepted", $"Hit found by screening a manifest, at {hit.At}.", ("manifest", hit.Manifest?.ToString() ?? ""));
        edit.Emit(ReportEvents.Accepted(edit.Case, now));
        if (await store.CommitAsync(edit.ToCommit(), cancellationToken) is CommitOutcome.Conflict && await store.ReadAsync(id, cancellationToken) is { } faster)
        {
            await ChangeAsync(faster, hit, named, cancellationToken);
        }
    }

    /// <summary>Which of these hits a list means that names a traveller: the one that may be them, of several those with their document; none where that leaves doubt.</summary>
    public async Task<IReadOnlyList<string>> MeantAsync(IEnumerable<string> references, PersonDetails traveller, CancellationToken cancellationToken)
    {
        var alike = new List<(string Reference, PersonDetails? Known)>();
        foreach (var reference in references)
        {
            var known = await store.ReadAsync(IdOf(reference), cancellationToken) is { } file ? Stored(file).Traveller : null;
            if (known is null || known.Name.Surname.Length == 0 || SameTraveller.MayBe(known, traveller))
            {
                alike.Add((reference, known));
            }
        }

        return [.. alike.Where(a => alike.Count == 1 || (a.Known is { } known && SameTraveller.ShareDocument(known, traveller))).Select(a => a.Reference)];
    }

    /// <summary>Takes a hit back: its notices are withdrawn, and its flight counts in no journey any more. Where a newer list has spoken of it, nothing changes.</summary>
    public Task WithdrawAsync(FlightHit hit, CancellationToken cancellationToken) => editor.EditAsync(IdOf(hit.Reference), Actor.Hub, edit =>
    {
        var before = Stored(edit.Case);
        if (edit.Case.Status == CaseStatus.Withdrawn || before.Listed?.IsAfter(hit.Said) == true)
        {
            return;
        }

        var because = hit.Withdrawn ?? throw new ArgumentException("The hit is not withdrawn.", nameof(hit));
        edit.Audit("report.withdrawn", because);

        // That an earlier notice is to be disregarded still holds.
        foreach (var notice in edit.Case.Notices.Where(n => n.Kind != NoticeKind.NoticeWithdrawn))
        {
            NoticeWithdrawal.Withdraw(edit, notice, because);
        }

        edit.Update(c => c with { Status = CaseStatus.Withdrawn, Report = Element(before with { Listed = hit.Said }) });
        RejectedPerson.Forget(edit, feeds, unlessIdentified: true);
        edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, [edit.Case.Id], edit.Now));
    }, cancellationToken);

    private Task<CaseFile?> ChangeAsync(CaseFile known, ManifestMatch listed, bool named, CancellationToken cancellationToken) => editor.EditAsync(known, Actor.Hub, edit =>
    {
        var before = Stored(edit.Case);
        var hit = named ? WithBookingOf(before, listed) : listed;
        var hash = ContentHash(Element(hit));
        var withdrawn = edit.Case.Status == CaseStatus.Withdrawn;
        var same = edit.Case.ContentHash == hash && edit.Case.Match is not { Outcome: MatchOutcome.None, Decision: null };
        if (before.Listed is { } newest && (newest.IsAfter(hit.Listed!) || (same && !withdrawn && newest == hit.Listed)))
        {
            return;
        }

        // Of somebody found not to be the nominal nothing comes back with a list that says the same.
        var rejected = same && edit.Case.Match?.Decision is { Confirmed: false };
        edit.Update(c => c with { Report = Element(rejected ? before with { Manifest = hit.Manifest, Listed = hit.Listed } : hit), ContentHash = hash });
        if (same && !withdrawn)
        {
            edit.Audit("report.listed", "A newer list of the flight says the same.", ("manifest", hit.Manifest?.ToString() ?? ""));
            return;
        }

        edit.Audit(
            withdrawn ? "report.reinstated" : "report.amended",
            withdrawn ? "On the newest list of the flight again." : "The newest list of the flight says something else of this traveller or flight.");

        // A person's word that it is the nominal stands for that traveller; that it is not, only for what they were
        // shown. Until it is matched again, the case says whom it was taken for: the assessment must undo what that led to.
        var stands = rejected || (edit.Case.Match?.Decision is { Confirmed: true } && SameTraveller.MayBe(before.Traveller, hit.Traveller));
        if (edit.Case.Match?.Decision is not null && !stands)
        {
            foreach (var review in edit.Case.Notices.Where(n => n.Kind == NoticeKind.MatchReview))
            {
                NoticeWithdrawal.Withdraw(edit, review, "The newest list of the flight says something else, which must be looked at anew.");
            }
        }

        edit.Update(c => c with
        {
            Status = CaseStatus.Accepted,
            Match = stands || c.Match is null ? c.Match : c.Match.Decision is { Confirmed: false } ? null : c.Match with { Decision = null },
        });
        edit.Emit(ReportEvents.Accepted(edit.Case, edit.Now));
    }, cancellationToken);

    private static ManifestMatch WithBookingOf(ManifestMatch before, ManifestMatch hit)
    {
        if (hit.Booking is not null && before.Booking is not null && hit.Booking != before.Booking)
        {
            return hit;
        }

        var children = hit.Children.Union(before.Children).ToImmutableArray();
        return hit with
        {
            Booking = hit.Booking ?? before.Booking,
            Companions = hit.Companions is { } now && before.Companions is { } then ? Math.Max(now, then) : hit.Companions ?? before.Companions,
            Children = children,
        };
    }

    private static ManifestMatch Stored(CaseFile file) => file.Report.Deserialize<ManifestMatch>(HubJson.Options)
        ?? throw new InvalidOperationException($"The report of case {file.Id} is empty.");

    private static JsonElement Element(ManifestMatch hit) => JsonSerializer.SerializeToElement(hit, HubJson.Options);

    /// <summary>Of what the list says, not of where it says it: a traveller may stand on another line of the next list.</summary>
    private static string ContentHash(JsonElement report)
    {
        var content = JsonObject.Create(report)!;
        content.Remove("manifest");
        content.Remove("at");
        content.Remove("listed");
        return CanonicalJson.Hash(JsonSerializer.SerializeToElement(content));
    }
}
