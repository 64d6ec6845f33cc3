using System.Text.Json;
using Hub.Desk.Words;
using Hub.Nominals;

namespace Hub.Desk.Pages.People;

/// <summary>Changes of records in words.</summary>
public static class RecordChanges
{
    private const int MaxFields = 40;

    public static RecordChange Of(NominalChange change)
    {
        var fields = FieldChange.Between(change.Before, change.After).SelectMany(Parted)
            .Select(f => new FieldRow(FieldWords.Label(f.Path), FieldWords.Value(f.Old), FieldWords.Value(f.New)))
            .Where(f => f.Old is not null || f.New is not null).ToList();
        return new RecordChange
        {
            Heading = Heading(change.Kind),
            At = change.At,
            By = ActorWords.Of(change.Writing.By),
            Source = Source(change.Writing.Source),
            Because = change.Writing.Because,
            Fields = [.. fields.Take(MaxFields)],
            LeftOut = Math.Max(0, fields.Count - MaxFields),
        };
    }

    // A record added is one change: all of it, shown field by field, but for its id and what it is not.
    private static IEnumerable<FieldChange> Parted(FieldChange change) => change is { Path: "$", Old: null, New: { ValueKind: JsonValueKind.Object } all }
        ? all.EnumerateObject().Where(field => field.Name != "id" && field.Value.ValueKind != JsonValueKind.False).SelectMany(Items)
        : [change];

    private static IEnumerable<FieldChange> Items(JsonProperty field) => field.Value.ValueKind == JsonValueKind.Array && field.Value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object)
        ? field.Value.EnumerateArray().Select((item, i) => new FieldChange($"$.{field.Name}[{i}]", null, item))
        : [new FieldChange($"$.{field.Name}", null, field.Value)];

    private static string Heading(NominalChangeKind kind) => kind switch
    {
        NominalChangeKind.Added => "Added to the register",
        NominalChangeKind.Ended => "Time on the register ended",
        NominalChangeKind.Reinstated => "Time on the register runs again",
        NominalChangeKind.Merged => "Merged into another record",
        NominalChangeKind.Split => "Taken out of the record it was merged into",
        _ => "Changed",
    };

    private static string Source(string source) => source switch
    {
        "api" => "sent by its source",
        "hub" => "the hub's own",
        _ => source,
    };
}
