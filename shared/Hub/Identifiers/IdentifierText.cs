namespace Hub.Identifiers;

internal static class IdentifierText
{
    /// <summary>Longest input looked at, spaces and all; nothing here is half as long.</summary>
    private const int MaxLength = 40;

    /// <summary>Upper case without white space; null where there is nothing, or too much to be an identifier.</summary>
    internal static string? Squeeze(string? text)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var squeezed = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return squeezed.Length == 0 ? null : squeezed;
    }
}
