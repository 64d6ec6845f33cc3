using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Auditing;

namespace Hub.Nominals;

/// <summary>Ties the changes of a nominal together, so that one altered or taken out later shows, and so does a record altered beside its changes.</summary>
public static class NominalChain
{
    public static NominalChangeKind KindOf(Nominal? before, Nominal after) => (before, after) switch
    {
        (null, _) => NominalChangeKind.Added,
        ({ MergedInto: null }, { MergedInto: not null }) => NominalChangeKind.Merged,
        ({ MergedInto: not null }, { MergedInto: null }) => NominalChangeKind.Split,
        ({ Ended: null }, { Ended: not null }) => NominalChangeKind.Ended,
        ({ Ended: not null }, { Ended: null }) => NominalChangeKind.Reinstated,
        _ => NominalChangeKind.Changed,
    };

    /// <summary>The hash of a change: over all of it but its place in the register's sequence.</summary>
    /// <param name="before">The record before as stored, UTF-8; empty for one added.</param>
    /// <param name="after">The record after as stored, UTF-8.</param>
    public static string HashOf(
        string previousHash, string nominal, int number, DateTimeOffset at, RegisterWriting writing, NominalChangeKind kind, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after) =>
        AuditChain.HashFields(
        [
            previousHash, nominal, number.ToString(CultureInfo.InvariantCulture), at.UtcDateTime.ToString("O"), writing.By.Id, writing.By.Role, writing.Source, writing.Because,
            kind.ToString(), before.IsEmpty ? "" : HashOf(before), HashOf(after),
        ]);

    /// <summary>Follows a nominal's changes from the newest to the first.</summary>
    /// <returns>The first thing that does not fit, in words; null where all of it holds.</returns>
    public static async Task<string?> FirstBreakAsync(NominalHistory newest, Func<string, Task<NominalHistory?>> next)
    {
        var (number, hash, after) = (newest.Head.Count, newest.Head.Hash, newest.Current);
        for (var page = newest; ; page = await next(page.Changes.Continuation!) ?? throw new InvalidOperationException("A nominal went while its changes were read."))
        {
            foreach (var change in page.Changes.Items)
            {
                if (change.Number != number)
                {
                    return $"Change {number} is missing.";
                }

                if (change.Hash != hash || change.After != after || change.Hash != HashOf(change))
                {
                    return $"Change {number}, or the record after it, was altered.";
                }

                (number, hash, after) = (number - 1, change.PreviousHash, change.Before);
            }

            if (page.Changes.Continuation is null)
            {
                return number == 0 && hash.Length == 0 ? null : $"Change {number} is missing.";
            }
        }
    }

    private static string HashOf(NominalChange change) => HashOf(
        change.PreviousHash, change.Nominal, change.Number, change.At, change.Writing, change.Kind,
        change.Before is { } before ? Encoding.UTF8.GetBytes(before) : [], Encoding.UTF8.GetBytes(change.After));

    private static string HashOf(ReadOnlySpan<byte> stored)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stored, hash);
        return Convert.ToHexStringLower(hash);
    }
}
