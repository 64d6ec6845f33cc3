using System.Globalization;
using Hub.Embedded.Hosting.Wiring;
using Hub.Messaging;

namespace Hub.Embedded.Hosting;

/// <summary>What runs and by what it is triggered, for a person to read at the start.</summary>
internal static class StartTable
{
    public static void Write(TextWriter writer, FunctionPlan plan, Uri address, string blobRoot, DateTimeOffset now)
    {
        writer.WriteLine($"Listening on {address}");
        Section(writer, "HTTP", plan.Http
            .OrderBy(f => f.Route.Text, StringComparer.Ordinal)
            .Select(f => (string[])[string.Join(" ", f.Methods), "/" + f.Route.Text, f.Function.Name]));
        Section(writer, "Subscriptions", plan.ServiceBus
            .OrderBy(f => f.Address.ToString(), StringComparer.Ordinal)
            .Select(f => (string[])[f.Address.ToString(), f.Address.DeadLetters ? "dead letters" : Filter(f.Declaration.Filter), f.Function.Name]));
        Section(writer, "Timers", plan.Timers
            .Select(f => (string[])[f.Schedule.Text, Moment(f.Schedule.Next(now)) + (f.RunOnStartup ? ", and now" : ""), f.Function.Name]));
        Section(writer, "Change feeds", plan.ChangeFeeds
            .Select(f => (string[])[$"{f.Feed.Database}/{f.Feed.Container}", TypeNames.Of(f.Feed.ItemType), f.Function.Name]));
        Section(writer, "Blobs", plan.Blobs
            .Select(f => (string[])[f.Pattern.Text, Path.Combine(blobRoot, f.Pattern.Container), f.Function.Name]));
    }

    private static string Filter(SubscriptionFilter filter) => filter.AnyOf.IsEmpty
        ? "everything"
        : string.Join(" and ", filter.AnyOf.Select(p => $"{p.Key} in {string.Join(", ", p.Value)}"));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("'next' yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Section(TextWriter writer, string title, IEnumerable<string[]> lines)
    {
        string[][] rows = [.. lines];
        if (rows.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(title);
        var first = rows.Max(r => r[0].Length);
        var second = rows.Max(r => r[1].Length);
        foreach (var row in rows)
        {
            writer.WriteLine($"  {row[0].PadRight(first)}  {row[1].PadRight(second)}  {row[2]}");
        }
    }
}
