using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Json;

namespace Hub.Functions.DeportedOffenders;

/// <summary>A research note as an officer writes it.</summary>
/// <param name="Id">Tells the same note sent again from another.</param>
internal sealed record WrittenNote(string Id, string Text, string? Source);

/// <summary>Reads research notes, and finds what became of one.</summary>
internal static class NoteReading
{
    public const int MaxTextLength = 20_000;
    public const int MaxSourceLength = 200;

    public static WrittenNote Read(JsonFields fields) => new(
        fields.OptionalText("id", 64) ?? Guid.NewGuid().ToString(),
        fields.RequiredText("text", MaxTextLength, multiline: true),
        fields.OptionalText("source", MaxSourceLength));

    /// <summary>The note as the case keeps it, perhaps under the id of the same words sent before; null where another was kept under its id before.</summary>
    public static ResearchNote? Kept(CaseFile file, ResearchNote asked)
    {
        var notes = Records.StateOf<DeportedOffenderCase>(file).Notes;
        return notes.FirstOrDefault(n => n.Id == asked.Id) is { } known
            ? known with { At = asked.At } == asked ? known : null
            : notes.Last(n => n with { Id = asked.Id, At = asked.At } == asked);
    }
}
