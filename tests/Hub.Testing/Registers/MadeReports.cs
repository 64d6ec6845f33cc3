using System.Text.Json.Nodes;
using Hub.Testing.People;

namespace Hub.Testing.Registers;

/// <summary>Makes arrest notices about the children of a made register, as custody sends them. <c>about</c> and <c>afterSequence</c> are for whoever checks; the hub does not read them.</summary>
public sealed class MadeReports(ulong seed, DateTimeOffset asOf)
{
    private const ulong Stream = 13;

    /// <summary>Who is on the register as it was loaded, or as a delta left them; every tenth nobody but by name alike.</summary>
    /// <param name="after">The delta after which the person is as the notice says; null: from the beginning.</param>
    public JsonObject Arrest(int number, JsonObject nominal, long? after)
    {
        var random = SeededRandom.For(seed, Stream, (ulong)number);
        var name = nominal["names"]![0]!;
        var subject = new JsonObject
        {
            ["surname"] = name["surname"]!.DeepClone(),
            ["given"] = name["given"]!.DeepClone(),
            ["born"] = nominal["born"]!.DeepClone(),
            ["addresses"] = new JsonArray(nominal["addresses"]![0]!.DeepClone()),
            ["occupation"] = nominal["occupation"]!.DeepClone(),
        };
        foreach (var known in new[] { "sex", "pncId" })
        {
            if (nominal[known] is { } value && (known == "sex" || random.Chance(500)))
            {
                subject[known] = value.DeepClone();
            }
        }

        var report = new JsonObject
        {
            ["reference"] = $"MADE/{number:D6}",
            ["custodyRecord"] = $"01MD/{number:D6}/{asOf:yy}",
            ["station"] = "Made custody",
            ["arrestBorough"] = "Camden",
            ["arrestedAt"] = $"{asOf.UtcDateTime.AddMinutes(-30 - random.Below(600)):yyyy-MM-ddTHH:mm:ss}Z",
            ["subject"] = subject,
            ["offences"] = new JsonArray(new JsonObject { ["code"] = "TH68010", ["description"] = "Theft from shop" }),
            ["disposal"] = "released under investigation",
            ["riskFlags"] = new JsonArray(),
            ["about"] = nominal["id"]!.DeepClone(),
        };
        if (after is { } sequence)
        {
            report["afterSequence"] = sequence;
        }

        return report;
    }

    /// <summary>Whether a notice of an arrest may be about this nominal: a child with a date of birth.</summary>
    public static bool IsChild(JsonObject nominal) => nominal["registers"]!.AsArray() is [var register] && register!.GetValue<string>() == "yot" && nominal["born"] is not null;
}
