using System.Text;
using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Blobs;

/// <summary>Checks a blob function and makes it ready to be called.</summary>
internal sealed class BlobWiring(SettingNames settings, ProblemList problems)
{
    public BlobFunction? Wire(Candidate function, Trigger trigger, BlobTriggerAttribute attribute)
    {
        ShapeChecks.CheckReturnsNothing(function, problems);
        ShapeChecks.CheckNoRetry(function, "a blob is tried five times and then left.", problems);
        if (settings.Resolve(attribute.BlobPath, function, problems) is not { } path)
        {
            return null;
        }

        if (BlobPattern.TryParse(path) is not { } pattern)
        {
            problems.Add(function, $"The blob path \"{path}\" does not name a container and blobs in it. Write \"container/{{name}}\" (container: 3 to 63 lower-case letters, digits, hyphens).");
            return null;
        }

        var method = ParameterPlan.Make(function, trigger, Content(function, trigger), [.. pattern.Parameters, "blobTrigger"], problems);
        return new(new(function.Name, method, new(function.Name, function.Method, trigger.Parameter, "blobTrigger")), pattern);
    }

    private ArgumentSource Content(Candidate function, Trigger trigger)
    {
        var type = trigger.Parameter.ParameterType;
        if (type == typeof(Stream))
        {
            return Open;
        }

        if (type == typeof(string))
        {
            return context => Encoding.UTF8.GetString(Read(context)).TrimStart('\uFEFF');
        }

        if (type != typeof(byte[]))
        {
            problems.Add(function, $"A blob cannot become {TypeNames.Of(type)} here. Take Stream, string or byte[].");
        }

        return Read;
    }

    private static FileStream Open(EmbeddedFunctionContext context) => (FileStream)context.Input.Value;

    private static byte[] Read(EmbeddedFunctionContext context)
    {
        var file = Open(context);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}

/// <summary>A function and the blobs it is called with.</summary>
internal sealed record BlobFunction(WiredFunction Function, BlobPattern Pattern);
