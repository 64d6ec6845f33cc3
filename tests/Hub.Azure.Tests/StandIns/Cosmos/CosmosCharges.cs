using System.Net;

namespace Hub.Azure.Tests.StandIns.Cosmos;

/// <summary>One request answered (or carried out and its answer lost) and its price in request units.</summary>
public sealed record CosmosCharge(CosmosRequest Request, HttpStatusCode Status, double RequestUnits)
{
    public string? Container => Request.Container;
    public CosmosOperation Operation => Request.Operation;
}

/// <summary>Every request the stand-in answered since the last <see cref="Clear"/>, handshake and query plans too.</summary>
public sealed class CosmosCharges
{
    private readonly Lock _gate = new();
    private readonly List<CosmosCharge> _all = [];

    public IReadOnlyList<CosmosCharge> All
    {
        get { lock (_gate) return [.. _all]; }
    }

    /// <summary>The same without handshake, definitions and query plans, of which the client asks when it pleases.</summary>
    public IEnumerable<CosmosCharge> OfItems => All.Where(charge => charge.Operation is not (CosmosOperation.Metadata or CosmosOperation.QueryPlan));

    public double Total
    {
        get { lock (_gate) return _all.Sum(charge => charge.RequestUnits); }
    }

    public double TotalOf(Func<CosmosCharge, bool> which)
    {
        lock (_gate) return _all.Where(which).Sum(charge => charge.RequestUnits);
    }

    public void Clear()
    {
        lock (_gate) _all.Clear();
    }

    internal void Add(CosmosCharge charge)
    {
        lock (_gate) _all.Add(charge);
    }
}
