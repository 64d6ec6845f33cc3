using System.Text;
using System.Text.Json;

namespace Hub.Functions.Commands;

/// <summary>Cuts a file of deltas into batches that the API takes.</summary>
internal static class DeltaBatches
{
    /// <summary>Deltas in one request at the most.</summary>
    public const int MostDeltas = 1_000;

    // Of 4 MB that a request may have, some is left for what stands around the deltas.
    private const int MostBytes = 3_900_000;

    /// <summary>The batches after a mark, in order.</summary>
    /// <exception cref="DeltasStoppedException">A line is no delta, or its sequence does not rise.</exception>
    public static IEnumerable<DeltaBatch> Of(FileInfo file, long mark, int most)
    {
        var (after, last) = (mark, 0L);
        var (number, bytes, skipped) = (0L, 0, 0L);
        var lines = new List<string>();
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            var size = Encoding.UTF8.GetByteCount(line) + 1;
            if (string.IsNullOrWhiteSpace(line))
            {
                skipped += size;
                continue;
            }

            var sequence = Sequence(line, number);
            if (sequence <= last)
            {
                throw new DeltasStoppedException(2, $"Line {number}: its sequence is not above that of the line before. Nothing from this line on was sent.");
            }

            if (sequence <= mark)
            {
                (last, skipped) = (sequence, skipped + size);
                continue;
            }

            if (lines.Count > 0 && (lines.Count == most || bytes + size > MostBytes))
            {
                yield return new DeltaBatch(after, last, lines, bytes + skipped);
                (after, bytes, skipped, lines) = (last, 0, 0, []);
            }

            lines.Add(line);
            (last, bytes) = (sequence, bytes + size);
        }

        if (lines.Count > 0)
        {
            yield return new DeltaBatch(after, last, lines, bytes + skipped);
        }
    }

    private static long Sequence(string line, long number)
    {
        try
        {
            using var delta = JsonDocument.Parse(line);
            if (delta.RootElement.ValueKind == JsonValueKind.Object && delta.RootElement.TryGetProperty("sequence", out var sequence) && sequence.ValueKind == JsonValueKind.Number && sequence.TryGetInt64(out var value) && value > 0)
            {
                return value;
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new DeltasStoppedException(2, $"Line {number} is no delta: a JSON object with a sequence of 1 or more is expected. Nothing from this line on was sent.");
    }
}

/// <summary>Deltas sent together.</summary>
/// <param name="After">The mark they continue from.</param>
/// <param name="Last">The sequence of the last.</param>
/// <param name="Bytes">Bytes of the file they take, with what was passed over before them.</param>
internal sealed record DeltaBatch(long After, long Last, IReadOnlyList<string> Lines, long Bytes);
