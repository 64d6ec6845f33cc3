using System.Text;
using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>The envelope in which pages of documents travel.</summary>
internal static class Documents
{
    public static byte[] Of(Collection collection, IReadOnlyList<ReadOnlyMemory<byte>> documents)
    {
        using var stream = new MemoryStream(documents.Sum(document => document.Length + 1) + 100);
        stream.Write(Encoding.UTF8.GetBytes($"{{\"_rid\":\"{collection.Rid}\",\"Documents\":["));
        for (var at = 0; at < documents.Count; at++)
        {
            if (at > 0) stream.WriteByte((byte)',');
            stream.Write(documents[at].Span);
        }
        stream.Write(Encoding.UTF8.GetBytes($"],\"_count\":{documents.Count}}}"));
        return stream.ToArray();
    }
}
