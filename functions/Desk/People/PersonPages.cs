using System.Collections.Immutable;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Pages.People;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Hub.Nominals;
using Hub.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.People;

/// <summary>One person's record, once it is said why it is looked at.</summary>
public sealed class PersonPages(
    NominalForCaller nominals, DeportedOffenderCases deported, ICaseStore cases, Access access, Reads reads, AskedReason asked, GivenReason reasons, PageMaking pages, TimeProvider time)
{
    [Function("desk_person")]
    [Page]
    [Requires(Operation.ReadNominal)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/people/{id:maxlength(64)}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (reason, ask) = asked.Read(request, PersonAddresses.Record(id));
        if (reason is null)
        {
            return ask!;
        }

        var caller = request.HttpContext.Caller();
        if (await nominals.FindAsync(caller, id, reason, cancellationToken) is not { } nominal)
        {
            return Problems.NotFound("record on the register");
        }

        return pages.Show<PersonPage>(request, new PersonModel
        {
            Name = PersonWords.PrimaryName(nominal.Names),
            Id = nominal.Id,
            AskedFor = nominal.Id == id ? null : id,
            Ended = nominal.Ended,
            Provisional = nominal.Provisional,
            Updated = nominal.Updated,
            Badges = PersonCards.Badges(nominal),
            Sections = PersonSections.Of(nominal, LondonTime.DateOf(time.GetUtcNow())),
            Related = Related(caller, id, nominal, reasons.Protect(caller, reason)),
            Cases = await CasesAsync(caller, nominal, reason, cancellationToken),
        });
    }

    [Function("desk_person_why")]
    [Page]
    [Requires(Operation.ReadNominal)]
    public Task<IResult> Why(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/{id:maxlength(64)}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        asked.TakeAsync(request, PersonAddresses.Record(id), because => PersonAddresses.Record(id, because), cancellationToken);

    private ImmutableArray<RelatedPage> Related(Caller caller, string id, Nominal nominal, string because) =>
    [
        .. access.MayCall(caller, Operation.ReadTravel) ? new[] { new RelatedPage("Their travel", PersonAddresses.Travel(nominal.Id, because)) } : [],
        .. access.MayCall(caller, Operation.ReadNominalHistory) ? new[] { nominal.Id, id }.Distinct().Select(record => new RelatedPage($"How record {record} came to be", PersonAddresses.History(record, because))) : [],
    ];

    private async Task<ImmutableArray<RelatedPage>> CasesAsync(Caller caller, Nominal nominal, string reason, CancellationToken cancellationToken)
    {
        if (!access.MayCall(caller, Operation.ReadDeportedOffender))
        {
            return [];
        }

        var own = ImmutableArray.CreateBuilder<RelatedPage>();
        foreach (var held in await deported.OfPersonAsync(nominal.Id, cancellationToken))
        {
            if (await cases.ReadAsync(held.Id, cancellationToken) is { } file && access.MayReach(caller, Operation.ReadDeportedOffender, file))
            {
                await reads.AllowedAsync(caller, Operation.ReadDeportedOffender, $"case:{held.Id}", reason, cancellationToken);
                own.Add(new RelatedPage($"Case opened {PersonWords.Day(LondonTime.DateOf(held.OpenedAt))}", $"/desk/deported-offenders/{held.Id}", MoveTable.Default.Words(held.State)));
            }
        }

        return own.ToImmutable();
    }
}
