using Hub.Border.Travel;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Hub.Json;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Travel;

/// <summary>A nominal's travel: the history, and what the person notified.</summary>
public sealed class TravelFunctions(TravelRecords travel, TravelNotifying notifying, INominalRegister register, Reads reads)
{
    [Function("travel_get")]
    [Requires(Operation.ReadTravel)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nominals/{id:maxlength(64)}/travel")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Reason.Read(request) is not { } reason)
        {
            return Problems.Invalid(Reason.Missing);
        }

        await reads.AllowedAsync(request.HttpContext.Caller(), Operation.ReadTravel, $"nominal:{id}", reason, cancellationToken);
        if (await register.FindAsync(id, cancellationToken) is not { } nominal)
        {
            return Problems.NotFound("nominal");
        }

        await Survivor.ShowAsync(request, reads, Operation.ReadTravel, id, nominal, reason, cancellationToken, "/travel");
        var record = await travel.ReadAsync(nominal.Id, cancellationToken) ?? new TravelRecord { Nominal = nominal.Id };
        return Results.Json(new
        {
            record.Nominal,
            nominal.NotificationPeriods,
            Notifications = nominal.TravelNotified.Concat(record.Notified()).OrderBy(n => n.Departs).ThenBy(n => n.NotifiedAt),
            record.Journeys,
            record.Seen,
            Record = $"/api/reports/{TravelRecords.IdOf(nominal.Id)}",
        }, HubJson.Options);
    }

    [Function("travel_notify")]
    [Requires(Operation.NotifyTravel)]
    public async Task<IResult> Notify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/nominals/{id:maxlength(64)}/travel-notifications/{notification:maxlength(64)}")] HttpRequest request,
        string id, string notification, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(id, cancellationToken) is not { } nominal)
        {
            return Problems.NotFound("nominal");
        }

        var (read, problem) = await RequestBody.ReadFieldsAsync(request, fields => TravelNotificationReading.Read(fields, TravelPlaces.Default, notification));
        if (read is null)
        {
            return problem!;
        }

        if (await notifying.TakeInAsync(request.HttpContext.Caller(), nominal, id, read, cancellationToken) is { } refused)
        {
            return refused;
        }

        await Survivor.ShowAsync(request, reads, Operation.NotifyTravel, id, nominal, notification, cancellationToken, $"/travel-notifications/{Uri.EscapeDataString(notification)}");
        return Results.NoContent();
    }
}
