using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>What the client takes for the gateway: reads the request, lets the faults have their say, answers, and notes the charge.</summary>
internal sealed class GatewayHandler(Account account, CosmosFaults faults, CosmosCharges charges) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield(); // Real requests leave the caller's thread; races show only so.
        var wire = await WireRequest.Read(request, cancellationToken);
        CosmosRequest described;
        try
        {
            described = wire.Describe();
        }
        catch (Refusal refusal)
        {
            return Answer.Of(refusal).ToHttp(request);
        }
        if (faults.Refusal(described) is { } refused)
        {
            charges.Add(new CosmosCharge(described, refused.Status, 0));
            return refused.ToHttp(request);
        }
        await faults.RunHooks(described);
        cancellationToken.ThrowIfCancellationRequested();
        Answer answer;
        try
        {
            answer = Serve(wire, described);
        }
        catch (Refusal refusal)
        {
            answer = Answer.Of(refusal);
        }
        answer = answer with { Charge = Math.Round(answer.Charge, 2) }; // As it is told.
        charges.Add(new CosmosCharge(described, answer.Status, answer.Charge));
        return faults.Loses(described) ? throw new HttpRequestException("The stand-in was told to lose this response.") : answer.ToHttp(request);
    }

    private Answer Serve(WireRequest request, CosmosRequest described)
    {
        if (!request.IsDocuments) return MetadataRoutes.Serve(account, request);
        var collection = account.Find(request.Path[1]).Find(request.Path[3]);
        var answer = described.Operation switch
        {
            CosmosOperation.QueryPlan => QueryRoutes.Plan(request),
            CosmosOperation.Query => QueryRoutes.Query(collection, request),
            CosmosOperation.ChangeFeed => ChangeFeedRoute.Serve(collection, request),
            CosmosOperation.Batch => ItemRoutes.Batch(collection, request),
            _ => ItemRoutes.Point(collection, request, described),
        };
        return answer with { Lsn = answer.Lsn ?? collection.Lsn };
    }
}
