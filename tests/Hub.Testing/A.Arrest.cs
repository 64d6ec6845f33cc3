using System.Text;
using System.Text.Json.Nodes;
using Hub.Cases;
using Hub.Feeds;
using Hub.Feeds.Arrests;
using Hub.Json;
using Hub.Matching;
using Hub.Places;

namespace Hub.Testing;

public static partial class A
{
    /// <summary>An arrest notice as custody posts it: a child of 13, living in Camden, arrested in Hackney an hour ago.</summary>
    public static ArrestJson Arrest(string reference = "REF-1") => new(reference);

    /// <summary>A case as intake would have made it of an arrest notice.</summary>
    public static CaseFile Case(ArrestJson arrest)
    {
        var read = arrest.Accepted();
        return Case(read.Reference) with { OccurredAt = read.OccurredAt, Report = read.Content };
    }

    public static MatchAssessment NoMatch { get; } = Assessment(new MatchOutcome.None());

    public static MatchAssessment Assessment(MatchOutcome outcome, params CandidateEvidence[] candidates) => new()
    {
        Outcome = outcome,
        Because = "As the test has it.",
        ModelVersion = "test-1",
        RegisterMark = 7,
        Candidates = [.. candidates],
        Considered = candidates.Length,
    };

    public static CandidateEvidence Candidate(string nominal, double probability = 0.9) => new(nominal, probability, 0, 3, []);
}

/// <summary>An arrest notice's JSON, to be changed field by field.</summary>
public sealed class ArrestJson
{
    private readonly JsonObject root;

    internal ArrestJson(string reference) => root = new JsonObject
    {
        ["reference"] = reference,
        ["custodyRecord"] = "01GH/2231/25",
        ["station"] = "Stoke Newington",
        ["arrestBorough"] = "Hackney",
        ["arrestedAt"] = "2025-03-14T08:26:53Z",
        ["subject"] = new JsonObject
        {
            ["surname"] = "Featherstonehaugh",
            ["given"] = new JsonArray("Jon"),
            ["born"] = "2011-05-19",
            ["addresses"] = new JsonArray(new JsonObject { ["lines"] = new JsonArray("1 High Street"), ["borough"] = "Camden" }),
        },
        ["offences"] = new JsonArray(new JsonObject { ["code"] = "TH68010", ["description"] = "Theft from a shop" }),
        ["riskFlags"] = new JsonArray("Self-harm"),
        ["appropriateAdult"] = "Her grandmother",
    };

    public JsonObject Subject => root["subject"]!.AsObject();

    public ArrestJson With(string name, JsonNode? value) => Changed(() => root[name] = value);

    public ArrestJson Without(string name) => Changed(() => root.Remove(name));

    public ArrestJson WithSubject(string name, JsonNode? value) => Changed(() => Subject[name] = value);

    public ArrestJson At(string arrestedAt) => With("arrestedAt", arrestedAt);

    /// <summary>Born then, as far as written; null for not known.</summary>
    public ArrestJson Born(string? born) => WithSubject("born", born);

    public ArrestJson OfStatedAge(int age) => Born(null).WithSubject("age", age);

    /// <summary>Living at one address; either part may be missing.</summary>
    public ArrestJson LivingIn(string? borough, string? postcode = null) =>
        WithSubject("addresses", new JsonArray(new JsonObject { ["borough"] = borough, ["postcode"] = postcode }));

    public ArrestJson WithoutAddress() => WithSubject("addresses", null);

    public ArrestJson OfNoFixedAbode() => WithSubject("noFixedAbode", true);

    public byte[] Bytes() => Encoding.UTF8.GetBytes(root.ToJsonString());

    /// <summary>What reading it gives: the report, or what is wrong with it.</summary>
    public (ReadReport? Report, (string Path, string Code)[] Errors) Read(DateTimeOffset? now = null)
    {
        var fields = new JsonFields(A.Json(root.ToJsonString()));
        var read = new ArrestFeed().Read(fields, new ReadingContext(now ?? A.Moment, AuthorityDirectory.Default));
        return (read, [.. fields.Errors.Select(e => (e.Path, e.Code))]);
    }

    public ReadReport Accepted() => Read(DateTimeOffset.MaxValue.AddDays(-9)).Report
        ?? throw new InvalidOperationException("The arrest notice of this test has errors.");

    private ArrestJson Changed(Action change)
    {
        change();
        return this;
    }
}
