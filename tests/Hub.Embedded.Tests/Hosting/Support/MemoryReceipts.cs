using System.Collections.Concurrent;
using System.Threading.Channels;
using Hub.Embedded.Hosting;

namespace Hub.Embedded.Tests.Hosting.Support;

internal sealed class MemoryReceipts : IBlobReceipts
{
    private readonly ConcurrentDictionary<(string, string), BlobReceipt> receipts = [];

    public Channel<BlobReceipt> Recorded { get; } = Channel.CreateUnbounded<BlobReceipt>();

    public async Task<BlobReceipt> NextAsync() => await Recorded.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience);

    public Task<BlobReceipt?> FindAsync(string function, string path, CancellationToken cancellationToken) =>
        Task.FromResult(receipts.GetValueOrDefault((function, path)));

    public Task RecordAsync(BlobReceipt receipt, CancellationToken cancellationToken)
    {
        receipts[(receipt.Function, receipt.Path)] = receipt;
        Recorded.Writer.TryWrite(receipt);
        return Task.CompletedTask;
    }
}
