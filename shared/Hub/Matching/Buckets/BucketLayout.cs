using System.Globalization;
using System.Text.Json;
using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>How the register is laid out in buckets: what a key is called, how much of it is kept, how it is parted.</summary>
internal static class BucketLayout
{
    /// <summary>Another layout, other keys or other readings of names are another index: it is filled anew beside the one before.</summary>
    public const int Version = 1;

    /// <summary>Packed postings of one document: 16,000 characters as base64, so that with all else it is charged as 16 KB.</summary>
    public const int MostBytes = 12_000;

    private static readonly int[] Limits = [.. Enum.GetValues<BlockingKind>().Select(LargestLimit)];
    private static readonly string[] Names = [.. Enum.GetNames<BlockingKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The mark in the register up to which the buckets are complete; no sender's source has a colon.</summary>
    public static string Feed { get; } = string.Create(CultureInfo.InvariantCulture, $"hub:buckets:{Version}");

    public static string KeyOf(BlockingKey key) => string.Create(CultureInfo.InvariantCulture, $"{Version}.{Names[(int)key.Kind]}.{key.Value:x16}");

    public static string TermsKeyOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{Version}.terms.{part:x2}");

    /// <summary>Whether a key of this kind is passed over where too many share it.</summary>
    public static bool IsLimited(BlockingKind kind) => Limits[(int)kind] < int.MaxValue;

    /// <summary>The most postings of one key that any question can use.</summary>
    public static int Needed(BlockingKind kind) => Math.Min(Limits[(int)kind], CandidateSet.Most);

    /// <summary>
    /// The most postings of one key that are kept. So many more than are needed that a key does not go back and forth: half of
    /// those who have it must go before any is missed.
    /// </summary>
    public static int Kept(BlockingKind kind) => 2 * Needed(kind);

    private static int LargestLimit(BlockingKind kind) => Enum.GetValues<MatchPurpose>()
        .Max(purpose => Math.Max(BlockLimits.Of(purpose, hasBirth: true).Of(kind), BlockLimits.Of(purpose, hasBirth: false).Of(kind)));
}
