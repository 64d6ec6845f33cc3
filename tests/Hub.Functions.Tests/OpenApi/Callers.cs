using Hub.Functions.Commands;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>Those who call the hub in these tests.</summary>
internal static class Callers
{
    public static TokenWish Custody { get; } = new("feed", Feed: "arrests", Name: "custody-system");

    public static TokenWish Register { get; } = new("feed", Feed: "register", Name: "register-system");

    public static TokenWish Supervisor { get; } = new("supervisor", Name: "supervisor-1");

    public static TokenWish Auditor { get; } = new("auditor", Name: "auditor-1");

    public static TokenWish Yot(string borough) => new("yotOfficer", Borough: borough, Name: $"yot-{borough}");

    public static TokenWish Desk(string borough) => new("ppdOfficer", Borough: borough, Name: $"ppd-{borough}");

    public static TokenWish Compass { get; } = new("agency", Agency: "compass", Name: "compass-1");
}
