namespace Hub.Nominals.Loading;

/// <summary>A register file as a whole cannot be read; the message says what was found and what is needed, without personal data.</summary>
public sealed class RegisterFileException(string message) : Exception(message);
