namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Types as a programmer writes them, for messages.</summary>
internal static class TypeNames
{
    public static string Of(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : type.Name;
}
