using System.Runtime.CompilerServices;

namespace Hub.Border.Manifests.Csv;

/// <summary>
/// Reads the list of manifest matches that JBOC staff type themselves, in CSV: the columns of a manifest, and
/// <c>reference</c>, <c>visor</c>, <c>pncId</c> and <c>remarks</c>: see the README of the folder above.
/// </summary>
public static class MatchListCsv
{
    public const int MaxRows = 1_000;

    /// <summary>Longest file, in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>The rows in order. Whether each is a match the hub takes, the API's own reading says.</summary>
    /// <param name="context">What is stated beside the file is of no account here: every row says its own flight.</param>
    /// <exception cref="ManifestRefusedException">The file as a whole cannot be used; what was yielded before counts for nothing.</exception>
    public static async IAsyncEnumerable<MatchListItem> ReadAsync(
        Stream content, ManifestContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.OpenAsync(content, cancellationToken);
        var columns = ManifestColumns.OfMatches(table);
        if (!columns.Has("reference"))
        {
            throw new ManifestRefusedException(table.HeaderAt, "header-missing", $"A list of matches needs a column reference. Found: {columns.Found}.");
        }

        var references = new HashSet<string>();
        var rows = 0;
        await foreach (var line in table.RowsAsync(cancellationToken))
        {
            if (++rows > MaxRows || line.Offset > MaxLength)
            {
                throw new ManifestRefusedException(
                    new ManifestPlace(line.Line), "list-too-long", $"A list of matches has at most {MaxRows} rows and {MaxLength / 1024} KB. Send it in parts.");
            }

            if (line.Values is not { } values)
            {
                yield return new MatchListItem.SetAside(line.Line, "row-malformed", table.WhyMalformed);
                continue;
            }

            var row = new RowFields(columns, values, context.Now);
            var reference = Reference(row, references);
            var body = reference is null ? null : MatchJson.Read(row, reference, context);
            yield return row.Problem is { } problem
                ? new MatchListItem.SetAside(line.Line, problem.Code, problem.Reason)
                : new MatchListItem.Match(line.Line, reference!, body!);
        }
    }

    private static string? Reference(RowFields row, HashSet<string> references)
    {
        if (row.Text("reference") is not { } reference)
        {
            row.Refuse("reference-missing", "The row has no reference of its own, by which it would be known again.");
            return null;
        }

        if (!references.Add(reference))
        {
            row.Refuse("reference-repeated", "An earlier row has the same reference.");
        }

        return reference;
    }
}
