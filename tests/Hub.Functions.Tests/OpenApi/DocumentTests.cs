using System.Text.Json;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Matching;

namespace Hub.Functions.Tests.OpenApi;

public sealed class DocumentTests
{
    private static readonly ApiDocument Document = ApiDocument.Embedded;
    private static readonly FunctionRules Rules = new([typeof(HubServices).Assembly]);

    [Fact]
    public void The_operations_described_are_the_functions_there_are() =>
        Assert.Equal(DocumentedFunctions.All.Order(), Document.Operations.Select(o => (o.Method, o.Path, o.Id)).Order());

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        foreach (var reference in Document.All().Where(e => e.Place.EndsWith("/$ref", StringComparison.Ordinal)).Select(e => e.Element.GetString()!).Distinct())
        {
            Document.Find(reference);
        }
    }

    [Fact]
    public void Every_component_is_used()
    {
        var used = Document.All().Where(e => e.Place.EndsWith("/$ref", StringComparison.Ordinal)).Select(e => e.Element.GetString()!).ToHashSet();
        var there = Document.Root.GetProperty("components").EnumerateObject().Where(kind => kind.Name != "securitySchemes")
            .SelectMany(kind => kind.Value.EnumerateObject().Select(c => $"#/components/{kind.Name}/{c.Name}"));
        Assert.Empty(there.Except(used));
    }

    [Fact]
    public void A_token_is_asked_for_exactly_where_the_function_requires_an_operation()
    {
        foreach (var operation in Document.Operations)
        {
            var security = operation.Element.TryGetProperty("security", out var own) ? own : Document.Root.GetProperty("security");
            Assert.Equal((operation.Id, Rules[DocumentedFunctions.NameOf(operation.Id)].Operation is not null), (operation.Id, security.GetArrayLength() > 0));
        }
    }

    [Fact]
    public void The_roles_described_are_those_of_the_access_matrix()
    {
        foreach (var operation in Document.Operations.Where(o => Rules[DocumentedFunctions.NameOf(o.Id)].Operation is not null))
        {
            var required = Rules[operation.Id].Operation!.Value;
            var published = Enum.GetValues<Role>().Select(role => (Role: RoleNames.Of(role), Reach: AccessMatrix.Published[required, role])).Where(cell => cell.Reach != Reach.No)
                .Select(cell => (operation.Id, cell.Role, JsonNamingPolicy.CamelCase.ConvertName(cell.Reach.ToString())));
            Assert.Equal(published.Order(), operation.Element.GetProperty("x-roles").EnumerateObject().Select(r => (operation.Id, r.Name, r.Value.GetString()!)).Order());

            var words = operation.Element.GetProperty("description").GetString()!;
            Assert.All(operation.Element.GetProperty("x-roles").EnumerateObject(), role => Assert.Contains($"`{role.Name}`", words[words.LastIndexOf("Roles:", StringComparison.Ordinal)..], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_token_is_described_with_every_role_and_agency()
    {
        var words = Document.Find("#/components/securitySchemes/bearer").GetProperty("description").GetString()!;
        Assert.All(RoleNames.All.Concat(Agencies.All), name => Assert.Contains($"`{name}`", words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_fields_of_evidence_described_are_the_comparisons_of_the_model()
    {
        var described = Document.Find("#/components/schemas/FieldEvidence/properties/field/examples").EnumerateArray().Select(name => name.GetString()!);
        Assert.Equal(MatchModel.Shipped.Comparisons.Keys.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_says_in_words_what_it_is()
    {
        Assert.All(Document.Operations, operation =>
        {
            Assert.NotEmpty(operation.Element.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.Element.GetProperty("description").GetString()!);
            Assert.Single(operation.Element.GetProperty("tags").EnumerateArray());
        });
    }

    [Fact]
    public void Every_example_fits_its_schema()
    {
        var validator = new SchemaValidator(Document);
        foreach (var (place, element) in Document.All().Where(e => e.Element.ValueKind == JsonValueKind.Object && e.Element.TryGetProperty("schema", out _)))
        {
            var examples = element.TryGetProperty("examples", out var many) ? many.EnumerateObject().Select(e => e.Value.GetProperty("value")).ToList() : [];
            examples.AddRange(element.TryGetProperty("example", out var one) ? [one] : []);
            Assert.All(examples, example => Assert.Equal([], validator.Validate(element.GetProperty("schema"), example, place)));
        }
    }

    [Fact]
    public void Every_object_answered_is_closed_so_that_an_undocumented_field_shows()
    {
        var open = Document.All()
            .Where(e => e.Place.StartsWith("#/components/schemas/", StringComparison.Ordinal) && e.Element.ValueKind == JsonValueKind.Object
                && e.Element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("object") && !e.Element.TryGetProperty("additionalProperties", out _))
            .Select(e => e.Place.Split('/')[3]).ToHashSet();
        Assert.Equal(["AddressRequest", "ArrestNotice", "CaseMoveRequest", "CaseNoteRequest", "DeltasRequest", "DeportedOffenderAlertRequest", "DocumentRequest", "ManifestMatchRequest", "MatchDecisionRequest", "MergeRequest", "NominalRequest", "RationaleRequest", "ReportedPerson", "RouteChangeRequest", "TravelDecisionRequest", "TravelNotificationRequest"], open.Order());
    }
}
