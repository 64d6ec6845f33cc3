using Hub.Border.Manifests;
using Hub.Border.Paxlst;
using Hub.Testing.People;

namespace Hub.Testing.Manifests;

/// <summary>What became of mutated files.</summary>
/// <param name="Files">How many were read.</param>
/// <param name="Refused">Of them, those refused as a whole.</param>
/// <param name="Listed">Persons of all of them.</param>
/// <param name="SetAside">Persons set aside in all of them.</param>
public sealed record FuzzOutcome(long Files, long Refused, long Listed, long SetAside);

/// <summary>An input that made the reader do what it must not.</summary>
public sealed class FuzzFailureException(ulong seed, long iteration, Exception cause)
    : Exception($"Seed {seed}, iteration {iteration}: {cause.GetType().Name}: {cause.Message}", cause);

/// <summary>Feeds the PAXLST reader mutated files: it may only read them or refuse them.</summary>
public sealed class PaxlstFuzz(ulong seed)
{
    private const int Templates = 40;

    private readonly IReadOnlyList<byte[]> _templates = ManifestSamples.Files(seed, Templates);
    private long _iteration = -1;

    /// <summary>The iteration being read, for whoever watches from another thread that it ends.</summary>
    public long Iteration => Volatile.Read(ref _iteration);

    /// <exception cref="FuzzFailureException">With the first iteration that failed; it can be run alone.</exception>
    public async Task<FuzzOutcome> RunAsync(long count, long first = 0)
    {
        var outcome = new FuzzOutcome(0, 0, 0, 0);
        for (var i = first; i < first + count; i++)
        {
            Volatile.Write(ref _iteration, i);
            var random = SeededRandom.For(seed, (ulong)i);
            var file = ManifestMutator.Mutate(random, _templates);
            try
            {
                outcome = await ReadAsync(file, random.Chance(100) ? 1 + random.Below(20) : file.Length + 1, outcome);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new FuzzFailureException(seed, i, e);
            }
        }

        return outcome;
    }

    private static async Task<FuzzOutcome> ReadAsync(byte[] file, int chunk, FuzzOutcome outcome)
    {
        outcome = outcome with { Files = outcome.Files + 1 };
        long items = 0;
        using var stream = new ChunkedStream(file, chunk);
        try
        {
            await foreach (var item in new PaxlstReader().ReadAsync(stream, SmallWorld.Context, CancellationToken.None))
            {
                outcome = item switch
                {
                    ManifestItem.Listed => outcome with { Listed = outcome.Listed + 1 },
                    ManifestItem.SetAside => outcome with { SetAside = outcome.SetAside + 1 },
                    _ => outcome,
                };
                if (++items > file.Length)
                {
                    throw new InvalidOperationException("More items than bytes.");
                }
            }
        }
        catch (ManifestRefusedException)
        {
            outcome = outcome with { Refused = outcome.Refused + 1 };
        }

        return outcome;
    }
}
