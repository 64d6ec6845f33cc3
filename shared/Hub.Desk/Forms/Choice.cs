namespace Hub.Desk.Forms;

/// <summary>One of several to choose from.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
