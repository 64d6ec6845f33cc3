namespace Hub.Places;

/// <summary>A place where people land in the United Kingdom: airport, sea port, railway station.</summary>
/// <param name="Code">IATA code of an airport or a railway station (<c>LHR</c>, <c>QQS</c>), UN/LOCODE of a sea port (<c>GBDVR</c>).</param>
/// <param name="Name">As commonly called.</param>
/// <param name="Force">The police force that meets somebody there.</param>
public sealed record PortOfEntry(string Code, string Name, PoliceForce Force)
{
    /// <summary>Whether the Metropolitan Police meets people there itself.</summary>
    public bool IsLondon => Force.Id == PoliceForce.Metropolitan;
}

/// <summary>A territorial police force of the United Kingdom.</summary>
/// <param name="Id">How recipients name it: <c>force:sussex</c>.</param>
/// <param name="Name">As it calls itself.</param>
public sealed record PoliceForce(string Id, string Name)
{
    /// <summary>The Metropolitan Police Service.</summary>
    public const string Metropolitan = "metropolitan";
}
