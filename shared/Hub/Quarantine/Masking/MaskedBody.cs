using System.Collections.Immutable;

namespace Hub.Quarantine.Masking;

/// <summary>What a message set aside holds, for eyes that may not see whom it is about: its shape, without any value that could be a person's.</summary>
public sealed record MaskedBody
{
    public required BodyKind Kind { get; init; }

    /// <summary>How large it is, as UTF-8.</summary>
    public required int Bytes { get; init; }

    /// <summary>What it holds; null for what is not JSON.</summary>
    public MaskedNode? Root { get; init; }

    /// <summary>Values that are left out because there are too many.</summary>
    public int LeftOut { get; init; }
}

/// <summary>What sort of text a message is.</summary>
public enum BodyKind
{
    Empty,
    Json,

    /// <summary>Begins as JSON does, and is broken, cut off or nested deeper than anything the hub writes.</summary>
    BrokenJson,

    /// <summary>Begins as XML or HTML does.</summary>
    Markup,
    Text,

    /// <summary>Holds what no text holds.</summary>
    NotText,
}

/// <summary>One value of a message.</summary>
public sealed record MaskedNode
{
    public required ValueKind Kind { get; init; }

    /// <summary>The name it stands under; null in a list, at the root, and where <see cref="KeyLength"/> stands for it.</summary>
    public string? Key { get; init; }

    /// <summary>How long the name is, where it could be a person's and is not shown.</summary>
    public LengthClass? KeyLength { get; init; }

    /// <summary>The value, where it is one of the hub's own that tells nothing of a person; null where it is masked.</summary>
    public string? Shown { get; init; }

    /// <summary>How long a masked text or number is.</summary>
    public LengthClass Length { get; init; }

    /// <summary>Of an object or a list: how many values it holds itself.</summary>
    public int Count { get; init; }

    /// <summary>Those of them that are kept, in their order.</summary>
    public ImmutableArray<MaskedNode> Children { get; init; } = [];
}

public enum ValueKind
{
    Object,
    List,
    Text,
    Number,

    /// <summary>Yes or no; which is not shown.</summary>
    YesNo,
    Nothing,
}

/// <summary>How long a masked value is: no more than tells a code from a sentence.</summary>
public enum LengthClass
{
    Empty,
    UpTo4,
    UpTo16,
    UpTo64,
    UpTo256,
    Longer,
}
