using System.Collections.Immutable;
using System.Text.Json;
using Hub.Json;

namespace Hub.Nominals;

/// <summary>Reads a batch of deltas as its source writes it.</summary>
public static class DeltaReading
{
    private const int MaxSourceLength = 32;
    private const string Ops = "upsert, change, end, merge, split";

    /// <summary>Reads a batch, adding what is wrong to the fields' errors; what is returned counts only where there are none.</summary>
    /// <param name="now">See <see cref="NominalJson.Read"/>.</param>
    public static DeltaBatch Read(JsonFields fields, DateTimeOffset now)
    {
        var source = fields.RequiredText("source", MaxSourceLength);
        if (source.Length > 0 && !IsSource(source))
        {
            fields.Refuse("source", "invalid-source", "Expected a name of lower-case letters, digits and hyphens that begins with a letter.");
        }

        var after = Number(fields, "after");
        var last = after;
        var deltas = ImmutableArray.CreateBuilder<Delta>();
        foreach (var item in fields.RequiredObjects("deltas", DeltaBatch.MaxDeltas))
        {
            var sequence = Number(item, "sequence");
            if (sequence is { } number)
            {
                if (number <= last)
                {
                    item.Refuse("sequence", "sequence-not-rising", "Not greater than what comes before it: the sequence of the delta before, or after for the first.");
                }

                last = number;
            }

            if (ReadDelta(item, sequence ?? 0, now) is { } delta)
            {
                deltas.Add(delta);
            }
        }

        return new DeltaBatch(source, after ?? 0, deltas.ToImmutable());
    }

    /// <summary>Whether a source may be called that.</summary>
    public static bool IsSource(string name) =>
        name.Length is > 0 and <= MaxSourceLength && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static Delta? ReadDelta(JsonFields item, long sequence, DateTimeOffset now)
    {
        var op = item.RequiredText("op", NominalJson.MaxCodeLength);
        switch (op)
        {
            case "upsert":
                return new Delta.Upsert(sequence, NominalJson.Read(item.RequiredObject("nominal"), now, null));
            case "change":
                return new Delta.Change(sequence, Id(item, "id"), Moments.RequiredPassed(item, "updated", now), Patch(item));
            case "end":
                return new Delta.End(sequence, Id(item, "id"), Moments.RequiredPassed(item, "at", now));
            case "merge":
                return new Delta.Merge(sequence, Id(item, "id"), Id(item, "into"));
            case "split":
                return new Delta.Split(sequence, Id(item, "id"));
            case "":
                return null;
            default:
                item.Refuse("op", FieldErrorCode.NotOneOf, $"Expected one of: {Ops}.");
                return null;
        }
    }

    /// <summary>What it sets is read once it is known on what; only text that is none would not keep until then.</summary>
    private static JsonElement Patch(JsonFields item)
    {
        item.RequiredObject("set");
        var patch = item.Raw("set");
        if (!IsText(patch))
        {
            item.Refuse("set", FieldErrorCode.InvalidText, "Not valid Unicode.");
        }

        return patch;
    }

    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(field => IsText(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(IsText),
        JsonValueKind.String => value.TryGetText(out _),
        _ => true,
    };

    private static string Id(JsonFields item, string name) => item.RequiredText(name, NominalJson.MaxIdLength);

    private static long? Number(JsonFields fields, string name)
    {
        var before = fields.Errors.Count;
        var number = fields.Long(name, 0, long.MaxValue - 1);
        if (number is null && fields.Exists && fields.Errors.Count == before)
        {
            fields.Refuse(name, FieldErrorCode.Required, "Required.");
        }

        return number;
    }
}
