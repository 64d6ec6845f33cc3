using Hub.Accuracy.Runs;
using Spectre.Console;

namespace Hub.Accuracy.Output;

/// <summary>The worst mistakes with both values: made for public or generated data, where values may be shown.</summary>
internal static class MistakeList
{
    public static void Write(IAnsiConsole console, IEnumerable<Mistake> mistakes)
    {
        foreach (var m in mistakes)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{m.Kind}[/] {m.Reported} / {m.Registered}: {m.Names}; {Show.Bits(m.Bits)} bits, {m.Marks}");
            if (m.Evidence is not { } evidence)
            {
                continue;
            }

            var table = new Table().Border(TableBorder.Minimal).AddColumns("field", "level").AddColumn(new TableColumn("bits").RightAligned()).AddColumns("reported", "registered");
            table.AddRow("prior", "", Show.Bits(evidence.PriorBits), "", "");
            foreach (var field in evidence.Fields)
            {
                table.AddRow(Markup.Escape(field.Field), Markup.Escape(field.Level), Show.Bits(field.Bits), Markup.Escape(field.Reported ?? ""), Markup.Escape(field.Registered ?? ""));
            }

            table.AddRow("total", "", Show.Bits(evidence.TotalBits), "", "");
            console.Write(table);
        }
    }
}
