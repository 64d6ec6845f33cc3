using System.Buffers.Binary;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>Resource ids as the client takes them apart: 4 bytes for the database, 4 for the container (high bit set), 8 for the item.</summary>
internal static class Rid
{
    public static string Database(int number) => Text(DatabaseBytes(number));

    public static string Collection(int database, int number) => Text(CollectionBytes(database, number));

    public static string Item(int database, int collection, long number)
    {
        var bytes = new byte[16];
        CollectionBytes(database, collection).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
        return Text(bytes);
    }

    private static byte[] DatabaseBytes(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] CollectionBytes(int database, int number)
    {
        var bytes = new byte[8];
        DatabaseBytes(database).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), number | int.MinValue);
        return bytes;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}
