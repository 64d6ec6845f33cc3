using System.Net;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary>What became of the lines posted.</summary>
internal sealed class PostSummary
{
    private const int LinesShown = 5;
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, List<long>> refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<long>> unanswered = new(StringComparer.Ordinal);

    public long Accepted { get; private set; }

    public long Refused => refusals.Values.Sum(lines => lines.Count);

    public long Unanswered => unanswered.Values.Sum(lines => lines.Count);

    public void Count(long line, HttpStatusCode? status, string code)
    {
        lock (gate)
        {
            if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
            {
                Accepted++;
                return;
            }

            var into = status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError ? refusals : unanswered;
            if (!into.TryGetValue(code, out var lines))
            {
                into[code] = lines = [];
            }

            lines.Add(line);
        }
    }

    public void Write(IAnsiConsole console)
    {
        console.WriteLine($"Taken in: {Accepted:N0}. Refused: {Refused:N0}. Unanswered: {Unanswered:N0}.");
        if (refusals.Count + unanswered.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Ascii2).AddColumns("Why", "How many", "Lines");
        foreach (var (code, lines) in refusals.Concat(unanswered))
        {
            lines.Sort();
            var shown = string.Join(", ", lines.Take(LinesShown)) + (lines.Count > LinesShown ? ", …" : "");
            table.AddRow(Markup.Escape(code), $"{lines.Count:N0}", shown);
        }

        console.Write(table);
    }
}
