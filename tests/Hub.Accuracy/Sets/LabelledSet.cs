using System.Collections.Immutable;
using CsvHelper;
using Hub.Accuracy.Maps;

namespace Hub.Accuracy.Sets;

/// <summary>A file of persons with its truth.</summary>
/// <param name="Rows">In the file's order.</param>
/// <param name="Counts">What reading had to put up with.</param>
internal sealed record LabelledSet(string File, ImmutableArray<LabelledRow> Rows, ReadingCounts Counts)
{
    public static LabelledSet Load(string path, PersonMap map)
    {
        try
        {
            using var file = System.IO.File.OpenRead(path);
            return Read(path, file, map);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new MapException($"{path} cannot be read: {e.Message}");
        }
    }

    public static LabelledSet Read(string name, Stream file, PersonMap map)
    {
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = map.Separator, HasHeader = false, TrimWhitespace = true, PoolStrings = true });
        if (!csv.Read())
        {
            throw new MapException($"{name} is empty; a header naming its columns is needed.");
        }

        string[] header = [.. csv.Current.ToArray().Select(h => h.Trim('\uFEFF', ' '))];
        var reader = new PersonReader(map, new HeaderColumns(name, header));
        var rows = ImmutableArray.CreateBuilder<LabelledRow>();
        var ids = new HashSet<string>();
        while (csv.Read())
        {
            var values = csv.Current.ToArray();
            if (values.Length != header.Length)
            {
                reader.Counts.Add(values.Length < header.Length ? "row: fewer values than the header has" : "row: more values than the header has");
                Array.Resize(ref values, Math.Max(values.Length, header.Length));
                values = [.. values.Select(v => v ?? "")];
            }

            rows.Add(Row(reader, values, rows.Count, ids));
        }

        return new LabelledSet(name, rows.ToImmutable(), reader.Counts);
    }

    private static LabelledRow Row(PersonReader reader, string[] values, int number, HashSet<string> ids)
    {
        var id = reader.Text(MapFields.Id, values) ?? $"row-{number + 1}";
        if (!ids.Add(id))
        {
            reader.Counts.Add("id: given twice, numbered");
            id = $"{id}#{number + 1}";
            ids.Add(id);
        }

        return new LabelledRow(
            number, id, reader.Text(MapFields.Entity, values), reader.Text(MapFields.Truth, values), reader.Text(MapFields.Category, values), reader.Read(values));
    }
}
