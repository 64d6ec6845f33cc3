using System.Globalization;
using CsvHelper;
using Hub.Testing.Registers;

namespace Hub.Accuracy.Sets;

/// <summary>The people of the public screening set: <c>id, given, surname, dob, sex, nationality, passport, middle</c>.</summary>
internal static class ScreeningRegister
{
    public const string Place = "linkage/screen/register_100k.csv";

    /// <param name="folder">The folder of the labelled sets; the file may lie in it, or where the sets keep it.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<SourcePerson> Read(string folder)
    {
        string[] places = [Path.Combine(folder, Place), Path.Combine(folder, "screen", Path.GetFileName(Place)), Path.Combine(folder, Path.GetFileName(Place))];
        var file = places.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException($"There is no {Place} in the folder.");
        using var stream = File.OpenRead(file);
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', HasHeader = false, TrimWhitespace = true });
        string[]? header = null;
        while (csv.Read())
        {
            var row = csv.Current.ToArray();
            if (header is null)
            {
                header = row;
                continue;
            }

            yield return new SourcePerson(
                In(row, "id"),
                [.. new[] { In(row, "given"), In(row, "middle") }.Where(n => n.Length > 0)],
                In(row, "surname"),
                DateOnly.TryParseExact(In(row, "dob"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null,
                In(row, "sex") switch { "M" => "male", "F" => "female", _ => null },
                In(row, "nationality") is { Length: 3 } state ? state : null,
                In(row, "passport"));
        }

        string In(string[] row, string column) => Array.IndexOf(header!, column) is >= 0 and var at && at < row.Length ? row[at] : "";
    }
}
