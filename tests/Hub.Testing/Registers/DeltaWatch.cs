using System.Collections.Concurrent;
using System.Text.Json;

namespace Hub.Testing.Registers;

/// <summary>
/// Looks at everything a hub serves while deltas of a made register are applied: a nominal, or the evidence of a
/// match, that shows one of two fields altered together and not the other was half-updated. Safe to use from many threads.
/// </summary>
public sealed class DeltaWatch
{
    private readonly ConcurrentQueue<string> wrong = new();
    private long seen;
    private long marked;

    /// <summary>The last delta the hub acknowledged.</summary>
    public long Acknowledged { get; set; }

    /// <summary>Nominals and matches looked at.</summary>
    public long Seen => Interlocked.Read(ref seen);

    /// <summary>What was wrong, in words without names; empty where all was whole.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>Marked nominals and matches among those looked at: without any, nothing was tried.</summary>
    public long Marked => Interlocked.Read(ref marked);

    /// <param name="nominal">As <c>GET /api/nominals/{id}</c> gives it.</param>
    /// <param name="atLeast">The delta that had been acknowledged before it was asked for; 0 for none.</param>
    public void SeeNominal(JsonElement nominal, long atLeast)
    {
        var (occupation, address) = Stamp.Of(nominal);
        Note("A nominal", occupation, address);
        if (occupation != address)
        {
            wrong.Enqueue($"A nominal served shows {occupation} in its occupation and {address} in its address.");
        }

        if (occupation < atLeast)
        {
            wrong.Enqueue($"A nominal served shows {occupation}; {atLeast} had been acknowledged.");
        }
    }

    /// <param name="item">One of those found by <c>GET /api/nominals?postcode=</c>: its evidence must be of the record beside it.</param>
    public void SeeFound(JsonElement item)
    {
        var nominal = item.GetProperty("nominal");
        SeeNominal(nominal, 0);
        var postcodes = nominal.GetProperty("addresses").EnumerateArray().Select(a => a.TryGetProperty("postcode", out var p) ? Packed(p.GetString()) : "").ToHashSet();
        foreach (var evidence in item.GetProperty("evidence").EnumerateArray().Where(f => f.GetProperty("field").GetString() == "postcode"))
        {
            if (!postcodes.Contains(Packed(evidence.GetProperty("registered").GetString())))
            {
                wrong.Enqueue("A nominal was found by a postcode that the record shown does not have.");
            }
        }
    }

    private static string Packed(string? postcode) => (postcode ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <param name="match">The <c>match</c> of a report.</param>
    /// <param name="about">Whom the report is about; null where that is not known.</param>
    /// <param name="after">The delta that was acknowledged before the report was posted, and left the person as reported; 0 for none.</param>
    public void SeeMatch(JsonElement match, string? about, long after)
    {
        var found = false;
        foreach (var candidate in match.GetProperty("evidence").EnumerateArray())
        {
            var (occupation, address) = (In(candidate, "occupation"), In(candidate, "address"));
            Note("A match", occupation, address);
            if (candidate.GetProperty("nominal").GetString() == about)
            {
                found = true;
                if (after > 0 && (occupation != after || address != after))
                {
                    wrong.Enqueue($"A report posted after delta {after} was acknowledged was matched with {occupation} and {address}.");
                }
            }
        }

        if (after > 0 && !found)
        {
            wrong.Enqueue($"A report posted after delta {after} was acknowledged was not matched with whom it is about.");
        }
    }

    private void Note(string what, long occupation, long address)
    {
        Interlocked.Increment(ref seen);
        Interlocked.Add(ref marked, occupation > 0 ? 1 : 0);
        if (!Stamp.IsWhole(occupation, address))
        {
            wrong.Enqueue($"{what} shows {occupation} in the occupation and {address} in an address.");
        }
    }

    private static long In(JsonElement candidate, string field) => candidate.GetProperty("fields").EnumerateArray()
        .Where(f => f.GetProperty("field").GetString() == field && f.TryGetProperty("registered", out _))
        .Select(f => Stamp.In(f.GetProperty("registered").GetString())).FirstOrDefault();
}
