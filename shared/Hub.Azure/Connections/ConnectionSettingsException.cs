namespace Hub.Azure.Connections;

/// <summary>The settings of a connection are missing or contradict each other. Says which, and what to set; never what was set.</summary>
public sealed class ConnectionSettingsException(string message) : Exception(message);
