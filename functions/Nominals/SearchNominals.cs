using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identifiers;
using Hub.Identity;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Nominals;

/// <summary>Who on the register fits what is known: surname, given name, date of birth, PNC ID. A reason must be given, and is kept.</summary>
public sealed class SearchNominals(NominalSearch search, RegisterFollower follower, INominalRegister register, Reads reads, TimeProvider time)
{
    private const int MaxFound = 20;
    private const int MaxTextLength = 200;

    [Function("nominals_search")]
    [Requires(Operation.SearchNominals)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nominals")] HttpRequest request, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        var wanted = Read(request.Query, errors);
        if (Reason.Read(request) is not { } reason)
        {
            errors.Add(Reason.Missing);
            reason = "";
        }

        if (errors.Count > 0)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid-request", "The search cannot be made.", errors: errors);
        }

        // Before the register is in memory, finding nobody would mean nothing.
        await follower.WhenReadyAsync(cancellationToken);
        var found = search.Find(wanted!, MaxFound);

        // Asked for together, so that the log may keep them with one flush.
        await Task.WhenAll(found.Select(f => $"nominal:{f.Nominal}").Prepend("nominals")
            .Select(subject => reads.AllowedAsync(request.HttpContext.Caller(), Operation.SearchNominals, subject, reason, cancellationToken)));

        // One that was ended a moment ago has gone from the register and is left out.
        var nominals = await Task.WhenAll(found.Select(f => register.GetAsync(f.Nominal, cancellationToken)));
        var items = found.Zip(nominals, (f, nominal) => new { nominal, evidence = f.Fields, bits = f.TotalBits }).Where(item => item.nominal is { Ended: null });
        return Results.Json(new { items }, HubJson.Options);
    }

    private PersonDetails? Read(IQueryCollection query, List<FieldError> errors)
    {
        var surname = Text(query, "surname", errors);
        var given = Text(query, "given", errors);
        BirthDate? born = null;
        string? pnc = null;
        if (Text(query, "born", errors) is { } bornText)
        {
            if (BirthDate.TryParse(bornText, null, out var date))
            {
                born = date;
            }
            else
            {
                errors.Add(new FieldError("born", FieldErrorCode.NotADate, "Expected a date of birth, such as 2011-05-19, 2011-05 or 2011."));
            }
        }

        if (Text(query, "pncId", errors) is { } pncText)
        {
            if (PncId.TryParse(pncText, time.GetUtcNow().Year, out var id, out var problem))
            {
                pnc = id.ToString();
            }
            else
            {
                errors.Add(new FieldError("pncId", FieldErrorCode.InvalidIdentifier, problem));
            }
        }

        if (errors.Count == 0 && surname is null && given is null && born is null && pnc is null)
        {
            errors.Add(new FieldError("surname", FieldErrorCode.Required, "Give at least one of surname, given, born, pncId."));
        }

        return errors.Count > 0 ? null : new PersonDetails
        {
            Names = [new PersonName { Surname = surname ?? "", Given = given is null ? [] : [given] }],
            Born = born,
            PncId = pnc,
        };
    }

    // Too long a text is refused: left out, the search would show people it was meant to exclude.
    private static string? Text(IQueryCollection query, string name, List<FieldError> errors)
    {
        var text = query[name].FirstOrDefault()?.Trim();
        if (text?.Length > MaxTextLength)
        {
            errors.Add(new FieldError(name, FieldErrorCode.TooLong, $"Longer than {MaxTextLength} characters."));
        }

        // Nor may a name be left out because nothing in it can be read.
        if (text is { Length: > 0 and <= MaxTextLength } && NameText.Normalise(text).Length == 0)
        {
            errors.Add(new FieldError(name, FieldErrorCode.Required, "Has no letter or digit that can be looked for."));
        }

        return text is { Length: > 0 and <= MaxTextLength } ? text : null;
    }
}
