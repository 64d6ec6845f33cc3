using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Hub.Auditing;
using Hub.Nominals;
using Hub.Paging;

namespace Hub.Azure.Nominals;

public sealed partial class CosmosNominalRegister
{
    private const char List = 'h';

    /// <summary>As the port says. A nominal's changes have numbers without gaps, so each is read by its own.</summary>
    public async Task<NominalHistory?> HistoryAsync(string id, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page.Size, PageRequest.MaxSize);
        var below = page.Continuation is null ? int.MaxValue : NumberOf(page.Continuation);
        if (await reading.FindAsync(id, cancellationToken) is not { } current)
        {
            return null;
        }

        var newest = Math.Min(below - 1, current.Changes);
        var oldest = Math.Max(1, newest - page.Size + 1);

        // What a change made of the record is what the next one found, or what is there now.
        var changes = await PastAsync(id, oldest, Math.Min(newest + 1, current.Changes), cancellationToken);
        var items = new List<NominalChange>(newest - oldest + 1);
        for (var number = newest; number >= oldest; number--)
        {
            // One that is not there is a gap for whoever follows the chain.
            if (changes.TryGetValue(number, out var change))
            {
                items.Add(Change(change, changes.GetValueOrDefault(number + 1)?.Before ?? current.Record));
            }
        }

        return new NominalHistory(new AuditHead(current.Changes, current.Hash), current.Record, new(items, oldest > 1 ? TokenOf(oldest) : null));
    }

    private async Task<Dictionary<int, PastChange>> PastAsync(string id, int from, int to, CancellationToken cancellationToken)
    {
        var nominals = await database.ContainerAsync(RegisterProjection.ContainerName);
        var read = new PastChange?[Math.Max(0, to - from + 1)];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, read.Length),
            new ParallelOptions { MaxDegreeOfParallelism = RegisterProjection.AtOnce, CancellationToken = cancellationToken },
            async (place, stop) => read[place] = (await nominals.FindAsync<PastChange>(id, PastChange.IdOf(from + place), stop))?.Document);
        return read.OfType<PastChange>().ToDictionary(change => change.Number);
    }

    private static NominalChange Change(PastChange change, string after) => new()
    {
        Nominal = change.Nominal,
        Number = change.Number,
        Sequence = change.Made,
        At = change.At,
        Writing = change.How,
        Kind = change.Kind,
        Before = change.Before,
        After = after,
        PreviousHash = change.PreviousHash,
        Hash = change.Hash,
    };

    private static string TokenOf(int number) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{List}{number}")));

    private static int NumberOf(string token) =>
        Base64Url.IsValid(token) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) is [List, .. var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0
            ? read
            : throw new InvalidContinuationException();
}
