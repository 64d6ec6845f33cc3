using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Quarantine;
using Hub.Desk.Words;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Hub.Quarantine.Masking;

namespace Hub.Functions.Desk.Quarantine;

/// <summary>Reads one item for a page: masked, with the report it belongs to. Who reads what stands in the access log first.</summary>
public sealed class HeldItems(ICaseStore cases, FeedWords feeds, Timelines timelines, Access access, Reads reads)
{
    public const string List = "/desk/quarantine";

    private const int MaxSteps = 20;

    /// <returns>Null where there is no such item.</returns>
    public async Task<HeldItemModel?> ReadAsync(Caller caller, string id, FormState form, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadQuarantine, $"quarantine:{id}", null, cancellationToken);
        if (await cases.ReadQuarantineAsync(id, cancellationToken) is not { } item)
        {
            return null;
        }

        return new HeldItemModel
        {
            Address = Address(id),
            Words = SubscriptionWords.Of(item.Topic, item.Subscription),
            Reason = item.Reason,
            At = item.At,
            Report = item.Case is { } about ? await ReportAsync(caller, about, cancellationToken) : null,
            Content = BodyMasking.Mask(item.Body),
            Technical = $"Item {item.Id}, code {item.Code}, subscription {item.Topic}/{item.Subscription}.",
            Closure = item.Closure,
            MayClose = access.MayCall(caller, Operation.CloseQuarantine),
            CanReplay = item.IsMessage,
            Form = form,
        };
    }

    public static string Address(string id) => $"{List}/{id}";

    /// <summary>A report, or a record of the hub's own, by its feed and reference.</summary>
    public string Name(CaseFile file) => $"{feeds.Of(file.Feed)} {file.Reference}";

    private async Task<HeldReport?> ReportAsync(Caller caller, CaseId id, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(id, cancellationToken) is not { } file || !access.MayReach(caller, Operation.ReadReport, file))
        {
            return null;
        }

        await reads.AllowedAsync(caller, Operation.ReadReport, $"case:{id}", null, cancellationToken);
        var (whole, audit) = await timelines.ReadAsync(file, cancellationToken);
        return new HeldReport(
            Name(whole),
            Status(whole),
            whole.ReceivedAt,
            whole.Feed == DeportedOffenderCase.Sort && access.MayReach(caller, Operation.ReadDeportedOffender, whole) ? $"/desk/deported-offenders/{id}" : null,
            [.. audit.Reverse().Take(MaxSteps)],
            Math.Max(0, audit.Count - MaxSteps));
    }

    private static string Status(CaseFile file) => file.Status switch
    {
        CaseStatus.Accepted => "It was taken in and not assessed yet.",
        CaseStatus.Assessed => "It has been assessed: the rules ran, and its notices were raised.",
        CaseStatus.Quarantined => "It has not been assessed: nobody was told of what it reports.",
        CaseStatus.Withdrawn => "Its sender took it back.",
        _ => "It is a record of the hub’s own.",
    };
}
