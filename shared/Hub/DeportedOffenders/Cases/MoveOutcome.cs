using System.Collections.Immutable;
using System.Text.Json;
using Hub.Cases;

namespace Hub.DeportedOffenders.Cases;

/// <summary>A move as an officer asks for it, read and checked as far as the case need not be known.</summary>
/// <param name="Move">Its name in the table of moves.</param>
/// <param name="Revision">The revision of the case that the officer has read.</param>
/// <param name="Rationale">Why, in words.</param>
/// <param name="Details">What it says, in the shape of its kind; null where the kind asks for nothing more.</param>
public sealed record MoveRequest(string Move, int Revision, string Rationale, JsonElement? Details);

/// <summary>What became of a change an officer asked for.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    /// <summary>Made, now or (when the same was asked before by the same officer) already.</summary>
    /// <param name="File">The case's file as it now is.</param>
    public sealed record Made(CaseFile File) : MoveOutcome;

    /// <summary>There is no such case.</summary>
    public sealed record Unknown : MoveOutcome;

    /// <summary>The table of moves gives it to other roles.</summary>
    /// <param name="Words">To whom, in a sentence.</param>
    public sealed record NotYours(string Words) : MoveOutcome;

    /// <summary>Not allowed as the case stands.</summary>
    /// <param name="State">Where it stands.</param>
    /// <param name="Missing">What would have to be there first, each in words; one or more.</param>
    public sealed record NotAllowed(string State, ImmutableArray<string> Missing) : MoveOutcome;

    /// <summary>The case has changed since it was read.</summary>
    /// <param name="Revision">The revision it has now.</param>
    /// <param name="Words">What others did since, each in words with who and when, oldest first.</param>
    public sealed record Changed(int Revision, ImmutableArray<string> Words) : MoveOutcome;
}
