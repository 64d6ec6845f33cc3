namespace Hub.Desk.Layout;

/// <summary>The way to the page above: <c>Back to the inbox</c>.</summary>
public sealed record BackLink(string Text, string Address);
