using System.Collections.Immutable;
using System.Text.Json;
using Hub.Desk.Words;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>
/// A notice's content for people, whatever its kind: whom it is about first, then what it says, then its parts. Members
/// that nobody has words for are shown by their names; none is left out.
/// </summary>
/// <param name="linkOf">Where a member's value can be followed to, such as an earlier case; null where the reader may not.</param>
public sealed class ContentReading(ContentWords words, Func<string, string, string?> linkOf)
{
    /// <summary>Deeper objects are said in one line.</summary>
    private const int MaxDepth = 3;

    private static readonly ImmutableArray<string> Persons = ["subject", "person", "traveller", "travellingWith"];

    public ImmutableArray<ContentGroup> Read(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var own = new List<ContentRow>();
        var groups = new List<(bool IsPerson, ContentGroup Group)>();
        foreach (var member in content.EnumerateObject())
        {
            if (IsGroup(member.Value))
            {
                groups.Add((Persons.Contains(member.Name), new(Labels.Of(member.Name), [.. RowsOf(member.Value, 1)])));
            }
            else
            {
                own.AddRange(RowsOf(member));
            }
        }

        return
        [
            .. groups.Where(g => g.IsPerson).Select(g => g.Group).Where(g => !g.Rows.IsEmpty),
            .. own.Count > 0 ? new[] { new ContentGroup("What is known", [.. own]) } : [],
            .. groups.Where(g => !g.IsPerson).Select(g => g.Group).Where(g => !g.Rows.IsEmpty),
        ];
    }

    private IEnumerable<ContentRow> RowsOf(JsonElement group, int depth)
    {
        foreach (var member in group.EnumerateObject())
        {
            if (IsGroup(member.Value) && depth < MaxDepth)
            {
                foreach (var row in RowsOf(member.Value, depth + 1))
                {
                    yield return row with { Label = $"{Labels.Of(member.Name)}: {char.ToLowerInvariant(row.Label[0])}{row.Label[1..]}" };
                }
            }
            else
            {
                foreach (var row in RowsOf(member))
                {
                    yield return row;
                }
            }
        }
    }

    private IEnumerable<ContentRow> RowsOf(JsonProperty member)
    {
        if (member is { Name: "names", Value.ValueKind: JsonValueKind.Array } && member.Value.GetArrayLength() > 0)
        {
            var names = member.Value.EnumerateArray().Select(name => new ContentValue(words.Line(member.Name, name))).ToList();
            yield return new("Name", [names[0]]);
            if (names.Count > 1)
            {
                yield return new("Also known as", [.. names.Skip(1)]);
            }
        }
        else if (member.Value.ValueKind == JsonValueKind.Array)
        {
            yield return new(Labels.Of(member.Name), member.Value.GetArrayLength() == 0
                ? [new("None given")]
                : [.. member.Value.EnumerateArray().Select(item => ValueOf(member.Name, item))]);
        }
        else if (member.Value.ValueKind != JsonValueKind.Null)
        {
            yield return new(Labels.Of(member.Name), [ValueOf(member.Name, member.Value)]);
        }
    }

    private ContentValue ValueOf(string name, JsonElement value) =>
        new(words.Line(name, value), value.ValueKind == JsonValueKind.String ? linkOf(name, value.GetString()!) : null);

    /// <summary>An object that is no single thing, such as a name, an address or a moment.</summary>
    private static bool IsGroup(JsonElement value) => value.ValueKind == JsonValueKind.Object && ContentShapes.Of(value) == ContentShape.Other;
}
