using Hub.Border.Manifests;

namespace Hub.Testing.Contracts;

/// <summary>What <see cref="IManifestDrop"/> promises.</summary>
public abstract class ManifestDropContract : PortContract
{
    private const string Content = "UNA:+.? '";

    /// <summary>A drop on this test's own files, as another instance of the hub would have it.</summary>
    protected abstract Task<IManifestDrop> CreateAsync();

    /// <summary>Drops a file as a carrier does; returns when it counts as written. Time passes between two.</summary>
    protected abstract Task<DateTimeOffset> LayAsync(string name, string content);

    [Fact]
    public async Task A_dropped_file_is_read_as_it_was_written_and_is_gone_once_removed()
    {
        var drop = await CreateAsync();
        var content = new string('x', 5_000_000) + "end";
        await LayAsync("list.edi", content);

        Assert.Equal(content, await ReadAsync(drop, "list.edi"));
        await RemoveAsync(drop, "list.edi");

        Assert.Null(await drop.OpenAsync("list.edi", None));
        Assert.Null(await drop.ReadAsync("list.edi", None));
        Assert.Empty(await drop.LyingAsync(DateTimeOffset.MaxValue, 10, None));
    }

    [Fact]
    public async Task What_has_gone_opens_as_null_and_removing_it_does_nothing()
    {
        var drop = await CreateAsync();

        Assert.Null(await drop.OpenAsync("list.edi", None));
        Assert.Null(await drop.OpenAsync("deeper/list.edi", None));
        Assert.Null(await drop.ReadAsync("deeper/list.edi", None));
        await LayAsync("list.edi", Content);
        await using var file = await drop.ReadAsync("list.edi", None);
        await drop.RemoveAsync(file!, None);
        await drop.RemoveAsync(file!, None);
    }

    [Fact]
    public async Task A_file_written_anew_since_it_was_read_stays()
    {
        var drop = await CreateAsync();
        await LayAsync("list.edi", Content);
        var file = await drop.ReadAsync("list.edi", None);
        await file!.DisposeAsync();
        await LayAsync("list.edi", "newer!!!!");

        await drop.RemoveAsync(file, None);

        Assert.Equal("newer!!!!", await ReadAsync(drop, "list.edi"));
        Assert.Equal(["list.edi"], await drop.LyingAsync(DateTimeOffset.MaxValue, 10, None));
        await RemoveAsync(drop, "list.edi");
        Assert.Empty(await drop.LyingAsync(DateTimeOffset.MaxValue, 10, None));
    }

    [Fact]
    public async Task Who_only_reads_hinders_nobody()
    {
        var (one, other) = (await CreateAsync(), await CreateAsync());
        await LayAsync("list.edi", Content);

        await using var first = await one.ReadAsync("list.edi", None);
        await using var second = await other.ReadAsync("list.edi", None);

        Assert.Equal(Content, await new StreamReader(first!.Content).ReadToEndAsync());
        Assert.Equal(Content, await new StreamReader(second!.Content).ReadToEndAsync());
        await one.RemoveAsync(first, None);
        Assert.Null(await other.ReadAsync("list.edi", None));
    }

    [Fact]
    public async Task A_file_is_in_one_hand_at_a_time()
    {
        var (one, other) = (await CreateAsync(), await CreateAsync());
        await LayAsync("list.edi", Content);

        await using (await one.OpenAsync("list.edi", None))
        {
            Assert.Null(await other.OpenAsync("list.edi", None));
            Assert.Null(await one.OpenAsync("list.edi", None));
        }

        Assert.Equal(Content, await ReadAsync(other, "list.edi"));
    }

    [Fact]
    public async Task Of_many_that_open_a_file_at_once_one_gets_it()
    {
        var drops = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync()));
        await LayAsync("list.edi", Content);

        var opened = await Task.WhenAll(drops.Select(drop => Task.Run(() => drop.OpenAsync("list.edi", None))));

        var got = Assert.Single(opened, file => file is not null);
        await got!.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_it_in_hand_can_remove_it()
    {
        var (one, other) = (await CreateAsync(), await CreateAsync());
        await LayAsync("list.edi", Content);

        await using (var file = await one.OpenAsync("list.edi", None))
        {
            await one.RemoveAsync(file!, None);
        }

        Assert.Null(await other.OpenAsync("list.edi", None));
        await LayAsync("list.edi", "again");
        Assert.Equal("again", await ReadAsync(other, "list.edi"));
    }

    [Fact]
    public async Task What_was_read_can_be_read_again_from_its_beginning()
    {
        var drop = await CreateAsync();
        await LayAsync("list.edi", Content);
        await using var file = await drop.OpenAsync("list.edi", None);
        var content = file!.Content;
        using var reader = new StreamReader(content!);
        await reader.ReadToEndAsync();

        Assert.True(content.CanSeek);
        content.Position = 0;

        Assert.Equal(Content, await new StreamReader(content).ReadToEndAsync());
    }

    [Fact]
    public async Task What_was_written_before_a_moment_lies_there_oldest_first_and_no_more_than_asked_for()
    {
        var drop = await CreateAsync();
        var laid = new List<(DateTimeOffset Written, string Name)>();
        foreach (var name in new[] { "c.edi", "a.edi", "deeper/b.csv" })
        {
            laid.Add((await LayAsync(name, Content), name));
        }

        Assert.Empty(await drop.LyingAsync(laid.Min(l => l.Written), 10, None));
        var oldestFirst = laid.OrderBy(l => l.Written).ThenBy(l => l.Name, StringComparer.Ordinal).Select(l => l.Name).ToList();
        Assert.Equal(oldestFirst, await drop.LyingAsync(laid.Max(l => l.Written).AddSeconds(1), 10, None));
        Assert.Equal(oldestFirst[..2], await drop.LyingAsync(laid.Max(l => l.Written).AddSeconds(1), 2, None));
    }

    [Theory]
    [InlineData("../keys/key.xml")]
    [InlineData("deeper/../../keys/key.xml")]
    public async Task A_name_that_leads_out_is_refused(string name)
    {
        var drop = await CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => drop.OpenAsync(name, None));
        await Assert.ThrowsAsync<ArgumentException>(() => drop.ReadAsync(name, None));
        await Assert.ThrowsAsync<ArgumentException>(() => drop.RemoveAsync(new DroppedFile(name, "1", Stream.Null), None));
    }

    private static async Task<string> ReadAsync(IManifestDrop drop, string name)
    {
        await using var file = await drop.OpenAsync(name, None);
        Assert.NotNull(file);
        return await new StreamReader(file.Content).ReadToEndAsync();
    }

    private static async Task RemoveAsync(IManifestDrop drop, string name)
    {
        await using var file = await drop.OpenAsync(name, None);
        await drop.RemoveAsync(file!, None);
    }
}
