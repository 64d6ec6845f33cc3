using Azure.Monitor.OpenTelemetry.Exporter;
using Hub.Azure;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Hub.Functions.Worker;

/// <summary>Where traces, log lines and the hub's own numbers go: as the settings of the platform say, and nowhere without them.</summary>
internal static class Telemetry
{
    public static IServiceCollection AddHubTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter("Hub.*"));
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }

        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } connection)
        {
            // Where the workspace takes no keys, the platform says so in the setting of that name.
            var identity = configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { Length: > 0 };
            telemetry.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = connection;
                monitor.Credential = identity ? AzureAdapters.Credential(configuration) : null;
                // Alerts are raised from log lines: a line must not go because its trace was one too many (the exporter keeps five a second).
                monitor.EnableTraceBasedLogsSampler = false;
            });
        }

        return services;
    }
}
