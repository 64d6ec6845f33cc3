using System.Text;
using Hub.Embedded.Hosting;
using Hub.Embedded.Hosting.Blobs;
using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class BlobTriggerTests
{
    private readonly MemoryReceipts receipts = new();
    private readonly ObservedTime time = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_file_is_handed_over_with_its_name_and_has_a_receipt()
    {
        await using var host = await Start(typeof(TakesStream));
        Write(host, "in/a.csv", "one,two");
        Assert.Equal("a: one,two", await time.PassUntilAsync(host.Probe.NextAsync()));
        var receipt = await time.PassUntilAsync(receipts.NextAsync());
        Assert.Equal(("TakesStream", "feeds/in/a.csv", true, 1, null), (receipt.Function, receipt.Path, receipt.Done, receipt.Attempts, receipt.Error));
    }

    [Fact]
    public async Task A_file_in_a_folder_of_the_container_has_its_whole_path_for_a_name()
    {
        await using var host = await Start(typeof(TakesText));
        Write(host, "deep/er/é.txt", "text");
        Assert.Equal("deep/er/é.txt: text", await time.PassUntilAsync(host.Probe.NextAsync()));
    }

    [Fact]
    public async Task A_file_can_be_bytes()
    {
        await using var host = await Start(typeof(TakesBytes));
        Write(host, "b", "bytes");
        Assert.Equal(Encoding.UTF8.GetBytes("bytes"), await time.PassUntilAsync(host.Probe.NextAsync()));
    }

    [Fact]
    public async Task A_name_outside_the_pattern_is_left_alone()
    {
        await using var host = await Start(typeof(TakesStream));
        Write(host, "in/a.txt", "no");
        Write(host, "out/a.csv", "no");
        Write(host, "in/z.csv", "yes");
        Assert.Equal("z: yes", await time.PassUntilAsync(host.Probe.NextAsync()));
    }

    [Fact]
    public async Task A_file_is_not_worked_on_again_after_a_restart_but_is_when_written_anew()
    {
        string[] log;
        await using (var host = await Start(typeof(TakesText)))
        {
            Write(host, "a", "first");
            await time.PassUntilAsync(receipts.NextAsync());
            var seen = await receipts.FindAsync("TakesText", "feeds/a", default);
            Write(host, "a", "second time");
            log = [(string)(await time.PassUntilAsync(host.Probe.NextAsync()))!, (string)(await time.PassUntilAsync(host.Probe.NextAsync()))!];
            Assert.NotEqual(seen!.Version, (await time.PassUntilAsync(receipts.NextAsync())).Version);
        }

        Assert.Equal(["a: first", "a: second time"], log);
    }

    [Fact]
    public async Task A_file_with_a_receipt_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("hub-blobs-");
        var old = Path.Combine(folder.CreateSubdirectory("feeds").FullName, "a-old");
        await File.WriteAllTextAsync(old, "old");
        var info = new FileInfo(old);
        await receipts.RecordAsync(new("TakesText", "feeds/a-old", $"{info.Length}-{info.LastWriteTimeUtc.Ticks}", 1, true, default, null), default);
        await using (var host = await TestHost.StartAsync(Services, o => o with { BlobRoot = folder.FullName }, typeof(TakesText)))
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "feeds", "b-new"), "new");
            Assert.Equal("b-new: new", await time.PassUntilAsync(host.Probe.NextAsync()));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_blob_that_fails_is_tried_five_times_and_then_left_with_its_error()
    {
        await using var host = await Start(typeof(Fails));
        Write(host, "a", "bad");
        foreach (var attempt in Enumerable.Range(1, BlobListener.MaxAttempts))
        {
            var receipt = await time.PassUntilAsync(receipts.NextAsync());
            Assert.Equal((attempt, false, typeof(InvalidDataException).FullName), (receipt.Attempts, receipt.Done, receipt.Error));
        }

        Write(host, "b", "bad too");
        Assert.Equal("feeds/b", (await time.PassUntilAsync(receipts.NextAsync())).Path);
    }

    [Fact]
    public async Task A_file_that_somebody_still_writes_is_left_until_it_is_closed()
    {
        await using var host = await Start(typeof(TakesText));
        await using (var writing = new FileStream(Path.Combine(Directory.CreateDirectory(Path.Combine(host.BlobRoot, "feeds")).FullName, "a"), FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            writing.Write("half"u8);
            await writing.FlushAsync();
            Write(host, "b", "whole");
            Assert.Equal("b: whole", await time.PassUntilAsync(host.Probe.NextAsync()));
            Assert.Equal("feeds/b", (await time.PassUntilAsync(receipts.NextAsync())).Path);
            await time.PassNextWaitAsync();
            await time.PassNextWaitAsync();
            Assert.True(host.Probe.SawNothingMore);
            writing.Write(" and half"u8);
        }

        Assert.Equal("a: half and half", await time.PassUntilAsync(host.Probe.NextAsync()));
    }

    private Task<TestHost> Start(Type function) => TestHost.StartAsync(Services, function);

    private void Services(IServiceCollection services) => services.AddSingleton<IBlobReceipts>(receipts).AddSingleton<TimeProvider>(time);

    private static void Write(TestHost host, string name, string content)
    {
        // Written elsewhere and moved, so that no test sees half a file.
        var written = Path.Combine(host.BlobRoot, "written");
        File.WriteAllText(written, content);
        var file = Path.Combine(host.BlobRoot, "feeds", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Move(written, file, overwrite: true);
    }

    public sealed class TakesStream(Probe probe)
    {
        [Function("TakesStream")]
        public async Task Run([BlobTrigger("feeds/in/{name}.csv")] Stream content, string name)
        {
            using var reader = new StreamReader(content);
            probe.Saw($"{name}: {await reader.ReadToEndAsync()}");
        }
    }

    public sealed class TakesText(Probe probe)
    {
        [Function("TakesText")]
        public void Run([BlobTrigger("feeds/{name}")] string content, string name) => probe.Saw($"{name}: {content}");
    }

    public sealed class TakesBytes(Probe probe)
    {
        [Function("TakesBytes")]
        public void Run([BlobTrigger("feeds/{name}")] byte[] content) => probe.Saw(content);
    }

    public sealed class Fails
    {
        [Function("Fails")]
        public void Run([BlobTrigger("feeds/{name}")] string content) => throw new InvalidDataException();
    }
}
