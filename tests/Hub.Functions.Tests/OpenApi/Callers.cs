using Hub.Functions.Commands;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>Those who call the hub in these tests.</summary>
internal static class Callers
{
    public static TokenWish Custody { get; } = new("feed", Feed: "arrests", Name: "custody-system");

    public static TokenWish Interpol { get; } = new("feed", Feed: "deported-offenders", Name: "interpol-london");

    public static TokenWish Register { get; } = new("feed", Feed: "register", Name: "register-system");

    public static TokenWish Supervisor { get; } = new("supervisor", Name: "supervisor-1");

    public static TokenWish Auditor { get; } = new("auditor", Name: "auditor-1");

    public static TokenWish Yot(string borough) => new("yotOfficer", Borough: borough, Name: $"yot-{borough}");

    public static TokenWish Desk(string borough) => new("ppdOfficer", Borough: borough, Name: $"ppd-{borough}");

    public static TokenWish Border { get; } = new("borderLiaison", Name: "jboc-3");

    public static TokenWish Carrier { get; } = new("feed", Feed: "manifests", Name: "carrier-system");

    public static TokenWish Jigsaw(string? borough = null) => new("jigsawOfficer", Borough: borough, Name: $"jigsaw-{borough ?? "central"}");

    public static TokenWish Cait(string borough) => new("agency", Borough: borough, Agency: "cait", Name: $"cait-{borough}");

    public static TokenWish Compass { get; } = new("agency", Agency: "compass", Name: "compass-1");
}
