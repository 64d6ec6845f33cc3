using System.Collections.Immutable;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Pages.Deadlines;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Paging;

namespace Hub.Functions.Desk.Deadlines;

/// <summary>The deported offenders who land soon: the beginning of the board of their cases.</summary>
public sealed class ArrivalsAhead(ICaseStore cases, DeportedOffenderCases offenders, Access access, Reads reads)
{
    private const int MaxShown = 20;
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(48);
    private readonly MoveTable table = MoveTable.Default;

    public async Task<ImmutableArray<ArrivalAhead>> ReadAsync(Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var board = await cases.ListCasesAsync(DeportedOffenderCase.Sort, new PageRequest(MaxShown), cancellationToken);
        await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, "deported-offenders", null, cancellationToken);
        return
        [
            .. board.Items
                .Where(file => file.BoardAt <= now + Ahead && access.MayReach(caller, Operation.ReadDeportedOffender, file))
                .Select(file => (file.Id, Lands: file.BoardAt!.Value, State: Records.StateOf<DeportedOffenderCase>(file)))
                .Select(c => new ArrivalAhead($"/desk/deported-offenders/{c.Id}", c.Lands, WhereOf(offenders.Facts(c.State)), table.Words(c.State.State))),
        ];
    }

    private static string WhereOf(CaseFacts facts) => (facts.Arrival?.Flight, facts.Port?.Name ?? facts.Arrival?.Port) switch
    {
        ({ } flight, { } port) => $"Flight {flight} to {port}",
        ({ } flight, null) => $"Flight {flight}, port not known",
        (null, { } port) => $"{port}, flight not known",
        _ => "Flight and port not known",
    };
}
