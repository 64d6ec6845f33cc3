using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Border.Travel;
using Hub.Desk.Forms;
using Hub.Desk.Pages.TravelHistory;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Functions.Travel;
using Hub.Identity;
using Hub.Json;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Travel;

/// <summary>One person's travel: asked why first, then shown, and added to.</summary>
public sealed class TravelHistoryPages(TravelRight right, TravelFacts facts, INominalRegister register, TravelNotifying notifying, Reads reads, PageMaking pages)
{
    private const int MaxPage = 1_000;

    [Function("desk_travel_person")]
    [Page]
    [Requires(Operation.ReadTravel)]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/travel/{nominal:maxlength(64)}")] HttpRequest request, string nominal, CancellationToken cancellationToken) =>
        ShowAsync(request, nominal, FormState.Empty, cancellationToken);

    [Function("desk_travel_person_reason")]
    [Page]
    [Requires(Operation.ReadTravel)]
    public async Task<IResult> Give(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/travel/{nominal:maxlength(64)}")] HttpRequest request, string nominal, CancellationToken cancellationToken)
    {
        var form = await FormReading.ReadAsync(request, cancellationToken);
        return Reason.Of(form.Value("reason")) is { } reason
            ? pages.Done(request, right.AddressFor(request.HttpContext.Caller(), nominal, reason))
            : Ask(request, nominal, form with { Errors = [Reason.Missing] });
    }

    [Function("desk_travel_person_notified")]
    [Page]
    [Requires(Operation.NotifyTravel)]
    public async Task<IResult> Notify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/travel/{nominal:maxlength(64)}/notifications")] HttpRequest request, string nominal, CancellationToken cancellationToken)
    {
        var entered = await FormReading.ReadAsync(request, cancellationToken);
        if (await right.FindAsync(request, nominal, cancellationToken) is not { } basis)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "reason-ended", "Say again why you look at this person.", "Nothing was recorded. Open their travel in another tab and give a reason; then go back to this page: what you entered is still there.");
        }

        if (await register.FindAsync(nominal, cancellationToken) is not { } known)
        {
            return Problems.NotFound("person on the register");
        }

        var (notification, form) = FormReading.Read(
            entered.JoinDay("departs").JoinDay("returns").JoinMoment("notifiedAt"), fields => TravelNotificationReading.Read(fields, TravelPlaces.Default, "new"));
        if (notification is null)
        {
            return await ShowAsync(request, nominal, entered with { Errors = TravelFormWords.Of(form.Errors) }, cancellationToken);
        }

        var caller = request.HttpContext.Caller();
        if (await notifying.TakeInAsync(caller, known, nominal, notification with { Id = IdOf(notification) }, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (known.Id != nominal)
        {
            await reads.AllowedAsync(caller, Operation.NotifyTravel, $"nominal:{known.Id}", basis.Reason, cancellationToken);
        }

        return pages.Done(request, TravelRight.AddressOf(nominal) + basis.Query, "What the person notified is recorded, and their journeys are judged by it.");
    }

    private async Task<IResult> ShowAsync(HttpRequest request, string nominal, FormState form, CancellationToken cancellationToken)
    {
        if (await right.FindAsync(request, nominal, cancellationToken) is not { } basis)
        {
            return Ask(request, nominal, FormState.Empty);
        }

        var page = int.TryParse(request.Query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MaxPage) : 1;
        return await facts.ReadAsync(request.HttpContext.Caller(), nominal, basis, page, cancellationToken) is { } model
            ? pages.Show<TravelHistoryPage>(request, model with { Notify = model.Notify is null ? null : form }, form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Problems.NotFound("person on the register");
    }

    private IResult Ask(HttpRequest request, string nominal, FormState form) =>
        pages.Show<TravelReasonPage>(request, new TravelReasonModel(nominal, form), form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>What says the same is the same notification, however often the form is sent; what says something else takes the place of none.</summary>
    private static string IdOf(TravelNotification notification) =>
        $"desk-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(notification, HubJson.Options))))[..32]}";
}
