using Hub.Archive;

namespace Hub.Testing.Contracts;

/// <summary>What <see cref="IArchive"/> promises.</summary>
public abstract class ArchiveContract : PortContract
{
    /// <summary>An empty archive on <see cref="PortContract.Time"/>.</summary>
    protected abstract Task<IArchive> CreateAsync();

    [Fact]
    public async Task Bytes_are_read_back_under_the_hash_they_have()
    {
        var archive = await CreateAsync();
        byte[] content = [1, 2, 3];

        var address = await archive.PutAsync(content, None);

        Assert.Equal(ArchiveAddress.Of(content), address);
        Assert.Equal(content, await ReadAsync(archive, address));
    }

    [Fact]
    public async Task A_stream_has_the_address_its_bytes_have()
    {
        var archive = await CreateAsync();
        var content = new byte[300_000];
        new Random(7).NextBytes(content);

        var address = await archive.PutAsync(new MemoryStream(content), None);

        Assert.Equal(ArchiveAddress.Of(content), address);
        Assert.Equal(content, await ReadAsync(archive, address));
    }

    [Fact]
    public async Task Nothing_at_all_can_be_archived_too()
    {
        var archive = await CreateAsync();

        Assert.Empty(await ReadAsync(archive, await archive.PutAsync(ReadOnlyMemory<byte>.Empty, None)));
    }

    [Fact]
    public async Task Bytes_put_again_and_at_once_from_many_sides_are_stored_once()
    {
        var archive = await CreateAsync();
        byte[] content = [1, 2, 3];

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            i % 2 == 0 ? archive.PutAsync(content, None) : archive.PutAsync(new MemoryStream(content), None))));

        Assert.Equal(content, await ReadAsync(archive, ArchiveAddress.Of(content)));
        Assert.Equal(1, await archive.ExpireAsync(DateTimeOffset.MaxValue, None));
    }

    [Fact]
    public async Task An_address_never_stored_opens_as_null()
    {
        var archive = await CreateAsync();

        Assert.Null(await archive.OpenAsync(ArchiveAddress.Of([9]), None));
    }

    [Fact]
    public async Task What_was_first_stored_before_a_moment_expires_though_it_was_put_again_since()
    {
        var archive = await CreateAsync();
        var old = await archive.PutAsync(new byte[] { 1 }, None);
        Time.Advance(TimeSpan.FromDays(30));
        var young = await archive.PutAsync(new byte[] { 2 }, None);
        await archive.PutAsync(new byte[] { 1 }, None);

        Assert.Equal(0, await archive.ExpireAsync(A.Moment, None));
        Assert.Equal(1, await archive.ExpireAsync(A.Moment.AddDays(30), None));

        Assert.Null(await archive.OpenAsync(old, None));
        Assert.Equal([2], await ReadAsync(archive, young));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3_000_000)]
    public async Task What_is_removed_is_gone_until_it_is_put_again(int length)
    {
        var archive = await CreateAsync();
        var content = new byte[length];
        new Random(7).NextBytes(content);
        var address = await archive.PutAsync(new MemoryStream(content), None);
        var other = await archive.PutAsync(new byte[] { 1 }, None);

        Assert.True(await archive.RemoveAsync(address, None));

        Assert.Null(await archive.OpenAsync(address, None));
        Assert.Equal([1], await ReadAsync(archive, other));
        Assert.False(await archive.RemoveAsync(address, None));
        Assert.Equal(address, await archive.PutAsync(new MemoryStream(content), None));
        Assert.Equal(content, await ReadAsync(archive, address));
    }

    [Fact]
    public async Task What_was_never_stored_cannot_be_removed()
    {
        var archive = await CreateAsync();

        Assert.False(await archive.RemoveAsync(ArchiveAddress.Of([9]), None));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3_000_000)]
    public async Task Who_has_it_open_reads_on_after_it_is_removed(int length)
    {
        var archive = await CreateAsync();
        var content = new byte[length];
        new Random(7).NextBytes(content);
        var address = await archive.PutAsync(new MemoryStream(content), None);
        await using var open = await archive.OpenAsync(address, None);
        Assert.Equal(content[0], open!.ReadByte());

        await archive.RemoveAsync(address, None);

        using var rest = new MemoryStream();
        await open.CopyToAsync(rest);
        Assert.Equal(content[1..], rest.ToArray());
    }

    protected static async Task<byte[]> ReadAsync(IArchive archive, ArchiveAddress address)
    {
        await using var stream = await archive.OpenAsync(address, None);
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
