using Hub.Azure.Archive;
using Hub.Azure.Connections;
using Hub.Azure.Messaging;
using Microsoft.Extensions.Configuration;

namespace Hub.Azure.Tests.Connections;

/// <summary>Settings that cannot be meant stop the start, with words that say what to set and repeat nothing of what was.</summary>
public sealed class SettingsTests
{
    private const string Emulator = "Endpoint=sb://localhost:5672;SharedAccessKeyName=x;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true";
    private const string Real = "Endpoint=sb://hub-prod.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=c2VjcmV0";
    private const string RealStorage = "DefaultEndpointsProtocol=https;AccountName=hubprod;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "hub-prod.servicebus.windows.net")]
    [InlineData("ServiceBus", Emulator)]
    [InlineData("ServiceBus", "Endpoint=sb://servicebus:5672;SharedAccessKeyName=x;SharedAccessKey=y;UseDevelopmentEmulator=true")]
    public void Service_Bus_is_known_by_its_namespace_or_an_emulator_by_its_connection_string(string name, string value) =>
        ServiceBusSettings.From(Settings((name, value))).Check();

    [Theory]
    [InlineData(null, null, "not set")]
    [InlineData("hub-prod.servicebus.windows.net", Emulator, "Both")]
    [InlineData("sb://hub-prod.servicebus.windows.net", null, "not a host name")]
    [InlineData("hub-prod", null, "not a host name")]
    [InlineData(null, Real, "other than an emulator")]
    [InlineData(null, "c2VjcmV0", "not a connection string")]
    public void Settings_of_Service_Bus_that_cannot_be_meant_are_refused(string? name, string? connection, string says)
    {
        var settings = ServiceBusSettings.From(Settings(("ServiceBus:fullyQualifiedNamespace", name), ("ServiceBus", connection)));

        Refused(settings.Check, says);
    }

    [Theory]
    [InlineData("Storage:blobServiceUri", "https://hubprod.blob.core.windows.net")]
    [InlineData("Storage", "UseDevelopmentStorage=true")]
    [InlineData("Storage", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://azurite:10000/a;")]
    public void Storage_is_known_by_its_address_or_an_emulator_by_its_connection_string(string name, string value) =>
        BlobSettings.From(Settings((name, value))).Check();

    [Theory]
    [InlineData(null, null, "not set")]
    [InlineData("https://hubprod.blob.core.windows.net", "UseDevelopmentStorage=true", "Both")]
    [InlineData("http://hubprod.blob.core.windows.net", null, "not the address")]
    [InlineData("https://hubprod.blob.core.windows.net?sig=c2VjcmV0", null, "not the address")]
    [InlineData("hubprod", null, "not the address")]
    [InlineData(null, RealStorage, "other than an emulator")]
    [InlineData(null, "c2VjcmV0", "not a connection string")]
    public void Settings_of_storage_that_cannot_be_meant_are_refused(string? address, string? connection, string says) =>
        Refused(() => BlobSettings.From(Settings(("Storage:blobServiceUri", address), ("Storage", connection))).Check(), says);

    private static void Refused(Action check, string says)
    {
        var refusal = Assert.Throws<ConnectionSettingsException>(check);

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refusal.ToString(), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
}
