using System.Collections.Immutable;
using Hub.Accuracy.Maps;
using Hub.Matching;

namespace Hub.Accuracy.Sets;

/// <summary>What is to be scored: persons screened against a register, and who is who.</summary>
/// <param name="Register">Rows of the register.</param>
/// <param name="Queries">Rows screened against it; the register's own when deduplicating.</param>
/// <param name="RegisterEntities">The entity of each register row.</param>
/// <param name="QueryEntities">The entity of each query.</param>
/// <param name="Purpose">What the product is asked for.</param>
internal sealed record LinkageTask(
    ImmutableArray<LabelledRow> Register,
    ImmutableArray<LabelledRow> Queries,
    int[] RegisterEntities,
    int[] QueryEntities,
    MatchPurpose Purpose)
{
    /// <summary>A register compared with itself: a pair counts once, a row with itself not at all.</summary>
    public bool IsWithin => Purpose == MatchPurpose.Deduplication;

    public long TruePairs => IsWithin ? Metrics.TruePairs.Within(RegisterEntities) : Metrics.TruePairs.Across(RegisterEntities, QueryEntities);

    /// <summary>Whether some who are asked about are not on the register, so that there can be false alarms.</summary>
    public bool HasStrangers => !IsWithin && QueryEntities.Contains(EntityNumbers.None);

    public bool IsTrue(int query, int register) =>
        QueryEntities[query] != EntityNumbers.None && QueryEntities[query] == RegisterEntities[register];

    public static LinkageTask Dedupe(LabelledSet set)
    {
        var numbers = new EntityNumbers();
        int[] entities = [.. set.Rows.Select(r => numbers.Number(r.Entity))];
        Require(entities, set, MapFields.Entity);
        return new LinkageTask(set.Rows, set.Rows, entities, entities, MatchPurpose.Deduplication);
    }

    public static LinkageTask Link(LabelledSet register, LabelledSet queries)
    {
        var numbers = new EntityNumbers();
        int[] left = [.. register.Rows.Select(r => numbers.Number(r.Entity))];
        int[] right = [.. queries.Rows.Select(r => numbers.Number(r.Entity))];
        Require(left, register, MapFields.Entity);
        Require(right, queries, MapFields.Entity);
        return new LinkageTask(register.Rows, queries.Rows, left, right, MatchPurpose.ArrestRouting);
    }

    /// <summary>A manifest's truth names a row of the register by its id, or by its entity; empty where not on it.</summary>
    public static LinkageTask Screen(LabelledSet register, LabelledSet manifest)
    {
        var numbers = new EntityNumbers();
        int[] left = [.. register.Rows.Select(r => numbers.Number(r.Entity ?? $"id {r.Id}"))];
        var named = register.Rows.Where(r => r.Entity is not null).DistinctBy(r => r.Entity).ToDictionary(r => r.Entity!, r => left[r.Number]);
        foreach (var row in register.Rows)
        {
            named[row.Id] = left[row.Number];
        }

        int[] right = [.. manifest.Rows.Select(r => named.GetValueOrDefault(r.Truth ?? r.Entity ?? "", EntityNumbers.None))];
        foreach (var row in manifest.Rows.Where(r => (r.Truth ?? r.Entity) is not null && right[r.Number] == EntityNumbers.None))
        {
            manifest.Counts.Add(row.Truth is not null ? "truth: names nobody on the register, taken as not on it" : "entity: not on the register");
        }

        Require(right, manifest, MapFields.Truth);
        return new LinkageTask(register.Rows, manifest.Rows, left, right, MatchPurpose.BorderScreening);
    }

    private static void Require(int[] entities, LabelledSet set, string field)
    {
        if (entities.All(e => e == EntityNumbers.None))
        {
            throw new MapException($"{set.File}: no row has a known {field}. Name its column, and where needed its pattern, in the map.");
        }
    }
}
