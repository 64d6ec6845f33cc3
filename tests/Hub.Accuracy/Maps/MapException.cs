namespace Hub.Accuracy.Maps;

/// <summary>A map or the file it describes cannot be used; the message says what and where.</summary>
internal sealed class MapException(string message) : Exception(message);
