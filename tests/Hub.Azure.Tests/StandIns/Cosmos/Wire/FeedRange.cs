namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>There is one physical partition; a range narrower than all of it cannot be told apart here and is refused.</summary>
internal static class FeedRange
{
    public static void Check(WireRequest request)
    {
        if (request.Header("x-ms-documentdb-partitionkeyrangeid") is { } range && range != "0" && !range.EndsWith(",0", StringComparison.Ordinal))
            throw new Refusal(System.Net.HttpStatusCode.Gone, "The requested partition key range does not exist.", subStatus: 1002);
        if (request.Header("x-ms-start-epk") is not (null or "") || request.Header("x-ms-end-epk") is not (null or "FF"))
            throw Refusal.Unknown("a range of hashed partition keys that is not the whole container");
    }
}
