using Hub.Matching;
using Hub.Nominals;
using Hub.Nominals.Loading;

namespace Hub.Functions.Commands;

/// <summary>Reads a register file into memory, without a data folder.</summary>
internal static class RegisterFile
{
    private const int BatchSize = 10_000;

    /// <summary>Brings all nominals into the index and says how many rows could not be read.</summary>
    /// <exception cref="RegisterFileException">The file as a whole cannot be read.</exception>
    public static async Task<long> ReadAsync(FileInfo file, TimeProvider time, RegisterIndex index, Action<long> tick, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenRead();
        var reader = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? RegisterReader.Csv(stream, time.GetUtcNow())
            : RegisterReader.Ndjson(stream, time.GetUtcNow());
        var batch = new List<Nominal>(BatchSize);
        var (setAside, ticked) = (0L, 0L);
        await foreach (var row in reader.ReadAsync(cancellationToken: cancellationToken))
        {
            switch (row)
            {
                case AcceptedRow accepted:
                    batch.Add(accepted.Nominal);
                    break;
                case RejectedRow:
                    setAside++;
                    break;
            }

            if (batch.Count == BatchSize)
            {
                Apply();
                tick(row.Offset - ticked);
                ticked = row.Offset;
            }
        }

        Apply();
        return setAside;

        void Apply()
        {
            index.Apply(new RegisterChanges(batch, index.Mark + batch.Count));
            batch.Clear();
        }
    }
}
