using Hub.Archive;
using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;

namespace Hub.DeportedOffenders.Attachments;

/// <summary>Takes a file in for a case: all of it is read and checked before anything is kept.</summary>
public sealed class AttachmentIntake(AttachmentTypes types, IArchive archive, DeportedOffenderCases cases, TimeProvider time)
{
    /// <summary>Files read at the same time. Each is held in memory while it is checked, in at most three times <see cref="AttachmentTypes.MaxBytes"/>.</summary>
    public const int MaxAtOnce = 4;

    /// <summary>How long a file may take to arrive, so that slow senders do not take the places of all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>UTF-16 code units of a file's description.</summary>
    public const int MaxDescriptionLength = 500;

    private const int FirstRead = 64 * 1024;

    private readonly AttachmentCheck check = new(types);
    private int reading;

    /// <param name="id">A case there is.</param>
    /// <param name="file">The file, not yet read.</param>
    /// <param name="by">Who adds it.</param>
    /// <returns>What became of it, and the file as kept.</returns>
    /// <exception cref="AttachmentRefusedException">The file is not fit to keep; nothing of it was kept.</exception>
    /// <exception cref="TooManyUploadsException">Too many files are being read; nothing was kept.</exception>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; the case was not changed.</exception>
    public async Task<(MoveOutcome Outcome, CaseAttachment Attachment)> AttachAsync(CaseId id, OfferedFile file, Actor by, CancellationToken cancellationToken)
    {
        var stated = check.Stated(file.Name, file.MediaType);
        if (file.Length > types.MaxBytes)
        {
            throw check.TooLarge();
        }

        try
        {
            // Nobody waits in line: whoever waited would wait for the slowest.
            if (Interlocked.Increment(ref reading) > MaxAtOnce)
            {
                throw new TooManyUploadsException();
            }

            var content = await ReadAsync(file.Content, cancellationToken);
            check.Check(stated, content);
            var attachment = new CaseAttachment(ArchiveAddress.Of(content.Span), stated.Name, stated.Type.MediaType, content.Length, file.Description, by, time.GetUtcNow());
            if (await cases.RoomForAsync(id, attachment, cancellationToken) is { } refused)
            {
                return (refused, attachment);
            }

            // Before the case speaks of it: a case must never name a file that is not there.
            await archive.PutAsync(content, cancellationToken);
            return (await cases.AttachAsync(id, attachment, cancellationToken), attachment);
        }
        finally
        {
            Interlocked.Decrement(ref reading);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var bytes = new byte[FirstRead];
        var length = 0;
        int read;
        try
        {
            while ((read = await content.ReadAsync(bytes.AsMemory(length), either.Token)) > 0)
            {
                length += read;
                if (length > types.MaxBytes)
                {
                    throw check.TooLarge();
                }

                if (length == bytes.Length)
                {
                    Array.Resize(ref bytes, Math.Min(bytes.Length * 2, types.MaxBytes + 1));
                }
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.TooSlow, $"The file did not arrive within {Patience.TotalMinutes:0} minutes. Try again, or send a smaller one.");
        }

        return bytes.AsMemory(0, length);
    }
}

/// <summary>A file that somebody offers.</summary>
/// <param name="Content">Its bytes, not yet read.</param>
/// <param name="Name">As the sender names it.</param>
/// <param name="MediaType">As the sender states it, without parameters; null where they do not.</param>
/// <param name="Length">Bytes, where the sender states it.</param>
/// <param name="Description">What it is, in words; null where not said.</param>
public sealed record OfferedFile(Stream Content, string? Name, string? MediaType, long? Length, string? Description);

/// <summary>More files are being read than the hub holds in memory. Passing: try again later.</summary>
public sealed class TooManyUploadsException() : Exception("Other files are being sent at this moment; try again in a moment.");
