using System.Net;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos;

/// <summary>
/// Faults on purpose. Each rule takes the requests its predicate accepts, leaves out the first <c>after</c> of them and then acts
/// <c>times</c> times, whatever the number of threads. Refusals come first, then hooks, then the operation
/// itself, then lost responses; within each, rules in the order given.
/// </summary>
public sealed class CosmosFaults
{
    private readonly Lock _gate = new();
    private readonly List<Rule> _rules = [];

    /// <summary>429 with <c>x-ms-retry-after-ms</c>; nothing is carried out.</summary>
    public void Throttle(Func<CosmosRequest, bool> when, int times = 1, TimeSpan? retryAfter = null, int after = 0) =>
        Add(new Rule(when, times, after) { Refuses = HttpStatusCode.TooManyRequests, RetryAfter = retryAfter ?? TimeSpan.FromMilliseconds(1) });

    /// <summary>Any other refusal, such as 408, 410 or 503; nothing is carried out.</summary>
    public void Refuse(Func<CosmosRequest, bool> when, int times, HttpStatusCode status, int subStatus = 0, int after = 0) =>
        Add(new Rule(when, times, after) { Refuses = status, SubStatus = subStatus });

    /// <summary>The operation is carried out, then the connection fails.</summary>
    public void LoseResponse(Func<CosmosRequest, bool> when, int times = 1, int after = 0) => Add(new Rule(when, times, after) { Loses = true });

    /// <summary>A hook run before the operation is carried out: another writer comes in between. Its own requests are hooked like any other.</summary>
    public void Before(Func<CosmosRequest, bool> when, Func<Task> hook, int times = 1, int after = 0) => Add(new Rule(when, times, after) { Hook = hook });

    public void Clear()
    {
        lock (_gate) _rules.Clear();
    }

    internal async Task RunHooks(CosmosRequest request)
    {
        foreach (var rule in Take(request, rule => rule.Hook is not null, all: true)) await rule.Hook!();
    }

    internal Answer? Refusal(CosmosRequest request) => Take(request, rule => rule.Refuses is not null, all: false) is [var rule]
        ? Answer.Refused(rule.Refuses!.Value, rule.SubStatus, "The stand-in was told to refuse this request.") with { RetryAfter = rule.RetryAfter }
        : null;

    internal bool Loses(CosmosRequest request) => Take(request, rule => rule.Loses, all: false).Count > 0;

    private void Add(Rule rule)
    {
        lock (_gate) _rules.Add(rule);
    }

    private List<Rule> Take(CosmosRequest request, Predicate<Rule> kind, bool all)
    {
        lock (_gate)
        {
            List<Rule> taken = [];
            foreach (var rule in _rules)
            {
                if (!kind(rule) || !rule.Acts(request)) continue;
                taken.Add(rule);
                if (!all) break;
            }
            return taken;
        }
    }

    private sealed class Rule(Func<CosmosRequest, bool> when, int times, int after)
    {
        private int _times = times;
        private int _after = after;

        public HttpStatusCode? Refuses { get; init; }
        public int SubStatus { get; init; }
        public TimeSpan? RetryAfter { get; init; }
        public bool Loses { get; init; }
        public Func<Task>? Hook { get; init; }

        public bool Acts(CosmosRequest request)
        {
            if (_times == 0 || !when(request)) return false;
            if (_after > 0)
            {
                _after--;
                return false;
            }
            _times--;
            return true;
        }
    }
}
