using System.Text;
using Hub.Border.Manifests;
using Hub.Functions.Manifests;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Manifests;

/// <summary>A file that is read while somebody still writes it must not be removed with what was not read.</summary>
public sealed class GrowingDropTests : IDisposable, IManifestDrop
{
    private readonly BorderWorld world = new(Flown.Offender());
    private readonly List<string> removed = [];

    public void Dispose() => world.Dispose();

    Task IManifestDrop.RemoveAsync(string name, CancellationToken cancellationToken)
    {
        removed.Add(name);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_dropped_file_goes_only_where_all_of_it_was_read(int writtenSince, bool goes)
    {
        await using var content = new Growing(Encoding.UTF8.GetBytes(PaxlstText.Write(Flown.Out(Flown.Stranger()))), writtenSince);

        await new DropManifest(world.Intake, new ManifestFiles(world.Archive), this).Run(content, "list.edi", default);

        Assert.Single(world.Store.All);
        Assert.Equal(goes ? ["list.edi"] : [], removed);
    }

    private sealed class Growing(byte[] written, int more) : MemoryStream(written)
    {
        public override long Length => base.Length + (Position == base.Length ? more : 0);
    }
}
