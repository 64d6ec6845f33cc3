using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Desk.Forms;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk;

/// <summary>Reads the forms of pages by the very rules the API reads its bodies by.</summary>
public static class FormReading
{
    /// <summary>The largest form but for one with a file.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>
    /// What was entered, nothing checked. The form was read, within its limits, when it was proven to be the desk's own.
    /// Line ends are those of the API, whatever the browser sends.
    /// </summary>
    public static async Task<FormState> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        return new FormState
        {
            Values = form.ToImmutableDictionary(f => f.Key, f => f.Value.Select(v => (v ?? "").ReplaceLineEndings("\n")).ToImmutableArray()),
        };
    }

    /// <summary>
    /// Hands the form on as the JSON object it stands for: a field <c>details.reference</c> is the member <c>reference</c> of
    /// the object <c>details</c>, <c>officers[]</c> one of the list <c>officers</c>; fields left empty are not there.
    /// </summary>
    /// <param name="shape">Makes what is no text in the API of what is text in a form, such as numbers; null: nothing.</param>
    /// <returns>What was read; or null and the form with what is wrong.</returns>
    public static (T? Value, FormState Form) Read<T>(FormState form, Func<JsonFields, T> read, Action<JsonObject>? shape = null)
        where T : class
    {
        var json = ToJson(form);
        shape?.Invoke(json);
        using var document = JsonDocument.Parse(json.ToJsonString());
        var fields = new JsonFields(document.RootElement);
        var value = read(fields);
        return fields.Errors.Count == 0 ? (value, form) : (null, form with { Errors = [.. fields.Errors] });
    }

    internal static JsonObject ToJson(FormState form)
    {
        var root = new JsonObject();
        foreach (var (name, values) in form.Values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var isList = name.EndsWith("[]", StringComparison.Ordinal);
            var path = (isList ? name[..^2] : name).Split('.');
            var given = values.Select(v => v.Trim()).Where(v => v.Length > 0).ToList();
            if (given.Count == 0)
            {
                continue;
            }

            var holder = root;
            foreach (var step in path[..^1])
            {
                if (holder[step] is not JsonObject inner)
                {
                    holder[step] = inner = [];
                }

                holder = inner;
            }

            holder[path[^1]] = isList ? new JsonArray([.. given.Select(v => (JsonNode)v)]) : given[0];
        }

        return root;
    }
}
