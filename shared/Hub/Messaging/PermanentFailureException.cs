namespace Hub.Messaging;

/// <summary>
/// Work on a message failed in a way that trying again cannot mend: bad content, an unknown type, a rule that refuses.
/// The message goes to quarantine for a person.
/// </summary>
/// <param name="code">Stable kebab-case code.</param>
/// <param name="message">The reason in words, without personal data.</param>
public sealed class PermanentFailureException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
