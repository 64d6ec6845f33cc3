namespace Hub.Functions.Tests;

/// <summary>An arrest notice as custody sends it: a girl of 15 from Camden, arrested in Islington an hour ago. Tests change what they are about.</summary>
public sealed record Arrest
{
    private static int last;

    public string? Reference { get; init; } = $"TEST/{Interlocked.Increment(ref last)}";

    public string? CustodyRecord { get; init; } = "01IS/00001/26";

    public string? Station { get; init; } = "Islington custody";

    public string? ArrestBorough { get; init; } = "Islington";

    public object? ArrestedAt { get; init; } = TestHub.Start.AddHours(-1);

    public object? Subject { get; init; } = new Child();

    public object? Offences { get; init; } = new[] { new { code = "TH68010", description = "Theft from shop" } };

    public string? Disposal { get; init; } = "released under investigation";

    public string[]? RiskFlags { get; init; } = ["self-harm"];
}

/// <summary>The child of an <see cref="Arrest"/>.</summary>
public sealed record Child
{
    public string? Surname { get; init; } = "Featherstone";

    public string[]? Given { get; init; } = ["Ottilie"];

    public string? Born { get; init; } = "2011-05-19";

    public string? Sex { get; init; } = "female";

    public string? PncId { get; init; }

    public object[]? Addresses { get; init; } = [new { lines = new[] { "12 Mornington Row" }, postcode = "NW1 7RG", borough = "Camden" }];

    public bool? NoFixedAbode { get; init; }

    public static Child WithoutHome { get; } = new() { Addresses = [], NoFixedAbode = true };

    public static Child From(string borough) => new() { Addresses = [new { lines = new[] { "12 Mornington Row" }, borough }] };
}
