using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>A document that says what the log comes to. It may be behind the log, never ahead of it.</summary>
internal interface IProjected
{
    /// <summary>The last writing that is in it.</summary>
    long N { get; }
}

/// <summary>A nominal as it is: <c>current</c> of its partition.</summary>
internal sealed record CurrentNominal : IProjected
{
    public const string TheId = "current";

    public string Id { get; init; } = TheId;

    /// <summary>The nominal's id.</summary>
    public required string Nominal { get; init; }

    public required long N { get; init; }

    /// <summary>The register's high-water mark that its last change made.</summary>
    public required long Sequence { get; init; }

    /// <summary>How many changes of it are kept.</summary>
    public required int Changes { get; init; }

    /// <summary>Hash of the newest.</summary>
    public required string Hash { get; init; }

    /// <summary>When the source last said the same again; null where it has not since.</summary>
    public DateTimeOffset? Confirmed { get; init; }

    /// <summary>The record as stored, to the letter.</summary>
    public required string Record { get; init; }

    /// <summary>The record, with when its source last spoke of it.</summary>
    public Nominal Read() => Read(Record, Confirmed);

    public HeldRecord Held() => new(Read(), Encoding.UTF8.GetBytes(Record), Changes, Hash);

    public static Nominal Read(string record, DateTimeOffset? confirmed)
    {
        var nominal = NominalContent.Read(Encoding.UTF8.GetBytes(record));
        return confirmed is { } updated ? nominal with { Updated = updated } : nominal;
    }
}

/// <summary>A change of a nominal, beside it in its partition. The record after it is what the next one found, or what is there now.</summary>
internal sealed record PastChange
{
    public string Id => IdOf(Number);

    public required string Nominal { get; init; }

    public required int Number { get; init; }

    /// <summary>The register's high-water mark it made: not named as the nominal's own, which is indexed.</summary>
    public required long Made { get; init; }

    public required DateTimeOffset At { get; init; }

    public required RegisterWriting How { get; init; }

    public required NominalChangeKind Kind { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public string? Before { get; init; }

    public static string IdOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How far the register has taken in what a source sends.</summary>
internal sealed record FeedMark(string Log, long N, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] long Mark) : IProjected
{
    public const string TheId = "mark";

    public string Id { get; init; } = TheId;

    public static string PartitionOf(string source) => $"mark:{source}";
}

/// <summary>How far a load has come.</summary>
internal sealed record StoredProgress(string Log, long N, LoadProgress Progress) : IProjected
{
    public const string TheId = "load";

    public string Id { get; init; } = TheId;

    public static string PartitionOf(string load) => $"load:{load}";
}

/// <summary>Up to which writing all is applied, at the least.</summary>
internal sealed record LogHead(long N, long Last) : IProjected
{
    public const string TheId = "head";

    /// <summary>Writings between two that move it, where none is large: so many an instance reads at its start.</summary>
    public const int Step = 64;

    public string Id { get; init; } = TheId;

    public string Log { get; init; } = TheId;
}
