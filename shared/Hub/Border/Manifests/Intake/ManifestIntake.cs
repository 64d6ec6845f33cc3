using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Hub.Archive;
using Hub.Auditing;
using Hub.Border.Routes;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Places;

namespace Hub.Border.Manifests.Intake;

/// <summary>Where a manifest comes from.</summary>
/// <param name="By">Who sends it.</param>
/// <param name="FileName">The file's name, where it has one.</param>
/// <param name="Stated">The flight as stated beside the file.</param>
/// <param name="MaxBytes">The largest file taken this way.</param>
public sealed record ManifestOrigin(Actor By, string? FileName, StatedFlight? Stated, long MaxBytes);

/// <summary>What became of a manifest taken in.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Record">As it now stands.</param>
/// <param name="Repeated">It was taken in before, did not fail, and still is the newest of its flights: nothing was added.</param>
public sealed record ManifestReceipt(CaseId Id, ManifestRecord Record, bool Repeated);

/// <summary>
/// Takes manifests in: one pass over the bytes checks all of the file and stores it, or stores nothing. Screening
/// follows by an event. The same file again finds the same manifest.
/// </summary>
public sealed class ManifestIntake(
    ManifestReader reader, ManifestFiles files, MonitoredRoutes routes, Records records, FlightRecords flights, AirportDirectory airports, CountryDirectory countries, TimeProvider time)
{
    /// <summary>The largest file taken from the drop folder, in bytes.</summary>
    public const long MaxDropped = 256 * 1024 * 1024;

    /// <summary>Lists in one file. A day of Heathrow is some 1,150 flights.</summary>
    public const int MaxLists = 2_000;

    /// <summary>Hops of all flights in one file: with these, its record fits one commit together with all that is shown of it.</summary>
    public const int MaxHops = 4_000;

    /// <exception cref="ManifestRefusedException">The file cannot be used, or is on no monitored route; nothing was kept.</exception>
    public async Task<ManifestReceipt> AcceptAsync(Stream content, ManifestOrigin origin, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var tally = new ManifestTally(new RouteMap((await routes.ReadAsync(cancellationToken)).Routes, airports, countries));
        var context = new ManifestContext(now, airports, countries) { Stated = origin.Stated };
        await using var inspected = new InspectedStream(content, origin.MaxBytes, async copy =>
        {
            await foreach (var item in reader.ReadAsync(copy, context, cancellationToken))
            {
                tally.Add(item);
            }

            tally.RefuseUseless();
        });
        var address = await files.Archive.PutAsync(inspected, cancellationToken);
        var received = tally.Onto(new ManifestRecord
        {
            File = address,
            FileName = origin.FileName,
            State = ManifestState.Received,
            ReceivedAt = now,
            By = origin.By,
            Bytes = inspected.Count,
            Stated = origin.Stated,
        });
        return await KeepAsync(KeyOf(address, origin.Stated), received, cancellationToken);
    }

    /// <summary>A file from the drop folder that cannot be used: there is nobody to answer, so the border liaison is told.</summary>
    public async Task<CaseId> RefuseAsync(ManifestRefusedException refused, ManifestOrigin origin, ArchiveAddress? kept, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var refusal = new ManifestRefusal(refused.At?.ToString(), refused.Code, refused.Reason);
        var file = await records.EditAsync<ManifestRecord>(ManifestRecord.Sort, $"refused/{origin.FileName}/{now.UtcTicks}", origin.By, (edit, before) =>
        {
            if (before is not null)
            {
                return before;
            }

            edit.Audit("manifest.refused", $"A manifest from the drop folder was refused ({refusal.Code}). {refusal.Reason}");
            NoticeRaising.Raise(edit, [RefusedNotice.Of(origin.FileName, refusal)]);
            ManifestBoard.Enter(edit, now);
            return new ManifestRecord { File = kept, FileName = origin.FileName, State = ManifestState.Refused, ReceivedAt = now, By = origin.By, Refusal = refusal };
        }, cancellationToken);
        return file.Id;
    }

    private static string KeyOf(ArchiveAddress file, StatedFlight? stated) =>
        stated is null ? file.Sha256 : $"{file.Sha256}/{stated.Flight}/{stated.From}/{stated.To}/{stated.Departs}/{stated.Arrives}";

    private async Task<ManifestReceipt> KeepAsync(string key, ManifestRecord received, CancellationToken cancellationToken)
    {
        var id = CaseId.For(ManifestRecord.Sort, key);
        var newest = await records.ReadAsync<ManifestRecord>(ManifestRecord.Sort, key, cancellationToken) is not null
            && await flights.IsNewestAsync(received.Lists, id, cancellationToken);
        var repeated = false;
        var file = await records.EditAsync<ManifestRecord>(ManifestRecord.Sort, key, received.By, (edit, before) =>
        {
            repeated = before?.State == ManifestState.Received || (before?.State == ManifestState.Screened && newest && CoversAll(before, received));
            if (repeated)
            {
                return before!;
            }

            var kept = received with { Round = (before?.Round ?? 0) + 1 };
            edit.Audit("manifest.received", $"Manifest taken in: {kept.Lists.Length} lists, {kept.Travellers} travellers, {kept.SetAside} set aside. The file goes {ManifestFiles.Retention.TotalHours:0} hours after.", ("round", $"{kept.Round}"));
            edit.Emit(Accepted(edit, kept.Round));
            ManifestBoard.Enter(edit, kept.ReceivedAt);
            return kept;
        }, cancellationToken);
        var record = Records.StateOf<ManifestRecord>(file);
        if (repeated && record.State == ManifestState.Screened && (record.HoldsUnmonitored || record.KeptUntil <= time.GetUtcNow()))
        {
            // It had gone by then, and nobody needs it again.
            await files.Archive.RemoveAsync(received.File!.Value, cancellationToken);
        }

        return new ManifestReceipt(id, record, repeated);
    }

    /// <summary>False where a flight of it came under watch since: then it must be screened again.</summary>
    private static bool CoversAll(ManifestRecord before, ManifestRecord again) =>
        before.Lists.Length == again.Lists.Length && before.Lists.Zip(again.Lists).All(l => l.First.Monitored || !l.Second.Monitored);

    private static OutgoingEvent Accepted(CaseEdit edit, int round) => new()
    {
        Id = $"{edit.Case.Id.Value:N}.manifest.{round}",
        Case = edit.Case.Id,
        Topic = HubTopology.Manifests,
        Type = HubTopology.ManifestAccepted,
        Time = edit.Now,
        TraceParent = Activity.Current?.Id,
        Data = JsonSerializer.SerializeToElement(new { round }),
        Properties = ImmutableSortedDictionary<string, string>.Empty.Add("kind", ManifestRecord.Sort),
    };
}
