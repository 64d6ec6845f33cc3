using Hub.DeportedOffenders.Attachments;
using Hub.DeportedOffenders.Cases;
using Hub.Testing.Attachments;
using Hub.Testing.Border;
using Hub.Tests.DeportedOffenders.Cases;

namespace Hub.Tests.DeportedOffenders.Attachments;

/// <summary>Files on their way into a case: how many at once, how slowly, and what is left of those that are refused.</summary>
public sealed class AttachmentIntakeTests
{
    private readonly CaseWorld world = new();
    private readonly MemoryArchive archive;
    private readonly AttachmentIntake intake;

    public AttachmentIntakeTests()
    {
        archive = new MemoryArchive(world.Time);
        intake = new AttachmentIntake(AttachmentTypes.Published, archive, world.Cases, world.Time);
    }

    [Fact]
    public async Task What_a_full_case_refuses_is_not_in_the_archive()
    {
        await world.JoinAsync(world.Alert());
        for (var note = 0; note < 1_000 && await world.Cases.NoteAsync(world.Id, new ResearchNote($"n-{note}", $"{note:0000}{new string('n', 19_996)}", null, CaseWorld.Officer, world.Time.GetUtcNow()), default) is MoveOutcome.Made; note++)
        {
        }

        MoveOutcome last;
        var file = 0;
        do
        {
            last = await AttachAsync(new MemoryStream([.. AttachmentSamples.Pdf]), $"{file++}.pdf", new string('d', 500));
        }
        while (last is MoveOutcome.Made && file < 1_000);
        await AttachAsync(new MemoryStream("Not in any case."u8.ToArray()), "other.txt", new string('d', 500));

        Assert.Equal("The case is full. Put long texts into a file.", Assert.Single(Assert.IsType<MoveOutcome.NotAllowed>(last).Missing));
        Assert.DoesNotContain(Hub.Archive.ArchiveAddress.Of("Not in any case."u8), archive.Addresses);
    }

    [Fact]
    public async Task What_a_closed_case_or_none_refuses_is_not_in_the_archive()
    {
        Assert.IsType<MoveOutcome.Unknown>(await AttachAsync(Text()));
        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);
        await world.MoveAsync(MoveName.Close);

        Assert.IsType<MoveOutcome.NotAllowed>(await AttachAsync(Text()));
        Assert.Empty(archive.Addresses);
    }

    [Fact]
    public async Task More_files_at_once_than_fit_in_memory_are_told_to_come_again_and_a_place_freed_is_taken()
    {
        await world.JoinAsync(world.Alert());
        var slow = Enumerable.Range(0, AttachmentIntake.MaxAtOnce).Select(_ => new SlowStream()).ToList();
        var reading = slow.Select((s, i) => AttachAsync(s, $"slow-{i}.txt")).ToList();

        await Assert.ThrowsAsync<TooManyUploadsException>(() => AttachAsync(Text()));
        Assert.Empty(archive.Addresses);

        slow[0].End();
        await reading[0];
        Assert.IsType<MoveOutcome.Made>(await AttachAsync(Text(), "next.txt"));
        slow.ForEach(s => s.End());
        await Task.WhenAll(reading);
        Assert.Equal(AttachmentIntake.MaxAtOnce + 1, world.State.Attachments.Length);
    }

    [Fact]
    public async Task A_file_that_does_not_arrive_is_given_up_and_its_place_is_free_again()
    {
        await world.JoinAsync(world.Alert());
        var reading = Enumerable.Range(0, AttachmentIntake.MaxAtOnce).Select(_ => AttachAsync(new SlowStream())).ToList();

        world.Time.Advance(AttachmentIntake.Patience);

        foreach (var each in reading)
        {
            Assert.Equal(AttachmentRefusal.TooSlow, (await Assert.ThrowsAsync<AttachmentRefusedException>(() => each)).Refusal);
        }

        Assert.Empty(archive.Addresses);
        Assert.IsType<MoveOutcome.Made>(await AttachAsync(Text()));
    }

    [Fact]
    public async Task Who_hangs_up_frees_the_place()
    {
        await world.JoinAsync(world.Alert());
        using var gone = new CancellationTokenSource();
        var reading = Enumerable.Range(0, AttachmentIntake.MaxAtOnce).Select(_ => AttachAsync(new SlowStream(), cancellationToken: gone.Token)).ToList();

        await gone.CancelAsync();

        foreach (var each in reading)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => each);
        }

        Assert.IsType<MoveOutcome.Made>(await AttachAsync(Text()));
    }

    private async Task<MoveOutcome> AttachAsync(Stream content, string name = "record.txt", string? description = null, CancellationToken cancellationToken = default) =>
        (await intake.AttachAsync(world.Id, new OfferedFile(content, name, null, null, description), CaseWorld.Officer, cancellationToken)).Outcome;

    private static MemoryStream Text() => new("From the embassy."u8.ToArray());

    /// <summary>Says a little, and then nothing until it is ended.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool begun;

        public void End() => ended.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun)
            {
                await ended.Task.WaitAsync(cancellationToken);
                return 0;
            }

            begun = true;
            "slow"u8.CopyTo(buffer.Span);
            return 4;
        }
    }
}
