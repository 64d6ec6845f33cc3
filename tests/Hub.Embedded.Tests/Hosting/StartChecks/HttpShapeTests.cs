using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Tests.Hosting.StartChecks;

public class HttpShapeTests
{
    [Fact]
    public Task A_missing_authorization_level_stops_the_start() => Refusal.Says("No AuthorizationLevel is passed", typeof(NoLevel));

    [Fact]
    public Task A_level_that_needs_a_function_key_stops_the_start() => Refusal.Says("AuthorizationLevel.Function answers 401", typeof(FunctionLevel));

    [Fact]
    public Task No_method_listed_stops_the_start() => Refusal.Says("No method is listed", typeof(NoMethods));

    [Theory]
    [InlineData(typeof(ReturnsText), "returns Task<String>")]
    [InlineData(typeof(ReturnsTask), "returns Task,")]
    [InlineData(typeof(ReturnsValueTask), "returns ValueTask<IResult>")]
    public Task A_return_type_that_gives_an_empty_body_stops_the_start(Type function, string words) => Refusal.Says(words, function);

    [Fact]
    public Task A_retry_attribute_on_an_http_function_stops_the_start() => Refusal.Says("retry attribute does not work here", typeof(Retries));

    [Fact]
    public Task A_trigger_parameter_other_than_the_request_stops_the_start() => Refusal.Says("Take HttpRequest", typeof(TakesRecord));

    [Fact]
    public Task A_parameter_of_a_type_no_text_becomes_stops_the_start() => Refusal.Says("cannot become Uri", typeof(TakesUri));

    public sealed class NoLevel
    {
        [Function("NoLevel")]
        public IResult Run([HttpTrigger("get", Route = "x")] HttpRequest request) => Results.Ok();
    }

    public sealed class FunctionLevel
    {
        [Function("FunctionLevel")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "x")] HttpRequest request) => Results.Ok();
    }

    public sealed class NoMethods
    {
        [Function("NoMethods")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "x")] HttpRequest request) => Results.Ok();
    }

    public sealed class ReturnsText
    {
        [Function("ReturnsText")]
        public Task<string> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x")] HttpRequest request) => Task.FromResult("");
    }

    public sealed class ReturnsTask
    {
        [Function("ReturnsTask")]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class ReturnsValueTask
    {
        [Function("ReturnsValueTask")]
        public ValueTask<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x")] HttpRequest request) => new(Results.Ok());
    }

    public sealed class Retries
    {
        [Function("Retries")]
        [FixedDelayRetry(3, "00:00:01")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x")] HttpRequest request) => Results.Ok();
    }

    public sealed class TakesRecord
    {
        [Function("TakesRecord")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "x")] Version body) => Results.Ok();
    }

    public sealed class TakesUri
    {
        [Function("TakesUri")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{where}")] HttpRequest request, Uri where) => Results.Ok();
    }
}
