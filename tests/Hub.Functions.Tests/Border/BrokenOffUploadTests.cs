using System.Net.Sockets;
using System.Text;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>An upload that ends in the middle, on the archive whose drafts are files.</summary>
public sealed class BrokenOffUploadTests
{
    [Fact]
    public async Task An_upload_the_sender_breaks_off_leaves_nothing()
    {
        await using var border = await BorderHub.StartAsync(Offenders.Thornbury);
        var list = PaxlstText.Write(Lists.Out([Lists.Traveller(Offenders.Thornbury), Lists.Stranger("Quillfeather", "Xanthippe", "1990-06-11")]));
        var address = border.Hub.Anonymous.BaseAddress!;
        using (var sender = new TcpClient())
        {
            await sender.ConnectAsync(address.Host, address.Port);
            var head = $"POST /api/manifests HTTP/1.1\r\nHost: hub\r\nContent-Type: application/edifact\r\nAuthorization: {border.Liaison.DefaultRequestHeaders.Authorization}\r\nContent-Length: 100000\r\n\r\n";
            await sender.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + list[..list.IndexOf("CNT+", StringComparison.Ordinal)]));
            await border.Hub.UntilAsync(() => KeptBytes.Files(border.Hub.Folder, "manifests").Count == 1, TimeSpan.FromMilliseconds(1));
        }

        await border.Hub.UntilAsync(() => KeptBytes.Files(border.Hub.Folder, "manifests").Count == 0, TimeSpan.FromMilliseconds(1));
        Assert.Empty(await border.InboxAsync(border.Liaison));
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, ["Quillfeather", "QUILLFEATHER", "Xanthippe", "XANTHIPPE"]));
    }
}
