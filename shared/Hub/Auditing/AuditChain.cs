using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Auditing;

/// <summary>
/// Hashes that tie each audit entry to the one before it. Fields are joined with their lengths, so that no two
/// different entries give the same bytes.
/// </summary>
public static class AuditChain
{
    /// <summary>The next entry of a chain.</summary>
    public static AuditEntry Next(AuditHead head, DateTimeOffset at, Actor by, string action, string description, IEnumerable<KeyValuePair<string, string>>? about = null)
    {
        var entry = new AuditEntry
        {
            Sequence = head.Count + 1,
            At = at.ToUniversalTime(),
            By = by,
            Action = action,
            Description = description,
            About = (about ?? []).ToImmutableSortedDictionary(),
            PreviousHash = head.Hash,
            Hash = "",
        };
        return entry with { Hash = HashOf(entry) };
    }

    public static string HashOf(AuditEntry entry)
    {
        var fields = new List<string>
        {
            entry.PreviousHash, Invariant(entry.Sequence), entry.At.UtcDateTime.ToString("O"),
            entry.By.Id, entry.By.Role, entry.Action, entry.Description,
        };
        foreach (var (name, value) in entry.About)
        {
            fields.Add(name);
            fields.Add(value);
        }

        return HashFields(fields);
    }

    public static string HashOf(long sequence, AccessEntry entry, string previousHash) => HashFields(
    [
        previousHash, Invariant(sequence), entry.At.UtcDateTime.ToString("O"), entry.By.Id, entry.By.Role,
        entry.Action, entry.Allowed ? "allowed" : "refused", entry.Subject, entry.Reason ?? "",
    ]);

    /// <summary>The first entry that does not fit its chain, in words; null when the whole chain holds and ends at <paramref name="head"/>.</summary>
    public static string? FirstBreak(IReadOnlyList<AuditEntry> entries, AuditHead head)
    {
        var previous = AuditHead.Empty;
        foreach (var entry in entries)
        {
            if (entry.Sequence != previous.Count + 1)
            {
                return $"Entry {previous.Count + 1} is missing.";
            }

            if (entry.PreviousHash != previous.Hash || entry.Hash != HashOf(entry))
            {
                return $"Entry {entry.Sequence} was altered.";
            }

            previous = new AuditHead(entry.Sequence, entry.Hash);
        }

        return previous == head ? null : $"The trail ends at entry {previous.Count}; the case says {head.Count}.";
    }

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Hex SHA-256 over fields joined with their lengths.</summary>
    internal static string HashFields(List<string> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{field.Length}:{field};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
