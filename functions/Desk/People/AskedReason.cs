using Hub.Desk.Forms;
using Hub.Desk.Pages.People;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.People;

/// <summary>Asks why somebody looks a person up, before anything is shown, and leads on with the answer.</summary>
public sealed class AskedReason(GivenReason reasons, PageMaking pages)
{
    /// <summary>The reason that came with the address; null, with the page that asks for one, where none did.</summary>
    public (string? Reason, IResult? Ask) Read(HttpRequest request, string address)
    {
        var because = request.Query["because"].FirstOrDefault();
        return reasons.Read(request.HttpContext.Caller(), because) is { } reason
            ? (reason, null)
            : (null, pages.Show<WhyPage>(request, new WhyModel(address, FormState.Empty, IsGone: because is not null)));
    }

    /// <summary>Takes the answer.</summary>
    /// <param name="address">Where it was asked for.</param>
    /// <param name="onwards">Where to go on with the reason as it travels.</param>
    public async Task<IResult> TakeAsync(HttpRequest request, string address, Func<string, string> onwards, CancellationToken cancellationToken)
    {
        var form = await FormReading.ReadAsync(request, cancellationToken);
        return Reason.Of(form.Value(SearchParameters.Reason)) is { } reason
            ? pages.Done(request, onwards(reasons.Protect(request.HttpContext.Caller(), reason)))
            : pages.Show<WhyPage>(request, new WhyModel(address, form with { Errors = [Reason.Missing] }, IsGone: false), StatusCodes.Status422UnprocessableEntity);
    }
}
