using System.Collections.Immutable;
using Hub.Embedded.Hosting.Blobs;
using Hub.Embedded.Hosting.ChangeFeeds;
using Hub.Embedded.Hosting.Http;
using Hub.Embedded.Hosting.ServiceBus;
using Hub.Embedded.Hosting.Timers;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Every function that will run, by what triggers it, each list by name.</summary>
internal sealed record FunctionPlan(
    ImmutableArray<HttpFunction> Http,
    ImmutableArray<ServiceBusFunction> ServiceBus,
    ImmutableArray<TimerFunction> Timers,
    ImmutableArray<ChangeFeedFunction> ChangeFeeds,
    ImmutableArray<BlobFunction> Blobs);
