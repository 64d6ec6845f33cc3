using System.Text.Json.Nodes;
using Hub.Testing.People;

namespace Hub.Testing.Registers;

/// <summary>
/// Makes deltas of a made register, their sequences rising from 1: changes for the most part, new records, whole records
/// sent again, ends, merges, and splits of what was merged. Each change and each record sent leaves its <see cref="Stamp"/>.
/// </summary>
/// <param name="more">People not on the register yet, taken for new records.</param>
public sealed class MadeDeltas(ulong seed, DateOnly asOf, IReadOnlyList<JsonObject> register, IEnumerable<SourcePerson> more)
{
    private const ulong Stream = 12;

    private static readonly string[] Trades = ["carpenter", "driver", "cook", "cleaner", "clerk", "nurse", "builder", "porter"];
    private static readonly string[] Risks = ["low", "medium", "high", "veryHigh"];

    private static readonly WeightedList<string> Kinds = new([("change", 700), ("new", 100), ("again", 80), ("end", 50), ("merge", 50), ("split", 20)]);

    private readonly List<JsonObject> living = [.. register];
    private readonly List<JsonObject> merged = [];
    private readonly IEnumerator<SourcePerson> newcomers = more.GetEnumerator();
    private readonly MadeNominal made = new(seed, asOf);

    /// <summary>What each nominal is after all deltas made so far, by id; those ended or merged away are not in it.</summary>
    public IEnumerable<JsonObject> Living => living;

    /// <summary>The nominals with the delta that last changed each, for reports about what only a delta brought.</summary>
    public Dictionary<string, long> LastChange { get; } = new(StringComparer.Ordinal);

    public IEnumerable<JsonObject> Make(int count)
    {
        var random = SeededRandom.For(seed, Stream);
        for (var sequence = 1L; sequence <= count; sequence++)
        {
            yield return Next(sequence, Kinds.Pick(random), random);
        }
    }

    private JsonObject Next(long sequence, string kind, SeededRandom random)
    {
        var delta = new JsonObject { ["sequence"] = sequence };
        switch (kind)
        {
            case "new" when newcomers.MoveNext():
                var nominal = made.Of(newcomers.Current);
                living.Add(nominal);
                return Sent(delta, nominal, random);
            case "again":
                return Sent(delta, random.Pick(living), random);
            case "end" when living.Count > 2:
                var ended = Taken(random);
                delta["op"] = "end";
                delta["id"] = Id(ended);
                delta["at"] = At(sequence);
                return delta;
            case "merge" when living.Count > 2:
                var away = Taken(random);
                merged.Add(away);
                delta["op"] = "merge";
                delta["id"] = Id(away);
                delta["into"] = Id(random.Pick(living));
                return delta;
            case "split" when merged.Count > 0:
                var back = merged[random.Below(merged.Count)];
                merged.Remove(back);
                living.Add(back);
                delta["op"] = "split";
                delta["id"] = Id(back);
                return delta;
            default:
                return Changed(delta, random.Pick(living), random);
        }
    }

    private JsonObject Sent(JsonObject delta, JsonObject nominal, SeededRandom random)
    {
        Mark(delta, nominal, random);
        delta["op"] = "upsert";
        delta["nominal"] = nominal.DeepClone();
        return delta;
    }

    private JsonObject Changed(JsonObject delta, JsonObject nominal, SeededRandom random)
    {
        Mark(delta, nominal, random);
        delta["op"] = "change";
        delta["id"] = Id(nominal);
        delta["updated"] = nominal["updated"]!.DeepClone();
        var set = new JsonObject { ["occupation"] = nominal["occupation"]!.DeepClone(), ["addresses"] = nominal["addresses"]!.DeepClone() };
        if (nominal.ContainsKey("rm2000") && random.Chance(500))
        {
            nominal["rm2000"] = random.Pick(Risks);
            set["rm2000"] = nominal["rm2000"]!.DeepClone();
        }

        if (nominal.ContainsKey("markers") && random.Chance(50))
        {
            nominal["markers"] = new JsonArray("missing");
            set["markers"] = new JsonArray("missing");
        }

        delta["set"] = set;
        return delta;
    }

    // Moved, and in new work: both bear the mark, and no former address keeps one.
    private void Mark(JsonObject delta, JsonObject nominal, SeededRandom random)
    {
        var sequence = delta["sequence"]!.GetValue<long>();
        var stamp = Stamp.Of(sequence);
        var old = nominal["addresses"]!.AsArray();
        var addresses = new JsonArray(MadeNominal.Address(random, asOf, stamp: stamp));
        if (old.Count > 0)
        {
            var before = old[0]!.DeepClone().AsObject();
            before["to"] = $"{asOf.AddDays(-1):yyyy-MM-dd}";
            before["lines"] = new JsonArray([.. before["lines"]!.AsArray().Select(line => (JsonNode)Stamp.Without(line!.GetValue<string>()))]);
            before["from"] = Earlier(before["from"]?.GetValue<string>());
            addresses.Add(before);
        }

        nominal["addresses"] = addresses;
        nominal["occupation"] = $"{random.Pick(Trades)} {stamp}";
        nominal["updated"] = At(sequence);
        LastChange[Id(nominal)] = sequence;
    }

    // Who moved twice on one day left the first address the day before.
    private string Earlier(string? from) =>
        from is not null && string.CompareOrdinal(from, $"{asOf:yyyy-MM-dd}") < 0 ? from : $"{asOf.AddDays(-1):yyyy-MM-dd}";

    private JsonObject Taken(SeededRandom random)
    {
        var at = random.Below(living.Count);
        var nominal = living[at];
        living[at] = living[^1];
        living.RemoveAt(living.Count - 1);
        LastChange.Remove(Id(nominal));
        return nominal;
    }

    private string At(long sequence) => $"{asOf.ToDateTime(TimeOnly.MinValue).AddSeconds(sequence):yyyy-MM-ddTHH:mm:ss}Z";

    private static string Id(JsonObject nominal) => nominal["id"]!.GetValue<string>();
}
