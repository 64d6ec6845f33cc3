using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hub.Testing.People;

namespace Hub.Testing.Registers;

/// <summary>A register made of people, deltas of it, and reports about those on it before and after the deltas. The same people and seed give the same, to the byte.</summary>
public sealed record MadeRegister
{
    public const string RegisterFile = "register.ndjson";
    public const string DeltasFile = "deltas.ndjson";
    public const string ReportsFile = "reports.ndjson";

    /// <summary>Ids of those who are new in the deltas begin here, far from those of any source.</summary>
    private const int FirstNew = 5_000_000;

    public required ImmutableArray<string> Nominals { get; init; }

    public required ImmutableArray<string> Deltas { get; init; }

    public required ImmutableArray<string> Reports { get; init; }

    /// <summary>The day on which all of it is true.</summary>
    public static DateTimeOffset Usual { get; } = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static MadeRegister Of(IReadOnlyList<SourcePerson> people, ulong seed, DateTimeOffset asOf, int deltas, int reports)
    {
        var day = DateOnly.FromDateTime(asOf.UtcDateTime);
        var made = new MadeNominal(seed, day);
        List<JsonObject> register = [.. people.Select(made.Of)];
        ImmutableArray<string> nominals = [.. register.Select(n => n.ToJsonString())];
        var reporting = new MadeReports(seed, asOf);
        List<string> before = [.. Spread(register.Where(MadeReports.IsChild), reports / 2, seed).Select((n, i) => reporting.Arrest(i + 1, n, null).ToJsonString())];
        var maker = new MadeDeltas(seed, day, register, Newcomers(seed, deltas));
        ImmutableArray<string> changes = [.. maker.Make(deltas).Select(d => d.ToJsonString())];
        var after = Spread(maker.Living.Where(n => MadeReports.IsChild(n) && maker.LastChange.ContainsKey(n["id"]!.GetValue<string>())), reports - (reports / 2), seed)
            .Select((n, i) => reporting.Arrest(before.Count + i + 1, n, maker.LastChange[n["id"]!.GetValue<string>()]).ToJsonString());
        return new MadeRegister { Nominals = nominals, Deltas = changes, Reports = [.. before, .. after] };
    }

    /// <summary>The same of invented people.</summary>
    public static MadeRegister Invented(int nominals, ulong seed, DateTimeOffset asOf, int deltas, int reports) =>
        Of([.. new PeopleGenerator(seed).Register(nominals).Select(SourcePerson.Of)], seed, asOf, deltas, reports);

    private static IEnumerable<SourcePerson> Newcomers(ulong seed, int most) =>
        new PeopleGenerator(seed + 1).Register(most).Select((n, i) => SourcePerson.Of(n) with { Id = $"M-{FirstNew + i}" });

    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, RegisterFile), Lines(Nominals), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, DeltasFile), Lines(Deltas), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, ReportsFile), Lines(Reports), cancellationToken);
    }

    public static MadeRegister Read(string folder)
    {
        return new MadeRegister { Nominals = Of(RegisterFile), Deltas = Of(DeltasFile), Reports = Of(ReportsFile) };

        ImmutableArray<string> Of(string file) => [.. File.ReadLines(Path.Combine(folder, file))];
    }

    private static string Lines(ImmutableArray<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static IEnumerable<JsonObject> Spread(IEnumerable<JsonObject> from, int count, ulong seed) =>
        from.Select(n => (Nominal: n, Order: SeededRandom.For(seed, SeededRandom.Number(n["id"]!.GetValue<string>())).Next()))
            .OrderBy(n => n.Order).ThenBy(n => n.Nominal["id"]!.GetValue<string>(), StringComparer.Ordinal).Take(count).Select(n => n.Nominal);
}
