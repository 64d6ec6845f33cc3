using Hub.Functions.Desk.Frames;
using Hub.Functions.Flow;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<PauseBeforeRedelivery>().UseMiddleware<SafeHeaders>().UseMiddleware<PageFront>().UseMiddleware<ErrorMapping>().UseMiddleware<WakeRegister>().UseMiddleware<Authentication>();
builder.Services.AddWorkerHub(builder.Configuration).AddHubTelemetry(builder.Configuration);
// Their lines tell addresses, and those tell whom something is about.
builder.Logging.AddFilter("Azure", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
await builder.Build().RunAsync();
