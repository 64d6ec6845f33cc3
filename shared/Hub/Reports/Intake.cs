using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Archive;
using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Places;

namespace Hub.Reports;

/// <summary>
/// Takes a report in: reads it, checks all of it, keeps the bytes as received, and commits the case with the event
/// that sets the rest going. Once it answers <see cref="IntakeOutcome.Accepted"/> the report cannot be lost.
/// </summary>
public sealed class Intake(FeedCatalog feeds, ICaseStore cases, IArchive archive, AuthorityDirectory authorities, TimeProvider time)
{
    /// <summary>
    /// The largest report taken, as stored. A notice may show the whole of it: with this, a case and seven such notices
    /// fit one commit, so that nothing is taken in that cannot then be told.
    /// </summary>
    public const int MaxReportBytes = 128 * 1024;

    /// <exception cref="ArgumentException">There is no such feed.</exception>
    public async Task<IntakeOutcome> AcceptAsync(string feedName, ReadOnlyMemory<byte> body, Actor sender, CancellationToken cancellationToken)
    {
        var feed = feeds.Find(feedName) ?? throw new ArgumentException($"There is no feed {feedName}.", nameof(feedName));
        if (!JsonBody.TryParse(body, out var document, out var malformed))
        {
            return new IntakeOutcome.Malformed(malformed);
        }

        using (document)
        {
            return await AcceptAsync(feed, document.RootElement, body, sender, cancellationToken);
        }
    }

    private async Task<IntakeOutcome> AcceptAsync(IFeed feed, JsonElement root, ReadOnlyMemory<byte> body, Actor sender, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var fields = new JsonFields(root);
        if (feed.Read(fields, new ReadingContext(now, authorities)) is not { } read)
        {
            return new IntakeOutcome.Refused([.. fields.Errors]);
        }

        if (JsonMarshal.GetRawUtf8Value(read.Content).Length > MaxReportBytes)
        {
            return new IntakeOutcome.Refused([new("$", FieldErrorCode.TooLong, $"Longer than {MaxReportBytes / 1024} KB in what the hub keeps of it.")]);
        }

        var id = CaseId.For(feed.Name, read.Reference);
        var hash = CanonicalJson.Hash(root);
        if (await cases.ReadAsync(id, cancellationToken) is { } first)
        {
            // Before anything is archived: of a report that is not taken in, nothing is kept.
            return Repeated(first, hash);
        }

        var file = new CaseFile
        {
            Id = id,
            Feed = feed.Name,
            Reference = read.Reference,
            Sender = sender.Id,
            Status = CaseStatus.Accepted,
            OccurredAt = read.OccurredAt,
            ReceivedAt = now,
            ContentHash = hash,
            Raw = await archive.PutAsync(body, cancellationToken),
            Report = read.Content,
        };
        var edit = new CaseEdit(file, sender, now);
        edit.Audit("report.accepted", $"Report taken in from feed {feed.Name}; original kept as {file.Raw}.", ("feed", feed.Name));
        edit.Emit(ReportEvents.Accepted(edit.Case, now));
        return await cases.CommitAsync(edit.ToCommit(), cancellationToken) is CommitOutcome.Committed
            ? new IntakeOutcome.Accepted(file.Id, Repeated: false)
            : await RepeatedAsync(file, cancellationToken);
    }

    private async Task<IntakeOutcome> RepeatedAsync(CaseFile again, CancellationToken cancellationToken)
    {
        var first = await cases.ReadAsync(again.Id, cancellationToken)
            ?? throw new InvalidOperationException($"Case {again.Id} conflicts with one that cannot be read.");
        return Repeated(first, again.ContentHash);
    }

    private static IntakeOutcome Repeated(CaseFile first, string hash) => first.ContentHash == hash
        ? new IntakeOutcome.Accepted(first.Id, Repeated: true)
        : new IntakeOutcome.Conflicting(first.Id, first.ReceivedAt);
}

/// <summary>What became of a posted report.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>Kept, now (or, when <paramref name="Repeated"/>, already before, and nothing was added).</summary>
    public sealed record Accepted(CaseId Case, bool Repeated) : IntakeOutcome;

    /// <summary>The same feed and reference was taken in before with other content; nothing was kept.</summary>
    public sealed record Conflicting(CaseId Case, DateTimeOffset FirstReceivedAt) : IntakeOutcome;

    /// <summary>Not JSON the hub reads; nothing was kept.</summary>
    public sealed record Malformed(FieldError Error) : IntakeOutcome;

    /// <summary>Read, and refused for these reasons, all of them; nothing was kept.</summary>
    public sealed record Refused(ImmutableArray<FieldError> Errors) : IntakeOutcome;
}
