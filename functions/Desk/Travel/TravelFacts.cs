using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Travel;
using Hub.Desk.Pages.TravelHistory;
using Hub.Desk.Words;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Nominals;
using Hub.Time;

namespace Hub.Functions.Desk.Travel;

/// <summary>Puts together what is known of a person's travel, as far as one reader may know it. Whatever is read is in the access log first.</summary>
public sealed class TravelFacts(INominalRegister register, ICaseStore cases, JourneyCards cards, Access access, Reads reads, TimeProvider time)
{
    public const int PageSize = 10;

    /// <param name="asked">A register's id.</param>
    /// <param name="basis">Why it is read, and what carries that on.</param>
    /// <param name="page">1 for the newest journeys.</param>
    /// <returns>Null where the register has no such record.</returns>
    public async Task<TravelHistoryModel?> ReadAsync(Caller caller, string asked, (string Reason, string Query) basis, int page, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadTravel, $"nominal:{asked}", basis.Reason, cancellationToken);
        if (await register.FindAsync(asked, cancellationToken) is not { } nominal)
        {
            return null;
        }

        if (nominal.Id != asked)
        {
            await reads.AllowedAsync(caller, Operation.ReadTravel, $"nominal:{nominal.Id}", basis.Reason, cancellationToken);
        }

        var file = await cases.ReadAsync(TravelRecords.IdOf(nominal.Id), cancellationToken);
        var travel = new KnownTravel(nominal, file is null ? new TravelRecord { Nominal = nominal.Id } : Records.StateOf<TravelRecord>(file));
        var told = file is not null && access.MayReach(caller, Operation.ReadReport, file) ? file.Notices : [];
        var newest = travel.Record.Journeys.Length - ((page - 1) * PageSize);
        return new TravelHistoryModel
        {
            Nominal = nominal.Id,
            Asked = nominal.Id == asked ? null : asked,
            Who = await WhoAsync(caller, nominal, basis.Reason, cancellationToken),
            Because = basis.Query,
            Duties = [.. nominal.NotificationPeriods.Select(Duty)],
            Picture = JourneyPicture.Of(travel.Rows(), nominal.NotificationPeriods, LondonTime.DateOf(time.GetUtcNow())),
            Journeys = await cards.MakeAsync(caller, travel, Math.Max(0, newest - PageSize), Math.Max(0, newest), told, cancellationToken),
            Unseen = page == 1 ? [.. travel.Unseen().Take(PageSize).Select(travel.Words)] : [],
            Page = page,
            HasNext = newest > PageSize,
            Notify = access.MayCall(caller, Operation.NotifyTravel) ? FormState.Empty : null,
        };
    }

    private async Task<ShownTraveller?> WhoAsync(Caller caller, Nominal nominal, string reason, CancellationToken cancellationToken)
    {
        if (!access.MayCall(caller, Operation.ReadNominal))
        {
            return null;
        }

        await reads.AllowedAsync(caller, Operation.ReadNominal, $"nominal:{nominal.Id}", reason, cancellationToken);
        return TravellerWords.Of(nominal.Names is [var name, ..] ? name.ToString() : "", nominal.Born, nominal.Sex, []);
    }

    private static string Duty(NotificationPeriod period) =>
        $"Has to notify travel from {LondonTime.Words(period.From)}{(period.To is { } to ? $" to {LondonTime.Words(to)}, both days included" : ", with no end known")}.";
}
