using Hub.Border.Manifests;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Manifests;

/// <summary>One pass over an upload: somebody copies, an inspector reads along, and what it refuses is not copied to the end.</summary>
public sealed class InspectedStreamTests
{
    private const long Enough = 1L << 40;

    private static byte[] Bytes(int length)
    {
        var content = new byte[length];
        new Random(3).NextBytes(content);
        return content;
    }

    private static async Task<byte[]> AllOf(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1)]
    [InlineData(5_000, 1)]
    [InlineData(1_000_000, 3_333)]
    [InlineData(1_000_000, 1_000_000)]
    public async Task Copier_and_inspector_both_get_every_byte(int length, int chunk)
    {
        var content = Bytes(length);
        byte[]? seen = null;
        await using var inspected = new InspectedStream(new ChunkedStream(content, chunk), Enough, async copy => seen = await AllOf(copy));

        Assert.Equal(content, await AllOf(inspected));
        Assert.Equal(content, seen);
        Assert.Equal(length, inspected.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500_000)]
    [InlineData(1_000_000)]
    public async Task What_the_inspector_refuses_fails_the_copying_wherever_it_is_found(int after)
    {
        await using var inspected = new InspectedStream(new MemoryStream(Bytes(1_000_000)), Enough, async copy =>
        {
            await copy.ReadExactlyAsync(new byte[after]);
            throw new ManifestRefusedException(null, "bad", "Bad.");
        });

        Assert.Equal("bad", (await Assert.ThrowsAsync<ManifestRefusedException>(() => AllOf(inspected))).Code);
    }

    [Fact]
    public async Task Not_one_byte_too_many_is_let_through()
    {
        foreach (var (length, fits) in new[] { (1_000, true), (1_001, false) })
        {
            await using var inspected = new InspectedStream(new ChunkedStream(Bytes(length), 100), 1_000, AllOf);
            if (fits)
            {
                Assert.Equal(length, (await AllOf(inspected)).Length);
            }
            else
            {
                Assert.Equal("too-large", (await Assert.ThrowsAsync<ManifestRefusedException>(() => AllOf(inspected))).Code);
            }
        }
    }

    [Fact]
    public async Task A_source_that_fails_fails_the_copying_and_ends_the_inspector()
    {
        var ended = new TaskCompletionSource<Exception>();
        await using (var inspected = new InspectedStream(new Torn(Bytes(200_000)), Enough, copy => Told(ended, copy)))
        {
            await Assert.ThrowsAsync<IOException>(() => AllOf(inspected));
        }

        Assert.IsAssignableFrom<OperationCanceledException>(await ended.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task An_inspector_that_ends_early_content_stops_nobody()
    {
        var content = Bytes(3_000_000);
        await using var inspected = new InspectedStream(new MemoryStream(content), Enough, async copy => await copy.ReadExactlyAsync(new byte[10]));

        Assert.Equal(content, await AllOf(inspected).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Copying_given_up_ends_the_inspector()
    {
        var ended = new TaskCompletionSource<Exception>();
        await using (var inspected = new InspectedStream(new MemoryStream(Bytes(10_000)), Enough, copy => Told(ended, copy)))
        {
            Assert.True(await inspected.ReadAsync(new byte[100]) > 0);
        }

        Assert.IsAssignableFrom<OperationCanceledException>(await ended.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task What_was_never_read_starts_no_inspector()
    {
        var started = false;
        await using (new InspectedStream(new MemoryStream(), Enough, _ =>
        {
            started = true;
            return Task.CompletedTask;
        }))
        {
        }

        Assert.False(started);
    }

    [Fact]
    public async Task A_hundred_megabytes_pass_without_being_held()
    {
        const long Length = 100L * 1024 * 1024;
        long seen = 0;
        long ahead = 0;
        var source = new Zeros(Length);
        await using var inspected = new InspectedStream(source, Enough, async copy =>
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await copy.ReadAsync(buffer)) > 0;)
            {
                seen += read;
                ahead = Math.Max(ahead, source.Given - seen);
            }
        });
        await inspected.CopyToAsync(Stream.Null, 64 * 1024);

        Assert.Equal((Length, Length), (seen, inspected.Count));
        Assert.InRange(ahead, 0, 1024 * 1024);
    }

    private static async Task<byte[]> Told(TaskCompletionSource<Exception> ended, Stream copy)
    {
        try
        {
            return await AllOf(copy);
        }
        catch (Exception failure)
        {
            ended.SetResult(failure);
            throw;
        }
    }

    private sealed class Torn(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read && read > 0 ? read : throw new IOException("The line broke.");
    }

    private sealed class Zeros(long length) : MemoryStream
    {
        private long left = length;
        private long given;

        public long Given => Interlocked.Read(ref given);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(left, buffer.Length);
            left -= read;
            Interlocked.Add(ref given, read);
            return ValueTask.FromResult(read);
        }
    }
}
