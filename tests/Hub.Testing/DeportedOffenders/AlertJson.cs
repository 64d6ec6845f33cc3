using System.Text;
using System.Text.Json.Nodes;
using Hub.DeportedOffenders.Alerts;
using Hub.Feeds;
using Hub.Json;
using Hub.Places;

namespace Hub.Testing.DeportedOffenders;

/// <summary>A deported-offender alert's JSON, to be changed field by field: a man convicted in Thailand lands at Heathrow nine days after <see cref="Now"/>.</summary>
public sealed class AlertJson
{
    /// <summary>Sunday 22 November 2026, 08:00 in London.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly JsonObject root;

    public AlertJson(string reference = "INT/2026/1") => root = new JsonObject
    {
        ["reference"] = reference,
        ["source"] = "interpol",
        ["authority"] = "NCB Bangkok",
        ["alertedAt"] = "2026-11-22T06:00:00Z",
        ["subject"] = new JsonObject
        {
            ["surname"] = "Thackwray",
            ["given"] = new JsonArray("Lemuel", "Osric"),
            ["born"] = "1969-04-17",
            ["sex"] = "male",
            ["nationality"] = "GBR",
            ["documents"] = new JsonArray(new JsonObject { ["number"] = "533401372", ["issuingState"] = "GBR" }),
        },
        ["convictions"] = new JsonArray(new JsonObject
        {
            ["offence"] = "Sexual assault of a child",
            ["country"] = "Thailand",
            ["date"] = "2019-06",
            ["sentence"] = "Eight years",
            ["sexual"] = true,
        }),
        ["deportingState"] = "THA",
        ["arrival"] = new JsonObject { ["flight"] = "BA 0010", ["port"] = "LHR", ["lands"] = "2026-12-01T06:15" },
        ["intendedAddress"] = new JsonObject { ["lines"] = new JsonArray("9 Sample Street"), ["postcode"] = "NW5 2HS", ["borough"] = "Camden" },
        ["risk"] = new JsonObject { ["level"] = "high", ["information"] = "Sought contact with children on release." },
    };

    public JsonObject Subject => root["subject"]!.AsObject();

    public JsonObject Arrival => root["arrival"]!.AsObject();

    public JsonObject Conviction => root["convictions"]![0]!.AsObject();

    public AlertJson With(string name, JsonNode? value) => Changed(() => root[name] = value);

    public AlertJson Without(string name) => Changed(() => root.Remove(name));

    public AlertJson WithSubject(string name, JsonNode? value) => Changed(() => Subject[name] = value);

    public AlertJson WithArrival(string name, JsonNode? value) => Changed(() => Arrival[name] = value);

    public AlertJson WithConviction(string name, JsonNode? value) => Changed(() => Conviction[name] = value);

    public AlertJson Landing(string? lands) => WithArrival("lands", lands);

    /// <summary>Another person, of whom no document is known.</summary>
    public AlertJson About(string surname, string given, string? born) => Changed(() => root["subject"] = new JsonObject
    {
        ["surname"] = surname,
        ["given"] = new JsonArray(given),
        ["born"] = born,
    }).Without("intendedAddress");

    public AlertJson Correcting(string reference) => With("corrects", reference);

    /// <summary>An alert that says no more than that another does not hold.</summary>
    public static AlertJson Withdrawing(string reference, string own) => new AlertJson(own)
        .Without("subject").Without("convictions").Without("deportingState").Without("arrival").Without("intendedAddress").Without("risk")
        .With("withdraws", reference).With("reason", "He is not coming after all.");

    public byte[] Bytes() => Encoding.UTF8.GetBytes(root.ToJsonString());

    public string Text() => root.ToJsonString();

    /// <summary>What reading it gives: the report, or what is wrong with it.</summary>
    public (ReadReport? Report, (string Path, string Code)[] Errors) Read(DateTimeOffset? now = null)
    {
        var fields = new JsonFields(A.Json(root.ToJsonString()));
        var read = new DeportedOffenderFeed().Read(fields, new ReadingContext(now ?? Now, AuthorityDirectory.Default));
        return (read, [.. fields.Errors.Select(e => (e.Path, e.Code))]);
    }

    private AlertJson Changed(Action change)
    {
        change();
        return this;
    }
}
