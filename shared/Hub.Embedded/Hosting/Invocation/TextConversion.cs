using System.Globalization;

namespace Hub.Embedded.Hosting.Invocation;

/// <summary>Turns a text of the binding data into a parameter, for the types the real worker converts.</summary>
internal static class TextConversion
{
    private static readonly Dictionary<Type, Func<string, object>> Known = new()
    {
        [typeof(string)] = text => text,
        [typeof(Guid)] = text => Guid.Parse(text),
        [typeof(int)] = text => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(long)] = text => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(double)] = text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(decimal)] = text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
        [typeof(bool)] = text => bool.Parse(text),
        // Dates arrive as quoted JSON in a message's binding data.
        [typeof(DateTime)] = text => DateTime.Parse(text.Trim('"'), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        [typeof(DateTimeOffset)] = text => DateTimeOffset.Parse(text.Trim('"'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };

    /// <summary>The conversion, or null where the real worker has none.</summary>
    public static Func<string, object>? For(Type type) => Known.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);
}
