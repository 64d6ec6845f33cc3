using System.Collections.Immutable;
using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.AspNetCore.Http;

namespace Hub.Embedded.Hosting.Http;

/// <summary>A function that answers HTTP requests.</summary>
/// <param name="Candidate">Where it was found, for messages.</param>
/// <param name="Function">What is called.</param>
/// <param name="Route">The requests it answers.</param>
/// <param name="Methods">Upper-case methods.</param>
/// <param name="Endpoint">What middleware sees as the request's endpoint.</param>
internal sealed record HttpFunction(Candidate Candidate, WiredFunction Function, FunctionRoute Route, ImmutableArray<string> Methods, Endpoint Endpoint);
