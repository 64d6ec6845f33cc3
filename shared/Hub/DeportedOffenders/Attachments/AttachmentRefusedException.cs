namespace Hub.DeportedOffenders.Attachments;

/// <summary>Why a file is not kept; nothing of it was. The words repeat nothing that the sender wrote.</summary>
/// <param name="refusal">What is wrong.</param>
/// <param name="words">What is wrong and what to do, for the officer.</param>
public sealed class AttachmentRefusedException(AttachmentRefusal refusal, string words) : Exception(words)
{
    public AttachmentRefusal Refusal { get; } = refusal;
}

/// <summary>What is wrong with a file.</summary>
public enum AttachmentRefusal
{
    /// <summary>Its name cannot be kept, or there is none.</summary>
    Name,

    /// <summary>It is of a type that is not kept.</summary>
    TypeNotKept,

    /// <summary>It is not what its name and media type say.</summary>
    NotAsStated,

    /// <summary>It holds something that can be run.</summary>
    ActiveContent,

    Empty,

    /// <summary>Its end is missing, or what it is built of does not hold together.</summary>
    NotWhole,

    TooLarge,

    /// <summary>It did not arrive in <see cref="AttachmentIntake.Patience"/>.</summary>
    TooSlow,
}
