using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Store;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>Bodies of batches in HybridRow, by the schema the client itself carries.</summary>
internal static class BatchRows
{
    private static readonly Namespace Schema = Namespace.Parse(Embedded());
    private static readonly LayoutResolverNamespace Layouts = new(Schema);
    private static readonly Layout ResultLayout = Layouts.Resolve(Schema.Schemas.Find(schema => schema.Name == "BatchResult")!.SchemaId);

    public static List<ItemCommand> Read(byte[] body)
    {
        List<ItemCommand> commands = [];
        using var stream = new MemoryStream(body);
        var result = stream.ReadRecordIOAsync((Func<ReadOnlyMemory<byte>, Result>)(record =>
        {
            commands.Add(ReadOne(record));
            return Result.Success;
        }), resizer: new MemorySpanResizer<byte>(Math.Max(body.Length, 1))).GetAwaiter().GetResult();
        return result == Result.Success ? commands : throw Refusal.Bad("The body of the batch cannot be read.");
    }

    public static byte[] Write(IReadOnlyList<ItemOutcome> outcomes)
    {
        using var stream = new MemoryStream();
        var resizer = new MemorySpanResizer<byte>(outcomes.Max(outcome => outcome.Body.Length) + 400);
        var result = stream.WriteRecordIOAsync(default(Segment), (long index, out ReadOnlyMemory<byte> buffer) =>
        {
            buffer = default;
            if (index >= outcomes.Count) return Result.Success;
            var row = new RowBuffer(resizer.Memory.Length, resizer);
            row.InitLayout(HybridRowVersion.V1, ResultLayout, Layouts);
            var written = RowWriter.WriteBuffer(ref row, outcomes[(int)index], WriteOne);
            buffer = resizer.Memory[..row.Length];
            return written;
        }).GetAwaiter().GetResult();
        return result == Result.Success ? stream.ToArray() : throw new InvalidOperationException($"HybridRow: {result}");
    }

    private static ItemCommand ReadOne(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        if (!row.ReadFrom(record.Span, HybridRowVersion.V1, Layouts)) throw Refusal.Bad("A row of the batch cannot be read.");
        var reader = new RowReader(ref row);
        var command = new ItemCommand();
        while (reader.Read())
        {
            switch ((string)reader.Path)
            {
                case "operationType":
                    Must(reader.ReadInt32(out var operation));
                    command = command with { Operation = OperationOf(operation) };
                    break;
                case "id":
                    Must(reader.ReadString(out string id));
                    command = command with { Id = id };
                    break;
                case "resourceBody":
                    Must(reader.ReadBinary(out byte[] body));
                    command = command with { Body = body };
                    break;
                case "ifMatch":
                    Must(reader.ReadString(out string ifMatch));
                    command = command with { IfMatch = ifMatch };
                    break;
                case "ifNoneMatch":
                    Must(reader.ReadString(out string ifNoneMatch));
                    command = command with { IfNoneMatch = ifNoneMatch };
                    break;
                case "minimalReturnPreference":
                    Must(reader.ReadBool(out var minimal));
                    command = command with { Minimal = minimal };
                    break;
                case "resourceType" or "partitionKey" or "effectivePartitionKey" or "indexingDirective":
                    break;
                case var other:
                    throw Refusal.Unknown($"'{other}' in a batch");
            }
        }
        return command.Id is null && command.Operation is CosmosOperation.Create or CosmosOperation.Upsert ? command with { Id = IdIn(command.Body) } : command;
    }

    private static Result WriteOne(ref RowWriter writer, TypeArgument type, ItemOutcome outcome)
    {
        Must(writer.WriteInt32("statusCode", (int)outcome.Status));
        if (outcome.SubStatus != 0) Must(writer.WriteInt32("subStatusCode", outcome.SubStatus));
        if (outcome.ETag is not null) Must(writer.WriteString("eTag", outcome.ETag));
        if (!outcome.Body.IsEmpty) Must(writer.WriteBinary("resourceBody", outcome.Body.Span));
        Must(writer.WriteFloat64("requestCharge", outcome.Charge));
        return Result.Success;
    }

    private static CosmosOperation OperationOf(int number) => number switch
    {
        0 => CosmosOperation.Create,
        1 => CosmosOperation.Patch,
        2 => CosmosOperation.Read,
        4 => CosmosOperation.Delete,
        5 => CosmosOperation.Replace,
        20 => CosmosOperation.Upsert,
        _ => throw Refusal.Unknown($"operation {number} in a batch"),
    };

    private static string? IdIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Must(Result result)
    {
        if (result != Result.Success) throw new InvalidOperationException($"HybridRow: {result}");
    }

    private static string Embedded()
    {
        using var stream = typeof(CosmosClient).Assembly.GetManifestResourceStream("Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json")
            ?? throw new InvalidOperationException("The client carries no batch schema.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
