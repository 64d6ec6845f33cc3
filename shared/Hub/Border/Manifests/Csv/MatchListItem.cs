using System.Text.Json.Nodes;

namespace Hub.Border.Manifests.Csv;

/// <summary>What one row of a list of matches gave.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
public abstract record MatchListItem(long Line)
{
    /// <summary>A match, in the shape in which the API takes one.</summary>
    /// <param name="Reference">JBOC's own reference, unique in the file.</param>
    /// <param name="Body">Personal data.</param>
    public sealed record Match(long Line, string Reference, JsonObject Body) : MatchListItem(Line);

    /// <summary>A row that cannot be used, and why; no part repeats what the row says.</summary>
    public sealed record SetAside(long Line, string Code, string Reason) : MatchListItem(Line);
}
