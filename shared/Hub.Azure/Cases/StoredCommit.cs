using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Quarantine;

namespace Hub.Azure.Cases;

/// <summary>
/// A document of container <c>cases</c>, as somebody who goes over many finds it: one that cannot be read must be seen by
/// people and hold up none of the others.
/// </summary>
/// <param name="Commit">Null where it is not a commit as this hub writes them.</param>
internal readonly record struct StoredCommit(string Case, string Id, CommitDocument? Commit)
{
    /// <summary>The topic and subscription such an item of the quarantine names: there is no such topic, so it cannot be sent again.</summary>
    private const string Container = CommitDocument.Container;
    private const string Follower = "relay";

    public static StoredCommit Of(CaseChange change) => new(change.Case, change.Id, OrNull(() =>
        CaseId.TryParse(change.Case, null, out var id) && int.TryParse(change.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new() { Id = change.Id, Case = id, N = n, Body = change.Body?.Deserialize<CommitBody>(StoredJson.Options)! }
            : null));

    public static StoredCommit Of(JsonElement document) => new(TextOf(document, "case"), TextOf(document, "id"), OrNull(() => document.Deserialize<CommitDocument>(StoredJson.Options)));

    /// <summary>What people are shown of a document that cannot be read: where it lies. Twice makes one item.</summary>
    public QuarantineItem ToQuarantine(DateTimeOffset now) => new()
    {
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Container}\n{Case}\n{Id}")))[..32],
        Topic = Container,
        Subscription = Follower,
        MessageId = Id,
        Body = JsonSerializer.Serialize(new { Case, Id }, StoredJson.Options),
        Code = "unreadable-commit",
        Reason = "A commit of a case cannot be read: what it tells reached nobody, and the case may not open. Ask those who run the hub to mend the document; then discard this.",
        At = now,
    };

    private static CommitDocument? OrNull(Func<CommitDocument?> read)
    {
        try
        {
            return read() is { Body: { } body } commit && CaseVersion.TryParse(body.Version, out _) && body.AllEvents.All(Hub.Messaging.OutgoingEvent.CanLeave)
                && (commit.OutAt is not { } at || Moments.IsMoment(at)) ? commit : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextOf(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
