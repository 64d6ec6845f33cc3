namespace Hub.Nominals;

/// <summary>Who manages a person on the register.</summary>
/// <param name="Borough">The authority whose Jigsaw team it is, by its id in the directory; null where not known.</param>
/// <param name="Officer">The officer, by name or warrant number as the register writes it; null where not known.</param>
public sealed record Responsible(string? Borough, string? Officer);
