using System.Text.Json;
using Hub.Json;

namespace Hub.Nominals;

/// <summary>A nominal as the register stores it.</summary>
public static class NominalContent
{
    public static byte[] Write(Nominal nominal) => JsonSerializer.SerializeToUtf8Bytes(nominal, HubJson.Options);

    public static Nominal Read(ReadOnlySpan<byte> stored) => JsonSerializer.Deserialize<Nominal>(stored, HubJson.Options)!;

    /// <summary>Whether two records say the same of the person, whenever the source last spoke of it.</summary>
    public static bool IsSame(Nominal a, Nominal b) => HubJson.SaySame(a with { Updated = b.Updated }, b);
}
